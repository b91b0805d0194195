/** A timetable came in from a file, with classes, pages, load and lessons: {year}. */
export const TIMETABLE_IMPORTED = "planning.timetable_imported";
