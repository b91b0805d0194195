/** The work is awaited: a mark will stand here, by a date. */
export const POINT = "•";
/** Was not prepared («нп»): said to the family, no mark. */
export const UNPREPARED = "\u043d\u043f";

/** Signs that may stand in a lesson's cell under any scale. They are no marks and enter no average. */
export const CELL_SIGNS: readonly string[] = [POINT, UNPREPARED];

/** Whether a value of a cell is a mark: neither nothing nor a sign. */
export const isMark = (value: string | null): boolean => value !== null && !CELL_SIGNS.includes(value);

/** The numbers of works: 0 to 9 are marks of a cell, each may have a retake ten numbers on. */
export const MOST_WORKS = 10;
export const isRetake = (work: number): boolean => work >= MOST_WORKS;

/** What the covering key of a mark keeps beside its value: 1 written late; from 16 on the work type. */
const LATE = 1;
const TYPE = 16;
export const isLateMark = (signs: number): boolean => (signs & LATE) === LATE;
export const workTypeOfSigns = (signs: number): number => Math.trunc(signs / TYPE);
export const signsOfMark = (late: boolean, workType: number): number => workType * TYPE + (late ? LATE : 0);
