import type { Role } from "../../access/rules/roles.ts";

/** Who stands over whom in the school on a day. */
export type Offices = {
  /** The head of the department that a person works in. */
  readonly headOf: ReadonlyMap<number, number>;
  /** Directors and deputies; a deputy with the grades in care, null all of them. */
  readonly offices: readonly { readonly personId: number; readonly role: Role; readonly grades: readonly number[] | null }[];
};

/**
 * Who answers above a person for a violation (001 §2.1, 002 П2 §1.7-1.8): of a teacher the head of the department, else the deputy in whose care the
 * grade is, else the director; of a head the deputy; of a deputy the director. Null over the director.
 */
export function superiorOf(personId: number, grade: number | null, { headOf, offices }: Offices): number | null {
  const own = offices.filter((one) => one.personId === personId).map(({ role }) => role);
  const director = offices.find(({ role }) => role === "director")?.personId ?? null;
  if (own.includes("director") || personId === director) return null;
  const head = headOf.get(personId);
  if (head !== undefined && head !== personId) return head;
  if (own.includes("deputy_studies")) return director;
  const deputies = offices.filter(({ role }) => role === "deputy_studies");
  const named = deputies.find(({ grades }) => grades !== null && grade !== null && grades.includes(grade));
  return (named ?? deputies.find(({ grades }) => grades === null))?.personId ?? director;
}
