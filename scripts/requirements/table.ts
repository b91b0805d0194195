export interface Requirement {
  readonly id: string;
  readonly text: string;
  readonly check: string;
}

export interface Section {
  /** As the document has it: `10. Marks (MRK)`. */
  readonly title: string;
  readonly rows: readonly Requirement[];
}

/** Reads the sections and their rows from docs/requirements.md. Throws when an ID stands twice or a row is not whole. */
export function readTable(markdown: string): Section[] {
  const sections: { title: string; rows: Requirement[] }[] = [];
  const seen = new Set<string>();
  for (const line of markdown.split("\n")) {
    const title = /^## (.+)$/.exec(line)?.[1];
    if (title) sections.push({ title, rows: [] });
    const id = /^\| ([A-Z]{2,3}-\d{2}) \|/.exec(line)?.[1];
    if (!id) continue;
    const [, , text = "", check = "", end] = line.split("|").map((cell) => cell.trim());
    const section = sections.at(-1);
    if (!section || !text || !check || end === undefined) throw new Error(`the row ${id} is not whole`);
    if (seen.has(id)) throw new Error(`the row ${id} stands twice`);
    seen.add(id);
    section.rows.push({ id, text, check });
  }
  return sections.filter(({ rows }) => rows.length > 0);
}

/** The sections narrowed to one kind of IDs (`MRK`) or to one section by its number (`10`); none when nothing fits. */
export function narrowed(sections: readonly Section[], name: string): Section[] {
  const wanted = name.toUpperCase();
  return sections
    .map((section) => (section.title.startsWith(`${wanted}.`) ? section : { ...section, rows: section.rows.filter(({ id }) => id.startsWith(`${wanted}-`)) }))
    .filter(({ rows }) => rows.length > 0);
}
