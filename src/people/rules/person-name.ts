import { LOOKALIKES } from "./people-file.ru.ts";
import type { PersonName } from "./people-record.ts";

/** Text with single spaces and no spaces at the ends; nothing else is touched. */
export const spaced = (text: string) => text.replace(/[\s\u00a0]+/g, " ").trim();

/** Family name, name, patronymic from one cell, in this order; all words past the second are the patronymic. */
export function nameOf(fullName: string): PersonName {
  const [surname = "", givenName = "", ...patronymic] = spaced(fullName).split(" ");
  return { surname, givenName, patronymic: patronymic.join(" ") || null };
}

/** Equal for one person's name written with other letter case or with yo as ye. */
export function nameKey({ surname, givenName, patronymic }: PersonName): string {
  return [surname, givenName, patronymic ?? ""].map((part) => part.normalize("NFC").toLowerCase().replaceAll("\u0451", "\u0435")).join("|");
}

/** Equal for one class written in other ways: with spaces, a dash or quotes, in Latin letters that look alike. */
export function classKey(className: string): string {
  return className
    .normalize("NFC")
    .toUpperCase()
    .replaceAll("\u0401", "\u0415")
    .replace(/[\s\u00a0"'.\-\u2013\u2014\u00ab\u00bb\u201c\u201d\u201e]/g, "")
    .replace(/[A-Z]/g, (letter) => LOOKALIKES[letter] ?? letter);
}
