import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { CONTROL_ACTS } from "../rules/acts.ts";
import { DUTY_KINDS } from "../rules/duty-kinds.ts";
import type { DutyCode } from "../rules/duty-kinds.ts";

const defineRoute = routesOf<keyof typeof CONTROL_ACTS>();

/** An open duty: what is owed, until when, by which clause, and the place where it is done. */
export const Duty = Type.Object({
  kind: Type.Enum(Object.keys(DUTY_KINDS) as DutyCode[]),
  state: Type.Enum(["overdue", "today", "soon"]),
  dueAt: Type.String({ format: "date-time" }),
  /** The deadline as the norm writes it, its act and clause. */
  norm: Type.String(),
  act: Type.String(),
  clause: Type.String(),
  groupName: Type.String(),
  subject: Type.String(),
  pageId: Id,
  lessonId: Id,
  day: Day,
  slot: Type.Integer(),
});

export const myDutiesRoute = defineRoute({
  operationId: "myDuties",
  summary: "What the person owes, with deadlines and clauses, and what was done today",
  method: "GET",
  path: "/api/control/my-duties",
  act: "control.duty.mine",
  response: Type.Object({
    now: Type.String({ format: "date-time" }),
    /** The earliest deadline first. */
    duties: Type.Array(Duty),
    /** Lessons that the person wrote today, the last first. */
    done: Type.Array(
      Type.Object({ pageId: Id, lessonId: Id, day: Day, groupName: Type.String(), subject: Type.String(), at: Type.String({ format: "date-time" }) }),
    ),
    /** Lessons of this month until now: how many were held, how many of them were written in time. */
    month: Type.Object({ held: Type.Integer(), inTime: Type.Integer() }),
  }),
  failures: ["access.not_permitted"],
});

export const schoolDutiesRoute = defineRoute({
  operationId: "schoolDuties",
  summary: "Everything that is overdue in the school, by who owes it",
  method: "GET",
  path: "/api/control/duties",
  act: "control.duty.school",
  response: Type.Object({
    now: Type.String({ format: "date-time" }),
    people: Type.Array(Type.Object({ personId: Id, name: Type.String(), overdue: Type.Array(Duty) })),
  }),
  failures: ["access.not_permitted"],
});
