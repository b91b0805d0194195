/** What the entrance needs of the journal's screens. */
export { MyDayScreen } from "./day/MyDayScreen.tsx";
export { PagesScreen } from "./day/PagesScreen.tsx";
export { LessonScreen } from "./lesson/LessonScreen.tsx";
export { JournalScreen } from "./page/JournalScreen.tsx";
export { forgetPending, pendingCounts, watchOutside } from "./grid/grid-store.ts";
export { fetchAhead } from "./offline/fetch-ahead.ts";
export { openDevice } from "./offline/open-device.ts";

/** The screens of results come when they are opened first. */
export const periods = () => import("./periods/screens.ts");
export { LessonsCheckScreen } from "./check/LessonsCheckScreen.tsx";
export type { ShownCheck } from "./check/LessonsCheckScreen.tsx";
export { WorkTypesScreen } from "./works/WorkTypesScreen.tsx";
export { ChangeValue, whatOf } from "./changes/ChangeValues.tsx";
export type { BesideProps, PlaceOnPage } from "./page/beside.ts";
