/**
 * What the grid draws of an absence beside its kind, as one number inside the covering key, so no page asks the table itself:
 * the bits below, and from the fourth bit on the number of the reason.
 */
const LATE_ENTRY = 1;
const EXPLAINED = 2;
const BY_SPAN = 4;
const REASON_FROM = 3;

/** The signs of an absence: entered late, its reason, and whether a span of days wrote the absence itself. */
export const signsOf = (late: boolean, reason: number | null, bySpan = false): number =>
  (late ? LATE_ENTRY : 0) | (reason === null ? 0 : EXPLAINED | (reason << REASON_FROM)) | (bySpan ? BY_SPAN : 0);

/** Whether the absence was entered after its term. */
export const isLateEntry = (signs: number): boolean => (signs & LATE_ENTRY) !== 0;

/** Whether a reason was given. */
export const isExplained = (signs: number): boolean => (signs & EXPLAINED) !== 0;

/** The number of the reason, null where none was given. */
export const reasonOfSigns = (signs: number): number | null => (isExplained(signs) ? signs >> REASON_FROM : null);

/** Whether the absence itself was written by a span of days. */
export const isBySpan = (signs: number): boolean => (signs & BY_SPAN) !== 0;
