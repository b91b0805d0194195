import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();
const NoDay = Type.Union([Day, Type.Null()]);
const Event = { day: NoDay, title: Type.String({ minLength: 1, maxLength: 300 }), note: Type.String({ maxLength: 500 }) };
/** More than one a day. */
const MOST_EVENTS = 40;

export const classEventsRoute = defineRoute({
  operationId: "classEvents",
  summary: "The homeroom teacher's plans of events with the class, a month at a time, and the months that are overdue",
  method: "GET",
  path: "/api/class-events",
  act: "planning.class_events.read",
  response: Type.Object({
    today: Day,
    /** From which day of a month its plan is overdue. */
    dueDay: Type.Integer(),
    classes: Type.Array(
      Type.Object({
        classId: Id,
        name: Type.String(),
        teacher: Type.String(),
        mayWrite: Type.Boolean(),
        months: Type.Array(Type.Object({ month: Day, version: Version, overdue: Type.Boolean(), events: Type.Array(Type.Object(Event)) })),
      }),
    ),
  }),
  failures: ["access.not_permitted", "planning.no_school_year"],
});

export const setClassEventsRoute = defineRoute({
  operationId: "setClassEvents",
  summary: "Writes the plan of events of a class for a month over the version seen",
  method: "PUT",
  path: "/api/class-events/:classId/:month",
  act: "planning.class_events.set",
  params: Type.Object({ classId: Id, month: Day }),
  body: Type.Object(
    { expectedVersion: Version, events: Type.Array(Type.Object(Event, { additionalProperties: false }), { maxItems: MOST_EVENTS }) },
    { additionalProperties: false },
  ),
  response: Type.Object({ version: Version }),
  failures: ["access.not_permitted", "planning.class_not_found", "planning.not_a_day", "planning.event_outside_month", "planning.events_changed_meanwhile"],
});
