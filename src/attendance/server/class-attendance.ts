import { mayReach, permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { daysBetween, mondayOf, parseDay, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { classAttendanceRoute, classesRoute } from "../contract/class-attendance.ts";
import { absenceKind } from "../rules/absence-kind.ts";
import { absenceTotals } from "../rules/absence-totals.ts";
import { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { parentTasks } from "../rules/parent-work.ts";
import { isReasonOverdue } from "../rules/reason-due.ts";
import { CLASSES, CLASS_ATTENDANCE, CLASS_TIES } from "./class-queries.ts";

/** The longest stretch of days one question or one span may cover: a school year. */
export const LONGEST = 300;

/** The days, when both are days, stand in order and are not too many; else a refusal. */
export function demandDays(from: string, to: string): { from: LocalDate; to: LocalDate } {
  const [first, last] = [parseDay(from), parseDay(to)];
  const count = first && last ? daysBetween(first, last) : -1;
  if (!first || !last || count < 0 || count >= LONGEST) throw new Failure("invalid", "attendance.not_days", { longest: LONGEST });
  return { from: first, to: last };
}

/** The classes whose attendance is open to the person. */
export async function attendanceClasses({ tx, actor }: Context): Promise<Output<typeof classesRoute>> {
  permit(actor, ATTENDANCE_ACTS, classesRoute.act, { self: true });
  const all = mayReach(actor, ATTENDANCE_ACTS, "attendance.class.read", "school");
  return { classes: await tx.rows(CLASSES, [actor.schoolId, actor.personId, actor.today, all]) };
}

/** Attendance of a class over days, and of the term that holds the last of them. */
export async function classAttendance(
  { tx, actor, now }: Context,
  { params, query }: Input<typeof classAttendanceRoute>,
): Promise<Output<typeof classAttendanceRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const start = query.from === undefined ? mondayOf(today) : parseDay(query.from);
  const { from, to } = demandDays(query.from ?? start!, query.to ?? (start ? plusDays(start, 6) : ""));
  const [ties, row] = await Promise.all([
    tx.row(CLASS_TIES, [schoolId, params.classId, personId, today]),
    tx.lastRow(CLASS_ATTENDANCE, [schoolId, params.classId, from, to]),
  ]);
  if (!ties) throw new Failure("not_found", "attendance.class_not_found");
  permit(actor, ATTENDANCE_ACTS, classAttendanceRoute.act, { own_class: ties.ownClass });

  const { absences, term, notes, ...known } = row!.found;
  const may = (act: keyof typeof ATTENDANCE_ACTS) =>
    mayReach(actor, ATTENDANCE_ACTS, act, "school") || (ties.ownClass && mayReach(actor, ATTENDANCE_ACTS, act, "own_class"));
  const illness = known.reasons.find((r) => r.kind === "ill")?.reason ?? null;
  const unexcused = new Set(known.reasons.filter((r) => !r.excused).map((r) => r.reason));
  const all = absences.map((a) => ({ ...a, kind: absenceKind(a.kind) }));
  const between = (first: string, last: string) => all.filter((a) => a.day >= first && a.day <= last);
  const held = (first: string, last: string) => between(first, last < today ? last : today);
  return {
    ...known,
    today,
    from,
    to,
    mayCorrect: may("attendance.reason.set"),
    maySpan: may("attendance.span.set"),
    mayAddReason: may("attendance.reason.add"),
    mayNote: may("attendance.parent_work.set"),
    absences: between(from, to),
    totals: absenceTotals(held(from, to), illness),
    term: term && {
      ...term,
      totals: absenceTotals(held(term.startsOn, term.endsOn), illness),
      unexplained: held(term.startsOn, term.endsOn)
        .filter((a) => a.kind === "absent" && a.reason === null)
        .map((a) => ({ ...a, overdue: a.reasonDue !== null && isReasonOverdue(a.day, a.reasonDue, now, timezone) })),
      parentWork: parentTasks(held(term.startsOn, term.endsOn), unexcused, notes).map(({ note, ...task }) => ({
        ...task,
        note: note?.note ?? null,
        notedBy: note?.notedBy ?? null,
        version: note?.version ?? 0,
      })),
    },
  };
}
