import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { DUTY_ACTS } from "../../rules/duties/acts.ts";
import { DUTY_CODES } from "../../rules/duties/duty-kinds.ts";
import { MATTER_KINDS } from "../../rules/duties/matter-kinds.ts";
import type { MatterCode } from "../../rules/duties/matter-kinds.ts";

const defineRoute = routesOf<keyof typeof DUTY_ACTS>();
const Instant = Type.String({ format: "date-time" });
const Nullable = <T extends Type.TSchema>(shape: T) => Type.Union([shape, Type.Null()]);
const Kind = Type.Enum(Object.keys(MATTER_KINDS) as MatterCode[]);

export const mattersRoute = defineRoute({
  operationId: "matters",
  summary: "The register of things that start a term, with what is owed about each",
  method: "GET",
  path: "/api/control/matters",
  act: "control.matter.read",
  response: Type.Object({
    now: Instant,
    today: Day,
    /** What the person may write in. */
    mayOpen: Type.Array(Kind),
    staff: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
    /** The latest first. */
    matters: Type.Array(
      Type.Object({
        matterId: Id,
        kind: Kind,
        title: Type.String(),
        day: Day,
        openedAt: Instant,
        openedBy: Type.String(),
        owner: Nullable(Type.String()),
        duties: Type.Array(
          Type.Object({
            kind: Type.Enum(DUTY_CODES),
            dueAt: Instant,
            clause: Type.String(),
            doneAt: Nullable(Instant),
            /** Done after its term, or not done and the term is over. */
            late: Type.Boolean(),
            note: Type.String(),
            document: Type.String(),
          }),
        ),
      }),
    ),
  }),
  failures: ["access.not_permitted"],
});

export const openMatterRoute = defineRoute({
  operationId: "openMatter",
  summary: "Writes a thing that starts a term into the register",
  method: "POST",
  path: "/api/control/matters",
  act: "control.matter.open",
  body: Type.Object({
    kind: Kind,
    title: Type.String({ maxLength: 300 }),
    day: Day,
    /** The hour, where the term is counted in hours: `09:40`. */
    time: Type.Optional(Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" })),
    ownerId: Type.Optional(Id),
  }),
  response: Type.Object({ matterId: Id }),
  failures: [
    "access.not_permitted",
    "timetable.not_a_day",
    "control.matter_without_title",
    "control.matter_to_come",
    "control.matter_without_time",
    "control.matter_without_owner",
    "control.owner_not_found",
  ],
});
