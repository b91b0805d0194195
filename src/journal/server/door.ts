export { addLessonKinds, addWorkTypes, bringMarks, bringNotes, bringTermMarks, signBroughtPages } from "./bring-journal.ts";
export type { BroughtMarks, BroughtNotes } from "./bring-journal.ts";
export { changesOfPage } from "./changes/change-lines.ts";
