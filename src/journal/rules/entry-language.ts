import type { NormValue } from "../../regulation/rules/norms.ts";

const LETTER = /\p{L}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Whether a record is written in another language than the school's rule asks: it has letters, and none of Russian (004 §4.14.12). Numbers and signs are of every language. */
export const isForeign = (text: string | null, language: NormValue<"records.language">): boolean =>
  language === "ru" && text !== null && LETTER.test(text) && !CYRILLIC.test(text);
