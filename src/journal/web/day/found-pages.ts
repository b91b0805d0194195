import { plainText, tightText } from "../../../foundation/ui/typed-text.ts";
import type { PageLine } from "./use-my-pages.ts";

export type PagesOfGroup = { readonly groupName: string; readonly pages: readonly PageLine[] };

/**
 * Pages that answer every typed word, by class, subject or teacher; a class may be typed together, `6b` with its letter.
 * Quotes, case and the dots over a letter do not matter.
 */
export function foundPages(pages: readonly PageLine[], typed: string): PageLine[] {
  const asked = plainText(typed).split(" ").filter(Boolean);
  if (asked.length === 0) return [...pages];
  return pages.filter((page) => {
    const words = `${plainText(page.groupName)} ${tightText(page.groupName)} ${plainText(page.subject)} ${plainText(page.teachers)}`;
    return asked.every((word) => words.split(" ").some((one) => one.startsWith(word)) || (word.length > 2 && words.includes(word)));
  });
}

/** The same pages by their group, in the order given. */
export function byGroup(pages: readonly PageLine[]): PagesOfGroup[] {
  const groups = new Map<string, PageLine[]>();
  for (const page of pages) {
    const known = groups.get(page.groupName);
    if (known) known.push(page);
    else groups.set(page.groupName, [page]);
  }
  return [...groups].map(([groupName, of]) => ({ groupName, pages: of }));
}
