import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { REGULATION_ACTS } from "../../rules/regulation/acts.ts";

const defineRoute = routesOf<keyof typeof REGULATION_ACTS>();

/** For which grade or subject a value is; without both it is for the whole school. */
const Scope = { grade: Type.Union([Type.Integer({ minimum: 0, maximum: 12 }), Type.Null()]), subjectId: Type.Union([Id, Type.Null()]) };

const Norm = Type.Object({
  code: Type.String(),
  value: Type.Unknown(),
  act: Type.String(),
  clause: Type.String(),
  /** What another clause of the school's papers says, and why this value was chosen. */
  clash: Type.Union([Type.Object({ value: Type.Unknown(), clause: Type.String(), reason: Type.String() }), Type.Null()]),
  ...Scope,
  subject: Type.Union([Type.String(), Type.Null()]),
  /** Days of the value, both included; null where it has no beginning or end. */
  fromDay: Type.Union([Day, Type.Null()]),
  toDay: Type.Union([Day, Type.Null()]),
  /** The school's own value, not that of its country. */
  own: Type.Boolean(),
});

const Edition = Type.Object({
  editionNo: Type.Integer(),
  startsOn: Day,
  endsOn: Type.Union([Day, Type.Null()]),
  document: Type.String(),
  orderDate: Type.Union([Day, Type.Null()]),
  approvedBy: Type.String(),
  enteredBy: Type.Union([Type.String(), Type.Null()]),
  /** Which norms it changed; empty for the first one. */
  changed: Type.Array(Type.String()),
});

/** A norm as an edition is to change it. */
export const NormChange = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 80 }),
    value: Type.Unknown(),
    clause: Type.String({ maxLength: 200 }),
    grade: Type.Optional(Scope.grade),
    subjectId: Type.Optional(Scope.subjectId),
  },
  { additionalProperties: false },
);
const Changes = Type.Array(NormChange, { minItems: 1, maxItems: 300 });

export const regulationRoute = defineRoute({
  operationId: "regulation",
  summary: "The school's regulation on a day: every norm with its value, act and clause, and the editions",
  method: "GET",
  path: "/api/regulation",
  act: "control.regulation.read",
  query: Type.Object({ day: Type.Optional(Type.String({ maxLength: 10 })) }, { additionalProperties: false }),
  response: Type.Object({
    school: Type.String(),
    /** The day that the values are of. */
    day: Day,
    today: Day,
    mayChange: Type.Boolean(),
    editions: Type.Array(Edition),
    norms: Type.Array(Norm),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});

export const enactEditionRoute = defineRoute({
  operationId: "enactEdition",
  summary: "A new edition of the regulation: it ends the earlier one by itself from its day on",
  method: "POST",
  path: "/api/regulation/editions",
  act: "control.regulation.enact",
  body: Type.Object(
    {
      startsOn: Type.String({ maxLength: 10 }),
      orderNumber: Type.String({ minLength: 1, maxLength: 40, pattern: "\\S" }),
      orderDate: Type.String({ maxLength: 10 }),
      approvedBy: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }),
      changes: Changes,
      /** The edition with the highest number that the writer saw. */
      seenEdition: Type.Integer({ minimum: 0 }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ editionNo: Type.Integer() }),
  failures: [
    "access.not_permitted",
    "timetable.not_a_day",
    "regulation.norm_unknown",
    "regulation.norm_misshapen",
    "regulation.norm_named_twice",
    "regulation.norm_for_whole_school",
    "regulation.clause_missing",
    "regulation.edition_in_past",
    "regulation.edition_same_day",
    "regulation.day_skipped",
    "regulation.order_not_signed",
    "regulation.edition_changes_nothing",
    "regulation.edition_changed_meanwhile",
  ],
});

export const withdrawEditionRoute = defineRoute({
  operationId: "withdrawEdition",
  summary: "Takes back an edition that has not begun: what it was to end goes on",
  method: "DELETE",
  path: "/api/regulation/editions/:editionNo",
  act: "control.regulation.enact",
  params: Type.Object({ editionNo: Id }),
  response: Type.Object({ editionNo: Type.Integer() }),
  failures: ["access.not_permitted", "regulation.edition_not_found", "regulation.edition_stands"],
});

/** What a change means for the records of the last week, judged by both editions. */
export const Effect = Type.Object({
  code: Type.String(),
  /** Whether records of the week can be judged by this norm; if not, the other figures are 0. */
  counted: Type.Boolean(),
  records: Type.Integer(),
  lateNow: Type.Integer(),
  lateThen: Type.Integer(),
  /** Records that would be in time and were late, and the other way about. */
  turnInTime: Type.Integer(),
  turnLate: Type.Integer(),
  /** How many teachers wrote the records that change their judgement, and the subjects that most of them are of. */
  teachers: Type.Integer(),
  subjects: Type.Array(Type.Object({ name: Type.String(), records: Type.Integer() })),
});

export const previewEditionRoute = defineRoute({
  operationId: "previewEdition",
  summary: "What an edition would change, counted over the records of the last seven days; nothing is written",
  method: "POST",
  path: "/api/regulation/preview",
  act: "control.regulation.enact",
  body: Type.Object({ changes: Changes }, { additionalProperties: false }),
  response: Type.Object({ from: Day, to: Day, effects: Type.Array(Effect) }),
  failures: [
    "access.not_permitted",
    "regulation.norm_unknown",
    "regulation.norm_misshapen",
    "regulation.norm_named_twice",
    "regulation.norm_for_whole_school",
    "regulation.clause_missing",
  ],
});
