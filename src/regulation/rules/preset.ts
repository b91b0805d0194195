import Type from "typebox";
import type { Static } from "typebox";

/** What another clause of the same papers says, and why the value of the norm was chosen before it. */
export const Clash = Type.Object(
  { value: Type.Unknown(), clause: Type.String({ minLength: 1 }), reason: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
export type Clash = Static<typeof Clash>;

/** A regulation as data: what a school made from it starts with. */
export const Preset = Type.Object(
  {
    preset: Type.String({ pattern: "^[a-z0-9-]+$" }),
    document: Type.String({ minLength: 1 }),
    /** Who approved the document, as the paper names them. */
    approvedBy: Type.String({ minLength: 1 }),
    country: Type.String({ pattern: "^[A-Z]{2}$" }),
    /** The kind of school, for norms that its country or region has for that kind. */
    schoolKind: Type.String({ minLength: 1 }),
    timezone: Type.String(),
    inForceFrom: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
    norms: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          value: Type.Unknown(),
          act: Type.String({ minLength: 1 }),
          clause: Type.String({ minLength: 1 }),
          clash: Type.Optional(Clash),
        },
        { additionalProperties: false },
      ),
    ),
    workTypes: Type.Array(
      Type.Object(
        {
          code: Type.String({ minLength: 1, maxLength: 4 }),
          name: Type.String(),
          weight: Type.Integer({ minimum: 1 }),
          /** How it is checked; the deadline of its marks hangs on it. */
          form: Type.Union([Type.Literal("oral"), Type.Literal("written"), Type.Literal("control")]),
        },
        { additionalProperties: false },
      ),
    ),
    /** The kinds of lesson a record names («вид учебного занятия»). */
    lessonKinds: Type.Array(Type.Object({ code: Type.String(), name: Type.String({ minLength: 1 }) }, { additionalProperties: false })),
    /** Why a pupil may be away. `sign` is what the class's page writes; its first letter is the key and is unlike the others. */
    absenceReasons: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          name: Type.String({ minLength: 1 }),
          excused: Type.Boolean(),
          sign: Type.String({ minLength: 1, maxLength: 3 }),
          kind: Type.Union([Type.Literal("absent"), Type.Literal("ill")]),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type Preset = Static<typeof Preset>;
