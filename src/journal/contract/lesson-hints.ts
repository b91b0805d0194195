import Type from "typebox";
import { Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

const PlanLine = Type.Object({ topic: Type.String(), homework: Type.String(), section: Type.String() });

/** Homework that the classes of a lesson have for its day beside this lesson's own. */
export const ClassLoad = Type.Object({
  className: Type.String(),
  /** Minutes; null where no norm names the grade. */
  limit: Type.Union([Type.Integer(), Type.Null()]),
  /** The class has no lessons on the next day. */
  beforeDayOff: Type.Boolean(),
  others: Type.Array(Type.Object({ subject: Type.String(), groupId: Id, minutes: Type.Integer() })),
});

export const LessonHints = Type.Object({
  /** What the plan of the page says to the lesson; null where the page has no plan. */
  plan: Type.Union([
    Type.Object({
      /** The line the lesson was given. */
      given: Type.Union([PlanLine, Type.Null()]),
      offered: Type.Union([PlanLine, Type.Null()]),
      next: Type.Array(PlanLine),
      missed: Type.Array(PlanLine),
      /** Hours behind the plan; negative when ahead. */
      lag: Type.Integer(),
    }),
    Type.Null(),
  ]),
  subject: Type.String(),
  groupId: Id,
  loads: Type.Array(ClassLoad),
});

export const lessonHintsRoute = defineRoute({
  operationId: "lessonHints",
  summary: "What helps to write a lesson: the topics its plan offers, and how much homework its classes have for the day already",
  method: "GET",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/hints",
  act: "journal.page.read",
  params: Type.Object({ pageId: Id, lessonId: Id }),
  response: LessonHints,
  failures: ["timetable.lesson_not_found", "access.not_permitted"],
});
