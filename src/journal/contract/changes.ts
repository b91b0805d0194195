import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";
import { HistoryLine } from "./set-lesson.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();
const OrNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** One change of one place: a mark, an absence, the record of a lesson, the mark of a period. */
export const ChangeLine = Type.Object({
  /** Where it stands in the page's chain; `part` tells apart the pupils of one statement. */
  pageId: Id,
  seq: Type.Integer(),
  part: Type.Integer(),
  at: Type.String({ format: "date-time" }),
  by: Type.String(),
  act: Type.String(),
  groupName: Type.String(),
  subject: Type.String(),
  lessonId: OrNull(Id),
  day: OrNull(Day),
  /** Number of a term, of the year, of an examination; null for what belongs to a lesson. */
  term: OrNull(Type.Integer()),
  pupilId: OrNull(Id),
  pupil: OrNull(Type.String()),
  work: OrNull(Type.Integer()),
  before: Type.Unknown(),
  after: Type.Unknown(),
  /** Why it was changed after its term; null for a change in time. */
  reason: OrNull(Type.String()),
});

export const lateCorrectionsRoute = defineRoute({
  operationId: "lateCorrections",
  summary: "Changes that came after their term, with reason, old and new value, newest first",
  method: "GET",
  path: "/api/journal/corrections",
  act: "journal.corrections.read",
  query: Type.Object({ from: Type.String({ maxLength: 40 }), to: Type.String({ maxLength: 40 }) }),
  response: Type.Object({ from: Day, to: Day, lines: Type.Array(ChangeLine) }),
  failures: ["access.not_permitted", "timetable.not_a_day", "timetable.not_a_span"],
});

/** A change of one's own with what stands in the place now: it is undone only over its own value. */
export const MyChange = Type.Object({ ...ChangeLine.properties, standing: Type.Unknown(), version: Version });

export const myChangesRoute = defineRoute({
  operationId: "myChanges",
  summary: "Every change that this person made on a day, newest first, with what stands now",
  method: "GET",
  path: "/api/journal/my-changes",
  act: "journal.my_changes.read",
  query: Type.Object({ day: Type.Optional(Type.String({ maxLength: 40 })) }),
  response: Type.Object({ day: Day, today: Day, lines: Type.Array(MyChange) }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});

export const lessonHistoryRoute = defineRoute({
  operationId: "lessonHistory",
  summary: "Every change of a lesson's topic, homework and work: who, when, from what, to what, oldest first",
  method: "GET",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/history",
  act: "journal.history.read",
  params: Type.Object({ pageId: Id, lessonId: Id }),
  response: Type.Object({ lines: Type.Array(HistoryLine), chainHolds: Type.Boolean() }),
  failures: ["timetable.lesson_not_found", "access.not_permitted"],
});

export const termMarkHistoryRoute = defineRoute({
  operationId: "termMarkHistory",
  summary: "Every change of a pupil's mark of a term, of the year or of an examination: who, when, from what, to what, oldest first",
  method: "GET",
  path: "/api/journal/pages/:pageId/terms/:term/pupils/:pupilId/history",
  act: "journal.history.read",
  params: Type.Object({ pageId: Id, term: Type.Integer({ minimum: 0, maximum: 32767 }), pupilId: Id }),
  response: Type.Object({ lines: Type.Array(HistoryLine), chainHolds: Type.Boolean() }),
  failures: ["journal.page_not_found", "access.not_permitted"],
});
