import Type from "typebox";

/** A calendar day on the wire, `2026-09-01`. */
export const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** A number of a row inside its school. */
export const Id = Type.Integer({ minimum: 1, maximum: 2147483647 });

/** The version of a value that the writer saw; 0 is an empty place. */
export const Version = Type.Integer({ minimum: 0, maximum: 2147483647 });

/** The body of every failure, RFC 9457 with our code, facts and the sentence in `detail`. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
  requestId: Type.String(),
});
