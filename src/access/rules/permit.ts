import { Failure } from "../../foundation/failure.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Role } from "./roles.ts";

/**
 * How a person is tied to the row that an act is about: any signed-in person (`self` when it is the person's own),
 * the page the person teaches, the class in the person's homeroom care, the person's own child, the grades that the role is
 * held for, the department the person heads, the whole school where a norm of the day names the role of the line, the whole school.
 */
export const REACHES = ["self", "own_page", "own_class", "own_child", "own_grade", "own_department", "by_norm", "school"] as const;
export type Reach = (typeof REACHES)[number];

/** Who may do an act: any line that fits lets it pass. `anyone` needs no sign-in at all. */
export type Line = { readonly role: Role | "everyone" | "anyone"; readonly reach: Reach };
export type ActTable = Readonly<Record<string, readonly Line[]>>;

/** The person who asks, as the session knows them. */
export type Actor = {
  readonly accountId: number;
  readonly sessionId: number;
  readonly schoolId: number;
  readonly personId: number;
  readonly timezone: string;
  /** The school's day of the request. */
  readonly today: LocalDate;
  readonly roles: readonly Role[];
};

/** Which ties the query of the verb found; `school` holds for every row of the person's school. */
export type Ties = { readonly [R in Exclude<Reach, "school">]?: boolean };

/** The line that let an act pass, as the ledger keeps it: `subject_teacher/own_page`. */
export type Grant = string;

/**
 * The first line of the table that lets the person act on the row; throws `access.not_permitted` when none does.
 *
 * Two questions, always both: does a role of the person know the act, and is there the tie the line asks for.
 */
export function permit<T extends ActTable>(actor: Actor, table: T, act: keyof T & string, ties: Ties = {}): Grant {
  for (const line of table[act] ?? []) {
    const role = line.role === "everyone" || line.role === "anyone" || actor.roles.includes(line.role);
    const tie = line.reach === "school" || ties[line.reach] === true;
    if (role && tie) return `${line.role}/${line.reach}`;
  }
  throw new Failure("forbidden", "access.not_permitted", { act });
}

/** Whether a role of the person knows the act with that reach: for queries that list what may be opened. */
export function mayReach<T extends ActTable>(actor: Actor, table: T, act: keyof T & string, reach: Reach): boolean {
  return (table[act] ?? []).some((line) => line.reach === reach && (line.role === "everyone" || actor.roles.includes(line.role as Role)));
}
