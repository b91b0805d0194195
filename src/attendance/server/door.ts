export { addReasons } from "./add-reasons.ts";
export type { NewReason } from "./add-reasons.ts";
export { bringAbsences } from "./bring-absences.ts";
export type { BroughtAbsences } from "./bring-absences.ts";
