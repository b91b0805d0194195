import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { timeIn } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { JOURNAL_KINDS, kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import type { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { journalFindingsRoute } from "../../contract/journal-control.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { dueDuty } from "../../rules/duty.ts";
import { readDays } from "../../rules/report-days.ts";
import { FOUND_LESSONS } from "./figures-queries.ts";
import type { FoundLesson } from "./figures-queries.ts";

/** The lessons behind the numbers of a row: each thing that is missing or came late, with its term and clause (002 П2 §2.16). */
export async function journalFindings(
  { tx, actor, now }: Context,
  { query }: Input<typeof journalFindingsRoute>,
): Promise<Output<typeof journalFindingsRoute>> {
  permit(actor, CONTROL_ACTS, journalFindingsRoute.act);
  const { schoolId, today, timezone } = actor;
  const days = readDays(query);
  if ("refusal" in days) throw new Failure("invalid", days.refusal.code, days.refusal.facts);
  const { from, to } = days;
  const [lessons, norms, names] = await Promise.all([
    tx.rows(FOUND_LESSONS, [schoolId, from, to, today, timeIn(timezone, now), query.by, query.id]),
    normsBetween(tx, schoolId, [...JOURNAL_KINDS.map(kindNorm), "lesson.entry", "homework.entry"], from, to),
    staffNames(tx, schoolId),
  ]);
  const findings = lessons.flatMap((lesson) => foundIn(lesson, norms, timezone, now));
  return { findings: findings.map((found) => ({ ...found, teacher: names.get(found.teacherId) ?? "" })) };
}

/** What is missing is found when its term is over; what stands written late is always found. */
function foundIn(lesson: FoundLesson, norms: NormTimeline, timezone: string, now: Date) {
  const { pageId, lessonId, day, slot, groupName, subject, teacherId, classDayEnds } = lesson;
  const uses = norms.on(kindNorm(lesson.journalKind), day)?.value;
  const looked = [
    { what: "lesson_entry", state: uses?.topics ? lesson.topic : null, at: lesson.enteredAt },
    { what: "homework", state: uses?.homework ? lesson.homework : null, at: lesson.homeworkAt },
  ] as const;
  return looked.flatMap(({ what, state, at }) => {
    const due = state && dueDuty(what, { timezone, day, classDayEnds }, norms, now);
    if (!due || (state === "missing" && due.state !== "overdue")) return [];
    const writtenAt = state === "late" && at ? at.toISOString() : null;
    return { pageId, lessonId, day, slot, groupName, subject, teacherId, what, dueAt: due.dueAt.toISOString(), clause: due.clause, writtenAt };
  });
}
