export { addLessonKinds, addWorkTypes, bringMarks, bringNotes, bringTermMarks, signBroughtPages } from "./bring-journal.ts";
export type { BroughtMarks, BroughtNotes, BroughtTermMarks, NewWorkType } from "./bring-journal.ts";
export { changesOfPage } from "./changes/change-lines.ts";
