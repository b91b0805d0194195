import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";
import { PlanLine } from "./set-plan.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();
const Text = Type.Union([Type.String(), Type.Null()]);

/** One hour of a line: the day the timetable of the year had for it, and the lesson it stands at now. */
const LaidHour = Type.Object({
  lineId: Id,
  hour: Type.Integer(),
  plannedDay: Type.Union([Day, Type.Null()]),
  lessonId: Type.Union([Id, Type.Null()]),
  day: Type.Union([Day, Type.Null()]),
  isGiven: Type.Boolean(),
});

export const readPlanRoute = defineRoute({
  operationId: "readPlan",
  summary: "The lesson plan of a page with its dates by the timetable and as they came out, and the lag",
  method: "GET",
  path: "/api/plans/:pageId",
  act: "planning.plan.read",
  params: Type.Object({ pageId: Id }),
  response: Type.Object({
    pageId: Id,
    groupName: Type.String(),
    subject: Type.String(),
    gradeLevel: Type.Integer(),
    year: Type.Integer(),
    teachers: Type.String(),
    weeklyHours: Type.Number(),
    /** Hours a year by the curriculum; null where it has no such subject for the grade. */
    curriculumHours: Type.Union([Type.Integer(), Type.Null()]),
    mayWrite: Type.Boolean(),
    /** 0 where the page has no plan. */
    version: Version,
    setBy: Text,
    setAt: Text,
    /** Name of the file it was imported from, empty otherwise. */
    source: Type.String(),
    today: Day,
    lines: Type.Array(PlanLine),
    hours: Type.Array(LaidHour),
    /** Lessons of the page, to lay a plan on them while it is typed: where the timetable first had each, where it stands, the line it was given. */
    timetable: Type.Array(
      Type.Object({
        lessonId: Id,
        day: Day,
        slot: Type.Integer(),
        plannedDay: Day,
        plannedSlot: Type.Integer(),
        cancelled: Type.Boolean(),
        given: Type.Union([Id, Type.Null()]),
      }),
    ),
    /** Hours behind the plan today; negative when ahead. */
    lag: Type.Integer(),
    /** Hours of the plan that no lesson of the year is left for. */
    withoutLesson: Type.Integer(),
    /** Lessons of the year that are not cancelled. */
    lessons: Type.Integer(),
  }),
  failures: ["access.not_permitted", "planning.page_not_found"],
});
