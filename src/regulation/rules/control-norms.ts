import Type from "typebox";
import { parseDeadline } from "./deadline/notation.ts";

const Term = Type.Refine(Type.String({ maxLength: 40 }), (text) => parseDeadline(text)?.kind === "fact");

/** Norms of control over the journals. */
export const CONTROL_NORMS = {
  "remarks.term": { meaning: "how long a teacher has to fix a remark when nobody names another day", unit: "days or working days", shape: Term },
} as const;
