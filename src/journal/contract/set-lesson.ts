import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

const Text = Type.Union([Type.String({ maxLength: 4000 }), Type.Null()]);

const Code = Type.Union([Type.Integer({ minimum: 1, maximum: 32767 }), Type.Null()]);
/** More than a working day of homework is a slip of the pen. */
const Minutes = Type.Union([Type.Integer({ minimum: 1, maximum: 600 }), Type.Null()]);
const DueOn = Type.Union([Day, Type.Null()]);

/** What is written of a lesson, as it stands after a save. */
export const LessonNote = Type.Object({
  topic: Text,
  homework: Text,
  workType: Code,
  lessonKind: Code,
  tasks: Text,
  minutes: Minutes,
  dueOn: DueOn,
  version: Version,
  /** First written after the term of `lesson.entry`. */
  late: Type.Boolean(),
  /** Homework first written after the term of `homework.entry`. */
  homeworkLate: Type.Boolean(),
});

export const setLessonRoute = defineRoute({
  operationId: "setLesson",
  summary: "Writes topic, homework, work type, kind, tasks, minutes or due day of a lesson over the version seen; what is left out stays",
  method: "PUT",
  path: "/api/journal/pages/:pageId/lessons/:lessonId",
  act: "journal.lesson.set",
  params: Type.Object({ pageId: Id, lessonId: Id }),
  body: Type.Object(
    {
      topic: Type.Optional(Text),
      homework: Type.Optional(Text),
      workType: Type.Optional(Code),
      lessonKind: Type.Optional(Code),
      tasks: Type.Optional(Text),
      minutes: Type.Optional(Minutes),
      dueOn: Type.Optional(DueOn),
      /** Why what stands is changed after the term of the norm; asked for by a refusal only. */
      correction: Type.Optional(Type.String({ maxLength: 300 })),
      expectedVersion: Version,
    },
    { additionalProperties: false },
  ),
  response: LessonNote,
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "timetable.lesson_cancelled",
    "timetable.part_not_used",
    "journal.work_type_not_found",
    "journal.lesson_kind_not_found",
    "journal.lesson_kind_required",
    "journal.due_not_a_day",
    "journal.due_not_after_lesson",
    "planning.correction_needs_reason",
    "planning.late_needs_reason",
    "planning.late_entry_blocked",
    "journal.lesson_changed_meanwhile",
    "timetable.substitution_window_over",
  ],
});

export const HistoryLine = Type.Object({
  at: Type.String({ format: "date-time" }),
  /** When it was written down on a device without network, should it have waited there. */
  entered: Type.Union([Type.String(), Type.Null()]),
  by: Type.String(),
  /** `journal.mark.set`, `attendance.absence.set`, `journal.term_mark.set` or `journal.lesson.set`. */
  act: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
});

export const cellHistoryRoute = defineRoute({
  operationId: "cellHistory",
  summary: "Every change of a cell: who, when, from what, to what, oldest first",
  method: "GET",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/pupils/:pupilId/history",
  act: "journal.history.read",
  params: Type.Object({ pageId: Id, lessonId: Id, pupilId: Id }),
  response: Type.Object({ lines: Type.Array(HistoryLine), chainHolds: Type.Boolean() }),
  failures: ["timetable.lesson_not_found", "access.not_permitted"],
});
