import { LATIN } from "./login-name.ru.ts";

const LONGEST = 20;
/** For a name without a letter that can be written in Latin. */
const NAMELESS = "user";

/** The letters of a login from a family name: its first word, in small Latin letters, at most 20. */
export function loginStem(surname: string): string {
  const [word = ""] = surname
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== "");
  const latin = Array.from(word)
    .map((letter) => LATIN[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
  return latin.slice(0, LONGEST) || NAMELESS;
}

/** A login for each family name: its letters and the first number that nobody has. `taken` are logins in small letters. */
export function loginsFor(surnames: readonly string[], taken: Iterable<string>): string[] {
  const busy = new Set(taken);
  const last = new Map<string, number>();
  return surnames.map((surname) => {
    const stem = loginStem(surname);
    let number = (last.get(stem) ?? 0) + 1;
    while (busy.has(`${stem}${number}`)) number += 1;
    last.set(stem, number);
    return `${stem}${number}`;
  });
}
