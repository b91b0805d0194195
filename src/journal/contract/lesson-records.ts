import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

const Moment = Type.Union([Type.String(), Type.Null()]);
const Name = Type.Union([Type.String(), Type.Null()]);

/** Who wrote a lesson and when it really was, apart from the lesson's day. */
export const LessonRecord = Type.Object({
  lesson: Id,
  /** When topic or homework was first written, and by whom the lesson was written last. */
  enteredAt: Moment,
  by: Name,
  late: Type.Boolean(),
  homeworkAt: Moment,
  homeworkBy: Name,
  homeworkLate: Type.Boolean(),
});

export const LessonRecords = Type.Object({
  records: Type.Array(LessonRecord),
  /** Lessons of the year that are not cancelled, those of them held by today, and those with a topic. */
  planned: Type.Integer(),
  held: Type.Integer(),
  passed: Type.Integer(),
  /** The last held lesson that has topic and homework. */
  lastOn: Type.Union([Day, Type.Null()]),
});

export const lessonRecordsRoute = defineRoute({
  operationId: "lessonRecords",
  summary: "Who wrote the lessons of a page and when, and how far the programme is",
  method: "GET",
  path: "/api/journal/pages/:pageId/records",
  act: "journal.page.read",
  params: Type.Object({ pageId: Id }),
  response: LessonRecords,
  failures: ["journal.page_not_found", "access.not_permitted"],
});
