/** What the entrance needs of the journal's screens. */
export { MyDayScreen } from "./day/MyDayScreen.tsx";
export { PagesScreen } from "./day/PagesScreen.tsx";
export { JournalScreen } from "./page/JournalScreen.tsx";
export { anythingPending, forgetPending, watchOutside } from "./grid/grid-store.ts";
