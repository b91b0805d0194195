import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

const Text = Type.Union([Type.String(), Type.Null()]);

export const HomeworkDay = Type.Object({
  day: Day,
  lessons: Type.Array(
    Type.Object({
      lessonId: Id,
      pageId: Id,
      slot: Type.Integer(),
      subject: Type.String(),
      groupName: Type.String(),
      homework: Text,
      minutes: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  beforeDayOff: Type.Boolean(),
  /** Minutes of the day by subject, the longest first. */
  subjects: Type.Array(Type.Object({ subject: Type.String(), minutes: Type.Integer() })),
  total: Type.Integer(),
  /** Minutes; null where no norm names the grade. */
  limit: Type.Union([Type.Integer(), Type.Null()]),
  over: Type.Boolean(),
});

export const classHomeworkRoute = defineRoute({
  operationId: "classHomework",
  summary: "Homework of a class by day of a week with the minutes and the limit of its grade",
  method: "GET",
  path: "/api/journal/classes/:classId/homework",
  act: "journal.homework.read",
  params: Type.Object({ classId: Id }),
  query: Type.Object({ day: Type.Optional(Type.String({ maxLength: 40, description: "any day of the week; absent: today" })) }),
  response: Type.Object({ className: Type.String(), gradeLevel: Type.Integer(), monday: Day, days: Type.Array(HomeworkDay) }),
  failures: ["journal.class_not_found", "journal.not_a_day", "access.not_permitted"],
});

export const UnwrittenPage = Type.Object({
  pageId: Id,
  groupName: Type.String(),
  subject: Type.String(),
  teachers: Type.String(),
  held: Type.Integer(),
  /** The last held lesson of the year that has topic and homework. */
  lastOn: Type.Union([Day, Type.Null()]),
  gaps: Type.Array(Type.Object({ lessonId: Id, day: Day, noTopic: Type.Boolean(), noHomework: Type.Boolean() })),
});

export const unwrittenLessonsRoute = defineRoute({
  operationId: "unwrittenLessons",
  summary: "Held lessons of a month without topic or homework, by page: the person's own pages, or all pages of the school",
  method: "GET",
  path: "/api/journal/unwritten",
  act: "journal.unwritten.read",
  query: Type.Object({ month: Type.Optional(Type.String({ maxLength: 20, description: "`2026-09`; absent: the month of today" })) }),
  response: Type.Object({
    month: Type.String(),
    today: Day,
    /** The last day to mend the month, and whether it is over. */
    dueOn: Day,
    overdue: Type.Boolean(),
    wholeSchool: Type.Boolean(),
    pages: Type.Array(UnwrittenPage),
  }),
  failures: ["journal.not_a_month", "access.not_permitted"],
});
