import type { Role } from "../../../access/rules/roles.ts";
import { dayIn, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import type { JournalKind } from "../../../regulation/rules/journal-kinds.ts";
import type { DeadlineFacts } from "../../../regulation/rules/deadline/due.ts";
import type { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import { dueDuty } from "../duty.ts";
import type { Due } from "../duty.ts";
import { isAccepted, isSaid, KINDS_ABOUT, kindOf } from "./duty-kinds.ts";
import type { DutyCode } from "./duty-kinds.ts";
import type { Fact, Told } from "./fact.ts";
import type { LastStep, Steps } from "./steps.ts";

/** What all facts of one answer are judged by. */
export type Judgement = {
  readonly norms: NormTimeline;
  readonly steps: Steps;
  readonly timezone: string;
  readonly now: Date;
  readonly isWorkingDay: (day: LocalDate) => boolean;
  /** Who holds a role; the first answers for what the role owes. */
  readonly holders: (role: Role) => readonly number[];
};

/** A duty that is not done, with whose it is and what it is about. */
export type OwedDuty = Due &
  Pick<Fact, "aboutId" | "day"> &
  Told & {
    readonly owners: readonly number[];
    /** How many steps it has had: what the writer of the next has seen. */
    readonly stepNo: number;
    /** It was handed in and waits for its controller. */
    readonly awaits: boolean;
    /** Why it came back. */
    readonly returned: string | null;
    readonly handedIn: LastStep | null;
  };

/** What is owed about the facts, the earliest deadline first. What is far ahead is left out, as the school's norm says. */
export function owed(facts: readonly Fact[], judgement: Judgement): OwedDuty[] {
  const { norms, timezone, now, isWorkingDay } = judgement;
  const today = dayIn(timezone, now);
  const until = plusDays(today, norms.on("duties.shown_ahead", today)?.value ?? 0);
  const duties: OwedDuty[] = [];
  for (const bare of facts) {
    const fact = { ...bare, timezone, isWorkingDay };
    for (const code of fact.only ?? KINDS_ABOUT.get(fact.about) ?? []) {
      const duty = dutyOf(code, fact, judgement);
      if (duty && isShown(duty, today, until, timezone)) duties.push(duty);
    }
  }
  return duties.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

function dutyOf(code: DutyCode, fact: Fact & DeadlineFacts, { norms, steps, now, holders }: Judgement): OwedDuty | null {
  const kind = kindOf(code);
  const { aboutId, day, told } = fact;
  if (fact.stands.includes(code)) return null;
  if (told.span?.kind === "year" && fact.about.endsWith("_period") && kind.ofYear !== true) return null;
  // what is told again and again is never done for good
  const step = isSaid(code) && fact.about !== "class_turn" ? steps.of(code, aboutId, day) : null;
  const awaits = step?.step === "done" && isAccepted(code);
  if (step && step.step !== "returned" && !awaits) return null;
  const due = dueDuty(code, fact, norms, now, fact.place);
  if (!due) return null;
  const owners = ownersOf(code, fact, norms, holders);
  const returned = step?.step === "returned" ? step.note : null;
  return { ...due, ...told, aboutId, day, owners, stepNo: step?.stepNo ?? 0, awaits, returned, handedIn: awaits ? step : null };
}

/** What a role owes and nobody holds falls to the director. */
function ownersOf(code: DutyCode, { own, day }: Fact, norms: NormTimeline, holders: Judgement["holders"]): readonly number[] {
  const { owner } = kindOf(code);
  if (owner === "own") return own;
  const roles = "byNorm" in owner ? [norms.on(owner.byNorm, day)?.value ?? "deputy_studies"] : owner;
  const people = [...new Set(roles.flatMap((role) => holders(role)))];
  return people.length > 0 ? people : holders("director");
}

/**
 * A thing is not owed before it begins, unless its term is over by then; nor is it shown long before its term.
 * What is owed of every single day is owed on that day: those of days to come would only bury the rest.
 */
function isShown({ dueAt, day, span, state }: OwedDuty, today: LocalDate, until: LocalDate, timezone: string): boolean {
  if (state === "overdue" && day <= today) return true;
  const dueOn = dayIn(timezone, dueAt);
  return dueOn <= until && (day <= today || (dueOn <= day && span?.kind !== "day"));
}

/** What pages of a kind are made of on a day; null where the school does not say. */
export const usesOn = (norms: NormTimeline, kind: JournalKind, day: LocalDate) => norms.on(kindNorm(kind), day)?.value ?? null;

/** Whether some norm of the school, on any day of the span that was read, asks for a kind. */
export const isAsked = (norms: NormTimeline, code: DutyCode): boolean => norms.some(kindOf(code).norm, (value) => value !== "none");
