import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import { NORMS } from "../../regulation/rules/norms.ts";
import type { CONTROL_WORK_ACTS } from "../rules/control-works/acts.ts";

const defineRoute = routesOf<keyof typeof CONTROL_WORK_ACTS>();

const Title = Type.String({ maxLength: 200 });
/** What is planned: the type by its number, minutes in all, how many lessons, whether the whole group writes at once. */
const Planned = {
  workType: Type.Integer({ minimum: 1, maximum: 32767 }),
  minutes: Type.Integer({ minimum: 1, maximum: 480 }),
  lessons: Type.Integer({ minimum: 1, maximum: 8 }),
  wholeClass: Type.Boolean(),
  title: Title,
};

export const ControlWork = Type.Object({
  workId: Id,
  pageId: Id,
  groupId: Id,
  classIds: Type.Array(Id),
  gradeLevel: Type.Integer(),
  groupName: Type.String(),
  subject: Type.String(),
  teachers: Type.String(),
  lessonId: Id,
  day: Day,
  slot: Type.Integer(),
  term: Type.Integer(),
  /** The lesson was cancelled or is gone: the work needs another day. */
  lost: Type.Boolean(),
  /** The lesson is the class's first of its day, its last (with the lessons the work takes). */
  first: Type.Boolean(),
  last: Type.Boolean(),
  weeklyHours: Type.Number(),
  yearLessons: Type.Integer(),
  quarters: Type.Integer(),
  /** Code of the work type. */
  code: Type.String(),
  ...Planned,
  version: Version,
  /** Whether this person may change it. */
  own: Type.Boolean(),
});

/** The limits in force today, for the planner's eyes; a save is judged by those of the work's day. */
export const Limits = Type.Object({
  max: NORMS["controlworks.max"].shape,
  hoursShare: NORMS["controlworks.hours_share"].shape,
  perDay: NORMS["controlworks.per_day"].shape,
  edgeLessons: NORMS["controlworks.edge_lessons"].shape,
  interval: NORMS["controlworks.interval"].shape,
  length: NORMS["controlworks.length"].shape,
  assessment: NORMS["controlworks.assessment"].shape,
});

export const SchedulePeriod = Type.Object({ term: Type.Integer(), kind: Type.String(), startsOn: Day, endsOn: Day });

export const controlWorksRoute = defineRoute({
  operationId: "controlWorks",
  summary: "The schedule of control works of the whole school for the year: classes, study days, works and the limits in force",
  method: "GET",
  path: "/api/planning/control-works",
  act: "planning.control_works.read",
  response: Type.Object({
    year: Type.Integer(),
    today: Day,
    periods: Type.Array(SchedulePeriod),
    days: Type.Array(Day),
    classes: Type.Array(Type.Object({ classId: Id, name: Type.String(), gradeLevel: Type.Integer() })),
    works: Type.Array(ControlWork),
    workTypes: Type.Array(Type.Object({ workType: Type.Integer(), code: Type.String(), name: Type.String() })),
    limits: Limits,
    /** Pages for which this person may plan. */
    pages: Type.Array(Type.Object({ pageId: Id, groupName: Type.String(), subject: Type.String() })),
    /** Control lessons of the lesson plans of these pages that are not in the schedule yet. */
    fromPlans: Type.Array(Type.Object({ pageId: Id, lessonId: Id, day: Day, topic: Type.String() })),
    isPublic: Type.Boolean(),
    mayPublish: Type.Boolean(),
    schoolId: Id,
  }),
  failures: ["access.not_permitted", "regulation.norm_not_in_force"],
});

export const PageForWork = Type.Object({
  pageId: Id,
  groupId: Id,
  classIds: Type.Array(Id),
  gradeLevel: Type.Integer(),
  subject: Type.String(),
  groupName: Type.String(),
  weeklyHours: Type.Number(),
  yearLessons: Type.Integer(),
  quarters: Type.Integer(),
  lessons: Type.Array(
    Type.Object({
      lessonId: Id,
      day: Day,
      slot: Type.Integer(),
      term: Type.Integer(),
      /** The class's first and last lesson number of that day. */
      firstSlot: Type.Integer(),
      lastSlot: Type.Integer(),
      /** Topic of the lesson plan's control lesson that falls here. */
      planned: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});

export const pageForWorkRoute = defineRoute({
  operationId: "pageForWork",
  summary: "The lessons of a page on which a control work can be planned, with what the limits ask of them",
  method: "GET",
  path: "/api/planning/control-works/pages/:pageId",
  act: "planning.control_work.set",
  params: Type.Object({ pageId: Id }),
  response: PageForWork,
  failures: ["planning.page_not_found", "access.not_permitted"],
});

const Remark = Type.Object({
  limit: Type.String(),
  severity: Type.Union([Type.Literal("warn"), Type.Literal("refuse")]),
  facts: Type.Record(Type.String(), Type.Unknown()),
});
const Kept = Type.Object({ workId: Id, version: Version, remarks: Type.Array(Remark) });
const KEEPING = [
  "planning.page_not_found",
  "timetable.lesson_not_found",
  "timetable.lesson_cancelled",
  "access.not_permitted",
  "journal.work_type_not_found",
  "planning.control_work_past_limit",
  "planning.lesson_has_control_work",
  "regulation.norm_not_in_force",
] as const;

export const planControlWorkRoute = defineRoute({
  operationId: "planControlWork",
  summary: "Plans a control work on a lesson; answers the limits it passes with a warning, and is refused by those that refuse",
  method: "POST",
  path: "/api/planning/control-works",
  act: "planning.control_work.set",
  body: Type.Object({ pageId: Id, lessonId: Id, ...Planned }, { additionalProperties: false }),
  response: Kept,
  failures: [...KEEPING],
});

export const changeControlWorkRoute = defineRoute({
  operationId: "changeControlWork",
  summary: "Changes a planned control work, or moves it to another lesson of its page, over the version seen",
  method: "PUT",
  path: "/api/planning/control-works/:workId",
  act: "planning.control_work.set",
  params: Type.Object({ workId: Id }),
  body: Type.Object({ lessonId: Id, ...Planned, expectedVersion: Version }, { additionalProperties: false }),
  response: Kept,
  failures: [...KEEPING, "planning.control_work_not_found", "planning.control_work_changed_meanwhile"],
});

export const removeControlWorkRoute = defineRoute({
  operationId: "removeControlWork",
  summary: "Takes a planned control work out of the schedule over the version seen",
  method: "DELETE",
  path: "/api/planning/control-works/:workId",
  act: "planning.control_work.set",
  params: Type.Object({ workId: Id }),
  query: Type.Object({ expectedVersion: Type.Integer({ minimum: 0, maximum: 2147483647 }) }),
  response: Type.Object({ removed: Type.Boolean() }),
  failures: ["planning.control_work_not_found", "access.not_permitted", "planning.control_work_changed_meanwhile"],
});

export const publishControlWorksRoute = defineRoute({
  operationId: "publishControlWorks",
  summary: "Opens the year's schedule of control works to families without a sign-in, or closes it",
  method: "PUT",
  path: "/api/planning/control-works/publication",
  act: "planning.control_works.publish",
  body: Type.Object({ isPublic: Type.Boolean() }, { additionalProperties: false }),
  response: Type.Object({ isPublic: Type.Boolean() }),
  failures: ["access.not_permitted"],
});

/** What families read: class, day, lesson, subject and type of work. No person is in it. */
export const publicControlWorksRoute = defineRoute({
  operationId: "publicControlWorks",
  summary: "The published schedule of control works of a school, without personal data",
  method: "GET",
  path: "/api/public/control-works/:schoolId",
  act: "planning.control_works.public",
  params: Type.Object({ schoolId: Id }),
  response: Type.Object({
    school: Type.String(),
    year: Type.Integer(),
    today: Day,
    periods: Type.Array(SchedulePeriod),
    classes: Type.Array(Type.Object({ classId: Id, name: Type.String() })),
    works: Type.Array(
      Type.Object({
        classIds: Type.Array(Id),
        groupName: Type.String(),
        day: Day,
        slot: Type.Integer(),
        subject: Type.String(),
        work: Type.String(),
        minutes: Type.Integer(),
      }),
    ),
  }),
  failures: ["planning.schedule_not_public"],
});
