/** A timetable came in from a file, with classes, pages, load and lessons: {year}. */
export const TIMETABLE_IMPORTED = "planning.timetable_imported";
/** A group made by hand, its pages or its list changed: {groupId, pageId?, pupils?, day?}. */
export const GROUPS_CHANGED = "planning.groups_changed";
/** Who teaches a page, or for how many hours, changed from today: {pageId, teacherId}. */
export const LOAD_CHANGED = "planning.load_changed";
