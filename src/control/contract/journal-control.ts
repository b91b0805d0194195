import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { CONTROL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof CONTROL_ACTS>();

const Count = Type.Integer({ minimum: 0 });

/** What became of lessons: counts, never shares, so that every share can be counted anew by hand. */
export const Figures = Type.Object({
  /** Lessons that were held and have a topic by the kind of their page. */
  held: Count,
  /** Of these: with a topic; with a topic written by the norm of their day. */
  topics: Count,
  inTime: Count,
  /** Lessons that were held and have homework by the kind of their page; of these: with homework, «nothing set» included; in time. */
  homeworkHeld: Count,
  homework: Count,
  homeworkInTime: Count,
});

export const journalControlRoute = defineRoute({
  operationId: "journalControl",
  summary: "How the journal is kept in the days: by teacher or by class, with weeks",
  method: "GET",
  path: "/api/control/journal",
  act: "control.journal.read",
  query: Type.Object({ from: Day, to: Day, by: Type.Enum(["teacher", "class"]) }),
  response: Type.Object({
    from: Day,
    to: Day,
    total: Figures,
    /** Who needs help stands first: the smallest share of lessons written in time. */
    rows: Type.Array(
      Type.Object({
        /** The teacher, or the class; 0 for groups of several classes. */
        id: Type.Integer({ minimum: 0 }),
        name: Type.String(),
        figures: Figures,
        /** Lessons of each week of the days, Monday first told: held and written in time. */
        weeks: Type.Array(Type.Object({ monday: Day, held: Count, inTime: Count })),
      }),
    ),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day", "control.days_upside_down", "control.too_many_days"],
});

export const journalFindingsRoute = defineRoute({
  operationId: "journalFindings",
  summary: "The lessons behind a number: what was not written, or not in time",
  method: "GET",
  path: "/api/control/journal/findings",
  act: "control.journal.read",
  query: Type.Object({ from: Day, to: Day, by: Type.Enum(["teacher", "class"]), id: Type.Integer({ minimum: 0 }) }),
  response: Type.Object({
    findings: Type.Array(
      Type.Object({
        pageId: Id,
        lessonId: Id,
        day: Day,
        slot: Type.Integer(),
        groupName: Type.String(),
        subject: Type.String(),
        teacherId: Id,
        teacher: Type.String(),
        what: Type.Enum(["lesson_entry", "homework"]),
        dueAt: Type.String({ format: "date-time" }),
        clause: Type.String(),
        /** When it was written, late; null: not yet. */
        writtenAt: Type.Union([Type.String({ format: "date-time" }), Type.Null()]),
      }),
    ),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day", "control.days_upside_down", "control.too_many_days"],
});
