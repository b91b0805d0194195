/** «В» asks for the work of the column, «П» makes the next digit a retake: letters that no word of the scale takes. */
export const WORK_LETTER = "в";
export const RETAKE_LETTER = "п";
