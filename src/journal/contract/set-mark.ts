import Type from "typebox";
import { Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

export const Token = Type.Union([Type.String({ minLength: 1, maxLength: 8 }), Type.Null()]);

/** A mark of a period that stands after a save, with what was offered when it was put and what it lacks. */
export const PeriodCell = Type.Object({
  mark: Token,
  version: Version,
  /** Put after the last day of the regulation or of the director's order. */
  late: Type.Boolean(),
  /** What the averages offered at that moment; null where there was nothing to offer from. */
  offered: Token,
  /** Current marks there are and the least there should be; null where nothing is demanded. */
  accumulation: Type.Union([Type.Object({ has: Type.Integer(), least: Type.Integer() }), Type.Null()]),
});

/** 1 to 6 a term of the year, 20 the year, 21 the examination, 22 the final mark, 30 and the term's number conduct. */
const Period = Type.Integer({ minimum: 1, maximum: 50 });

/** The mark that stands after a save. `late`: written after the term of the regulation in force on the lesson's day. */
export const MarkCell = Type.Object({ mark: Token, version: Version, late: Type.Boolean() });

/** `workType`: what the mark is given for where it is not the work of the column; null where it is. */
export const LessonMark = Type.Object({ ...MarkCell.properties, workType: Type.Union([Type.Integer(), Type.Null()]) });

export const setMarkRoute = defineRoute({
  operationId: "setMark",
  summary: "Puts or clears a mark over the version seen",
  method: "PUT",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/pupils/:pupilId/mark",
  act: "journal.mark.set",
  params: Type.Object({ pageId: Id, lessonId: Id, pupilId: Id }),
  body: Type.Object(
    {
      /** A token of the school's current scale, one that enters no average, or a sign of a cell; null clears the cell. */
      mark: Token,
      /** Which mark of the cell: 0 the first, 1 to 9 further ones; from 10 on the retake of the mark ten numbers before. */
      work: Type.Optional(Type.Integer({ minimum: 0, maximum: 19, default: 0 })),
      /** What the mark is given for; null: the work of the column. Left out: a mark that stands keeps its own. */
      workType: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 1023 }), Type.Null()])),
      /** Why what stands is changed after the term of the norm; asked for by a refusal only. */
      correction: Type.Optional(Type.String({ maxLength: 300 })),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: LessonMark,
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "journal.mark_not_in_scale",
    "journal.mark_forbidden",
    "journal.work_type_required",
    "journal.work_type_not_found",
    "journal.nothing_to_retake",
    "timetable.lesson_not_held_yet",
    "timetable.lesson_cancelled",
    "timetable.part_not_used",
    "planning.term_closed",
    "people.pupil_not_in_group",
    "planning.correction_needs_reason",
    "planning.late_needs_reason",
    "planning.late_entry_blocked",
    "journal.cell_changed_meanwhile",
    "timetable.substitution_window_over",
  ],
});

export const setTermMarkRoute = defineRoute({
  operationId: "setTermMark",
  summary: "Puts or clears the mark of a term over the version seen",
  method: "PUT",
  path: "/api/journal/pages/:pageId/terms/:term/pupils/:pupilId/mark",
  act: "journal.term_mark.set",
  params: Type.Object({ pageId: Id, term: Period, pupilId: Id }),
  body: Type.Object({ mark: Token, expectedVersion: Version }, { additionalProperties: false }),
  response: PeriodCell,
  failures: [
    "journal.page_not_found",
    "journal.term_not_found",
    "journal.period_not_used",
    "planning.term_closed",
    "journal.term_not_begun",
    "timetable.part_not_used",
    "access.not_permitted",
    "journal.mark_not_in_scale",
    "people.pupil_not_in_group",
    "journal.cell_changed_meanwhile",
  ],
});
