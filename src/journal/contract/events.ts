/** A mark of a lesson was put, changed or cleared: {pageId, groupId, lessonId, pupils, day}. */
export const MARK_SET = "journal.mark_set";
/** Topic, homework or work of a lesson changed: {pageId, groupId, lessonId, day}. */
export const LESSON_SET = "journal.lesson_set";
/** Homework of one pupil or a comment on the pupil changed: {pageId, groupId, lessonId, pupils, day}. */
export const PUPIL_NOTE_SET = "journal.pupil_note_set";
/** A mark of a term changed: {pageId, groupId, pupils, term, day: last day of the term}. */
export const TERM_MARK_SET = "journal.term_mark_set";
