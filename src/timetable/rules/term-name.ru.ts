const ROMAN = ["", "I", "II", "III", "IV", "V", "VI"];
const KINDS: Record<string, readonly [full: string, short: string]> = {
  quarter: ["четверть", "четв."],
  half_year: ["полугодие", "полуг."],
  trimester: ["триместр", "трим."],
};
const OTHER = ["период", "пер."] as const;

/** The number of a term as the school writes it: «II». */
export const termNumberRu = (term: number): string => ROMAN[term] ?? String(term);

/** What a term is called, full and short, without its number: «четверть», «четв.»; a kind nobody knows is «период». */
export const termKindRu = (kind: string): readonly [full: string, short: string] => KINDS[kind] ?? OTHER;

/** A term by its number and kind: «II четверть». */
export const termRu = (term: number, kind: string): string => `${termNumberRu(term)} ${termKindRu(kind)[0]}`;

/** The same where room is short: «II четв.». */
export const termShortRu = (term: number, kind: string): string => `${termNumberRu(term)} ${termKindRu(kind)[1]}`;
