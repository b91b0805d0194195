/** Bits of an absence that the grid draws and the verbs keep; see migrations/202611221801_attendance_reasons_and_spans.sql. */
export const LATE_ENTRY = 1;
export const EXPLAINED = 2;
export const BY_SPAN = 4;

/** Whether a reason was given. */
export const isExplained = (signs: number): boolean => (signs & EXPLAINED) !== 0;

/** Whether the absence itself was written by a span of days. */
export const isBySpan = (signs: number): boolean => (signs & BY_SPAN) !== 0;
