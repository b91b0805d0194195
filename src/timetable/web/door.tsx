export { SubstitutionsScreen } from "./SubstitutionsScreen.tsx";
export type { Shown } from "./SubstitutionsScreen.tsx";
export { WeekScreen } from "./week/WeekScreen.tsx";
export { TakeLesson } from "./TakeLesson.tsx";
