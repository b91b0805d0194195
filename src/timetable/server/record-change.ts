import { Failure } from "../../foundation/failure.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { record } from "../../foundation/ledger.ts";

/** What happens to a dated lesson, over the version seen; `restored` takes away cancellation and substitute. `right` is the grant that allowed it. */
export type LessonChange = {
  schoolId: number;
  pageId: number;
  lessonId: number;
  expectedVersion: number;
  actor: number;
  right: string;
  at: Date;
  reason: string;
} & (
  | { kind: "substituted"; substituteId: number | null }
  | { kind: "cancelled" }
  | { kind: "restored" }
  | {
      kind: "moved";
      day: LocalDate;
      slot: number;
      term: number;
      /** Later areas say whether marks, absences or notes stand on the lesson. */ hasEntries: boolean;
    }
  | { kind: "room"; roomId: number | null }
);

type Before = {
  day: LocalDate;
  slot: number;
  term: number;
  state: number;
  version: number;
  teacherId: number;
  substituteId: number | null;
  roomId: number | null;
  groupId: number;
};

const LOCK = statement<Before>(
  "timetable.lesson_for_change",
  `select l.day, l.slot, l.term, l.state, l.version, l.teacher_id as "teacherId", l.substitute_id as "substituteId", l.room_id as "roomId", p.group_id as "groupId"
   from timetable.lesson l join timetable.page p using (school_id, page_id)
   where l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3 for update of l`,
);
const CHANGE = statement(
  "timetable.change_lesson",
  `with before as (
     insert into timetable.lesson_change (school_id, page_id, lesson_id, change_no, made_by, before_day, before_teacher_id, before_substitute_id, before_room_id, before_slot, made_at, kind, reason)
     select l.school_id, l.page_id, l.lesson_id, l.version, $4, l.day, l.teacher_id, l.substitute_id, l.room_id, l.slot, $5, $6, $7
     from timetable.lesson l where l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3)
   update timetable.lesson set version = version + 1, day = $8, slot = $9, term = $10, state = $11, substitute_id = $12, room_id = $13
   where school_id = $1 and page_id = $2 and lesson_id = $3`,
);

function after(c: LessonChange, b: Before): Pick<Before, "day" | "slot" | "term" | "state" | "substituteId" | "roomId"> {
  const same = { day: b.day, slot: b.slot, term: b.term, state: b.state, substituteId: b.substituteId, roomId: b.roomId };
  if (c.kind === "substituted") return { ...same, substituteId: c.substituteId };
  if (c.kind === "cancelled") return { ...same, state: 1 };
  if (c.kind === "restored") return { ...same, state: 0, substituteId: null };
  if (c.kind === "moved") return { ...same, day: c.day, slot: c.slot, term: c.term };
  return { ...same, roomId: c.roomId };
}

/** Substitutes, cancels, restores, moves a dated lesson or gives it another room; the row before stays readable. A lesson with entries keeps its day. */
export async function recordChange(tx: Transaction, c: LessonChange): Promise<{ version: number }> {
  const before = await tx.row(LOCK, [c.schoolId, c.pageId, c.lessonId]);
  if (!before) throw new Failure("not_found", "timetable.lesson_not_found");
  if (before.version !== c.expectedVersion) throw new Failure("conflict", "timetable.lesson_changed_meanwhile", { version: before.version });
  if (c.kind === "moved" && c.hasEntries) throw new Failure("refused", "timetable.lesson_has_entries", { day: before.day });
  const next = after(c, before);
  await tx.rows(CHANGE, [
    c.schoolId,
    c.pageId,
    c.lessonId,
    c.actor,
    c.at,
    c.kind,
    c.reason,
    next.day,
    next.slot,
    next.term,
    next.state,
    next.substituteId,
    next.roomId,
  ]);
  await record(tx, {
    schoolId: c.schoolId,
    stream: c.pageId,
    actor: c.actor,
    at: c.at,
    act: `timetable.lesson.${c.kind}`,
    right: c.right,
    body: { lesson: c.lessonId, before: { ...before, groupId: undefined, term: undefined }, after: next, reason: c.reason },
    event: {
      topic: "timetable.lesson_changed",
      body: { pageId: c.pageId, lessonId: c.lessonId, groupId: before.groupId, day: next.day, beforeDay: before.day },
    },
  });
  return { version: before.version + 1 };
}
