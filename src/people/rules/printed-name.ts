import { PATRONYMIC_ENDINGS } from "./printed-name.ru.ts";
import { nameKey, spaced } from "./person-name.ts";
import type { PersonName } from "./people-record.ts";

const WORD = String.raw`\p{L}[\p{L}'\u2019-]+`;
const INITIAL = String.raw`\p{Lu}\p{Ll}{0,2}\.`;
const BEFORE = new RegExp(String.raw`^((?:${INITIAL}\s*){1,2})(${WORD})$`, "u");
const AFTER = new RegExp(String.raw`^(${WORD})\s+(${INITIAL}\s*(?:${INITIAL}|\p{Lu})?)$`, "u");

/**
 * Family name, name and patronymic from one string of a timetable. Initials may stand before or after; a third word
 * with a patronymic's ending makes a full name. In doubt the whole string is the family name, so it stays as it was.
 */
export function printedName(text: string): PersonName {
  const whole = spaced(text);
  const before = BEFORE.exec(whole);
  if (before) return { surname: before[2]!, ...initialsOf(before[1]!) };
  const after = AFTER.exec(whole);
  if (after) return { surname: after[1]!, ...initialsOf(after[2]!) };
  const words = whole.split(" ");
  const [surname = "", givenName = "", patronymic = ""] = words;
  const ends = PATRONYMIC_ENDINGS.some((ending) => patronymic.toLowerCase().endsWith(ending));
  if (words.length === 3 && ends) return { surname, givenName, patronymic };
  return { surname: whole, givenName: "", patronymic: null };
}

function initialsOf(text: string): Pick<PersonName, "givenName" | "patronymic"> {
  const [given = "", patronymic] = text
    .split(".")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { givenName: `${given}.`, patronymic: patronymic === undefined ? null : `${patronymic}.` };
}

/**
 * Whether two ways to write a name may mean one person: the same family name, and nothing in the one that the other
 * denies. An initial, or nothing at all, stands for any name that begins so.
 */
export function mayBeSamePerson(a: PersonName, b: PersonName): boolean {
  const [surnameA = "", givenA = "", patronymicA = ""] = nameKey(a).split("|");
  const [surnameB = "", givenB = "", patronymicB = ""] = nameKey(b).split("|");
  return surnameA === surnameB && agree(givenA, givenB) && agree(patronymicA, patronymicB);
}

/** Whether the name is given in short: nothing or an initial where a full name could stand. */
export const isShort = (name: PersonName) => name.givenName === "" || name.givenName.endsWith(".");

function agree(a: string, b: string): boolean {
  const begins = (short: string, long: string) => short.endsWith(".") && long.startsWith(short.slice(0, -1));
  return a === "" || b === "" || a === b || begins(a, b) || begins(b, a);
}
