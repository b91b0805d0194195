const rules = new Intl.PluralRules("ru");

/**
 * The form of a word that agrees with a number: `formRu(3, "урок", "урока", "уроков")` is «урока».
 *
 * `one` follows 1, 21, 31…, `few` follows 2–4, 22–24… and every fraction, `many` the rest. The sign does not matter.
 */
export function formRu(n: number, one: string, few: string, many: string): string {
  return { one, few, many, other: few, zero: many, two: few }[rules.select(Math.abs(n))];
}

/** A number with its word: «1 урок», «22 урока», «2,5 урока», «11 уроков». The forms are those of `formRu`. */
export function countRu(n: number, one: string, few: string, many: string): string {
  return `${numberRu(n)} ${formRu(n, one, few, many)}`;
}

/** How long in hours and minutes: «45 мин», «2 ч», «2 ч 5 мин». */
export function durationRu(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} ч` : "", rest > 0 || hours === 0 ? `${rest} мин` : ""].filter(Boolean).join(" ");
}

/** Which one it is, never broken at its hyphen: «3‑й». */
export function ordinalRu(n: number): string {
  return `${n}\u2011й`;
}

/** A number with the comma of a decimal: «4,5». With `digits`, that many of them after the comma, zeros kept: «4,50». */
export function numberRu(n: number, digits?: number): string {
  return (digits === undefined ? String(n) : n.toFixed(digits)).replace(".", ",");
}

const percent = new Intl.NumberFormat("ru", { style: "percent", maximumFractionDigits: 1 });
const percentOfTable = new Intl.NumberFormat("ru", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A share from 0 to 1 in words: «96,5 %», «100 %». */
export function percentRu(share: number): string {
  return percent.format(share);
}

/** A share among other shares of a column, always with one digit after the comma: «100,0 %». */
export function percentOfTableRu(share: number): string {
  return percentOfTable.format(share);
}

/** A text that stays on one line: «Лунёва Т. А.», «12 часов». */
export function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
