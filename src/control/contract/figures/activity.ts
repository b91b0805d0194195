import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { FIGURES_ACTS } from "../../rules/figures/acts.ts";

const defineRoute = routesOf<keyof typeof FIGURES_ACTS>();
const Count = Type.Integer({ minimum: 0 });
const Days = { from: Day, to: Day };
const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);
const DAYS_FAILURES = ["access.not_permitted", "timetable.not_a_day", "control.days_upside_down", "control.too_many_days"] as const;

export const activityRoute = defineRoute({
  operationId: "activity",
  summary: "Who worked with the journal in the days: by role, by class, and how many teachers entered anything",
  method: "GET",
  path: "/api/control/activity",
  act: "control.activity.read",
  query: Type.Object(Days),
  response: Type.Object({
    from: Day,
    to: Day,
    roles: Type.Array(
      Type.Object({
        role: Type.String(),
        /** Who holds the role on the last day; of them with an account; seen in the days, in 7 and in 30 days before its end; who wrote anything. */
        people: Count,
        accounts: Count,
        seen: Count,
        seenIn7: Count,
        seenIn30: Count,
        wrote: Count,
      }),
    ),
    /** Teachers with a load in the days, and those of them who entered anything. */
    staff: Type.Object({ teachers: Count, entered: Count }),
    /** Pupils of the last day; who came themselves, who has a parent that came. */
    classes: Type.Array(Type.Object({ classId: Id, name: Type.String(), gradeLevel: Type.Integer(), pupils: Count, seen: Count, withParent: Count })),
  }),
  failures: [...DAYS_FAILURES],
});

export const activePeopleRoute = defineRoute({
  operationId: "activePeople",
  summary: "People of a role: when they came last, on how many days, how much they wrote",
  method: "GET",
  path: "/api/control/activity/people",
  act: "control.activity.read",
  query: Type.Object({ ...Days, role: Type.String({ minLength: 1, maxLength: 40 }) }),
  response: Type.Object({
    people: Type.Array(
      Type.Object({
        personId: Id,
        name: Type.String(),
        className: orNull(Type.String()),
        hasAccount: Type.Boolean(),
        lastOn: orNull(Day),
        days: Count,
        entries: Count,
      }),
    ),
  }),
  failures: [...DAYS_FAILURES],
});

export const pageAccessRoute = defineRoute({
  operationId: "pageAccess",
  summary: "Who opened and who changed pages of the journal, day by day",
  method: "GET",
  path: "/api/control/access",
  act: "control.access.read",
  query: Type.Object({ ...Days, pageId: Type.Optional(Id), personId: Type.Optional(Id) }),
  response: Type.Object({
    from: Day,
    to: Day,
    /** All of them; `lines` holds the first 500, the latest first. */
    count: Count,
    lines: Type.Array(
      Type.Object({
        pageId: Id,
        groupName: Type.String(),
        subject: Type.String(),
        personId: Id,
        name: Type.String(),
        day: Day,
        opened: Count,
        lastOpenedAt: orNull(Type.String({ format: "date-time" })),
        changes: Count,
        lastChangedAt: orNull(Type.String({ format: "date-time" })),
      }),
    ),
  }),
  failures: [...DAYS_FAILURES],
});
