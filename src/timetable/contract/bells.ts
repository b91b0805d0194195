import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();
const Clock = Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" });

/** An hour of the day: shift 1 or 2 of the lessons, 0 what is held after them. */
export const BellSlot = Type.Object(
  { shift: Type.Integer({ minimum: 0, maximum: 2 }), slot: Type.Integer({ minimum: 0, maximum: 99 }), starts: Clock, ends: Clock },
  { additionalProperties: false },
);
const Slots = Type.Array(BellSlot, { maxItems: 60 });
const Warning = Type.Object({
  kind: Type.Union([Type.Literal("lesson_long"), Type.Literal("break_short"), Type.Literal("bells_overlap")]),
  shift: Type.Integer(),
  slot: Type.Integer(),
  minutes: Type.Optional(Type.Integer()),
  limit: Type.Optional(Type.Integer()),
});
const Bells = Type.Object({ bellScheduleId: Id, name: Type.String(), isUsual: Type.Boolean(), slots: Slots, warnings: Type.Array(Warning) });

export const bellsRoute = defineRoute({
  operationId: "bells",
  summary: "The variants of the bells with what they are warned of, and the days to come that ring by another than the usual one",
  method: "GET",
  path: "/api/timetable/bells",
  act: "timetable.week.read",
  response: Type.Object({
    today: Day,
    mayEdit: Type.Boolean(),
    bells: Type.Array(Bells),
    days: Type.Array(Type.Object({ day: Day, bellScheduleId: Id })),
    limits: Type.Union([Type.Object({ lessonMinutes: Type.Integer(), breakMinutes: Type.Integer() }), Type.Null()]),
  }),
  failures: ["access.not_permitted"],
});

export const setBellsRoute = defineRoute({
  operationId: "setBells",
  summary: "Sets a variant of the bells over the hours seen, or adds one; hours after lessons are the same in every variant",
  method: "PUT",
  path: "/api/timetable/bells",
  act: "timetable.bells.set",
  body: Type.Object(
    {
      /** Null adds a variant. */
      bellScheduleId: Type.Union([Id, Type.Null()]),
      name: Type.String({ maxLength: 60 }),
      seen: Slots,
      slots: Slots,
    },
    { additionalProperties: false },
  ),
  response: Bells,
  failures: [
    "access.not_permitted",
    "regulation.norm_not_in_force",
    "timetable.bells_not_found",
    "timetable.bells_changed_meanwhile",
    "timetable.bells_not_named",
    "timetable.bells_name_taken",
    "timetable.bell_misshapen",
    "timetable.bell_in_use",
  ],
});

export const chooseBellsRoute = defineRoute({
  operationId: "chooseBells",
  summary: "Chooses the variant of the bells for one day; null is the usual one",
  method: "PUT",
  path: "/api/timetable/days/:day/bells",
  act: "timetable.bells.set",
  params: Type.Object({ day: Type.String({ maxLength: 40 }) }),
  body: Type.Object({ bellScheduleId: Type.Union([Id, Type.Null()]) }, { additionalProperties: false }),
  response: Type.Object({ day: Day, bellScheduleId: Type.Union([Id, Type.Null()]) }),
  failures: [
    "access.not_permitted",
    "regulation.norm_not_in_force",
    "timetable.not_a_day",
    "timetable.bells_not_found",
    "timetable.day_gone",
    "timetable.not_a_study_day",
    "timetable.no_year",
  ],
});
