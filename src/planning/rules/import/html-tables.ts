const TAG = /<(\/?)(table|tr|td|th|p|br|li|h[1-6])\b([^>]*)>|<[^>]*>|[^<]+/gi;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " " };

/** The tables of a page as rows of texts. A cell over several columns stands in the first of them; a table inside a cell is text of that cell. */
export function tablesOfHtml(html: string): string[][][] {
  const tables: string[][][] = [];
  let depth = 0;
  let cell: string | null = null;
  let span = 1;
  for (const [whole, closes, tag = "", attributes = ""] of html.matchAll(TAG)) {
    const name = tag.toLowerCase();
    const opens = closes === "";
    if (name === "table") {
      depth += opens ? 1 : -1;
      if (opens && depth === 1) tables.push([]);
    } else if (depth > 1 && name !== "") {
      cell = cell === null ? null : `${cell} `;
    } else if (name === "tr" && opens) tables.at(-1)?.push([]);
    else if ((name === "td" || name === "th") && opens) {
      cell = "";
      span = Math.max(1, Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1));
    } else if (name === "td" || name === "th") {
      tables
        .at(-1)
        ?.at(-1)
        ?.push((cell ?? "").trim(), ...Array.from({ length: span - 1 }, () => ""));
      cell = null;
    } else if (name !== "") cell = cell === null ? null : `${cell} `;
    else if (!whole.startsWith("<") && cell !== null) cell += whole.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity]!);
  }
  return tables;
}
