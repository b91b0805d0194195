/** The place in the day of what is held once a day after the lessons (the extended-day group); no bell rings for it. */
export const AFTER_LESSONS = 20;
