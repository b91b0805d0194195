export { addReasons } from "./add-reasons.ts";
export { laySpans } from "./lay-spans.ts";
export { liftSpans } from "./lift-spans.ts";
export { bringAbsences } from "./bring-absences.ts";
export type { BroughtAbsences } from "./bring-absences.ts";
