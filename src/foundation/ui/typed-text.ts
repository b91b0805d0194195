/** A text as it is searched: quotes, case, kinds of spaces and the dots over a letter do not matter. */
export const plainText = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("\u0451", "\u0435")
    .replace(/[\u00ab\u00bb"\s]+/g, " ")
    .trim();

/** The same in one word, so that a class is found typed together. */
export const tightText = (text: string): string => plainText(text).replaceAll(" ", "");

/** Whether what is typed stands in the text; nothing typed stands in every text. */
export const holdsTyped = (text: string, typed: string): boolean => tightText(text).includes(tightText(typed));
