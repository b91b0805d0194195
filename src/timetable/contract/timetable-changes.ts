import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();
const Text = Type.Union([Type.String(), Type.Null()]);
const Place = Type.Object({ day: Day, slot: Type.Integer() });

/** One edit of a dated lesson: what it made of the lesson, by whom and when. */
export const TimetableChange = Type.Object({
  pageId: Id,
  lessonId: Id,
  changeNo: Type.Integer(),
  kind: Type.Union([Type.Literal("substituted"), Type.Literal("cancelled"), Type.Literal("restored"), Type.Literal("moved"), Type.Literal("room")]),
  /** Where the lesson stood before and after the edit. */
  before: Place,
  after: Place,
  groupName: Type.String(),
  subject: Type.String(),
  teacher: Type.String(),
  substitute: Text,
  roomBefore: Text,
  room: Text,
  reason: Type.String(),
  author: Type.String(),
  /** An instant. */
  madeAt: Type.String(),
  /** Not taken back and not replaced by a later edit of its kind. */
  stands: Type.Boolean(),
});

export const timetableChangesRoute = defineRoute({
  operationId: "timetableChanges",
  summary: "The register of changes: substitutions, cancellations, moves and rooms, by the day of the lesson or by the day they were made",
  method: "GET",
  path: "/api/timetable/changes",
  act: "timetable.changes.read",
  query: Type.Object({
    from: Type.String({ maxLength: 40 }),
    to: Type.String({ maxLength: 40 }),
    by: Type.Optional(Type.Union([Type.Literal("lesson"), Type.Literal("made")])),
  }),
  response: Type.Object({ from: Day, to: Day, changes: Type.Array(TimetableChange) }),
  failures: ["access.not_permitted", "timetable.not_a_day", "timetable.not_a_span"],
});
