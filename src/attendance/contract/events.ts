/** Presence of pupils at a lesson changed: {pageId, groupId, lessonId, pupils, day}. */
export const ATTENDANCE_SET = "attendance.set";
