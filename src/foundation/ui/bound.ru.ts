const BEFORE_NUMBER = /(§|№|[Сс]тр\.|[Уу]пр\.|[Зз]ад\.|[Пп]\.|[Сс]\.) (?=\d)/gu;

/** A text in which the sign of a paragraph, a page, an exercise stays on the line of its number. */
export const boundRu = (text: string): string => text.replace(BEFORE_NUMBER, "$1\u00a0");
