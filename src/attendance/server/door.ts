export { bringAbsences } from "./bring-absences.ts";
export type { BroughtAbsences } from "./bring-absences.ts";
