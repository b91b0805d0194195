import type { LocalDate } from "../../../foundation/day.ts";
import { dueOf } from "../../../regulation/rules/deadline/due.ts";
import { parseDeadline } from "../../../regulation/rules/deadline/notation.ts";
import type { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import type { NormCode } from "../../../regulation/rules/norms.ts";
import type { SetupItem } from "../../../regulation/rules/register/shapes.ts";

/** Items that have a term of their own; the others, and those whose own term the school does not set, are ready by `setup.ready_by`. */
const OWN_TERM: Partial<Record<SetupItem, NormCode>> = {
  teaching_load: "setup.load_approved",
  timetable: "setup.lesson_timetable_approved",
  programmes: "plan.work_programmes_due",
  lesson_plans: "plan.lesson_plan_due",
  control_schedule: "controlworks.schedule_due",
};
const READY_BY = "setup.ready_by";

/** The norms of the checklist: what is set up and by whom, and the terms. */
export const READINESS_NORMS: NormCode[] = ["setup.items", READY_BY, "identity.min_parent_accounts", ...Object.values(OWN_TERM)];

/** What of an item stands: how many things of how many, `of` 0 where there is nothing to set up. */
export type Count = { item: SetupItem; of: number; lacking: number };
/** `empty`: the school has no such thing; `unseen`: Parta does not keep it, so nobody is told that it is ready. */
export type ReadyState = "done" | "open" | "overdue" | "empty" | "unseen";
/** What a regulation asks for and no data tell of yet. */
const UNSEEN: readonly SetupItem[] = ["invitation_codes"];
export type Term = { dueAt: Date; norm: NormCode; act: string; clause: string };

/** Until when an item is ready, by its own norm or that of the whole; null where the school sets no day. */
export function termOf(item: SetupItem, year: { startsOn: LocalDate; endsOn: LocalDate }, norms: NormTimeline, timezone: string): Term | null {
  for (const code of [OWN_TERM[item], READY_BY] as const) {
    const norm = code && norms.on(code, year.startsOn);
    const deadline = norm && typeof norm.value === "string" ? parseDeadline(norm.value) : null;
    const dueAt = deadline && dueOf(deadline, { timezone, day: year.startsOn, year });
    if (code && norm && dueAt) return { dueAt, norm: code, act: norm.act, clause: norm.clause };
  }
  return null;
}

/** The things without which no lesson can be held: none of them is not «nothing to do» but not done. */
const NEEDED: readonly SetupItem[] = [
  "year_calendar",
  "periods",
  "bells",
  "classes",
  "homeroom_teachers",
  "subjects",
  "teaching_load",
  "timetable",
  "staff_accounts",
];

/** Where an item stands beside its term; the last instant is still in time. */
export function stateOf({ item, of, lacking }: Count, term: Term | null, now: Date): ReadyState {
  if (UNSEEN.includes(item)) return "unseen";
  if (of === 0 && !NEEDED.includes(item)) return "empty";
  if (of > 0 && lacking === 0) return "done";
  return term !== null && now > term.dueAt ? "overdue" : "open";
}
