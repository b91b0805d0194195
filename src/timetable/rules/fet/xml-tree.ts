import type { FetRefusal, Read } from "./fet-file.ts";
import { lineFinder, utf8Text } from "./utf8-text.ts";

export type XmlNode = { name: string; line: number; text: string; attributes: Record<string, string>; children: XmlNode[] };

const NAME = String.raw`[\p{L}_:][\p{L}\p{N}_:.\-]*`;
const OPENING = new RegExp(String.raw`<(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`, "uy");
const CLOSING = new RegExp(String.raw`</(${NAME})\s*>`, "uy");
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, "gu");
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** FET needs 5; more is somebody's trap for a program that walks the tree. */
const DEEPEST = 50;

type Fault = { code: "timetable.fet_cut" | "timetable.fet_not_xml" | "timetable.fet_doctype_forbidden"; at: number };

/**
 * The root of a well-formed UTF-8 XML document, or why it cannot be read. Lines are counted from 1.
 * A document type is refused, so no entity of the file's own can exist, internal or external.
 */
export function xmlTree(bytes: Uint8Array): Read<XmlNode> {
  const decoded = utf8Text(bytes);
  if (!decoded.ok) return decoded;
  const lines = lineFinder(decoded.value);
  const scanned = scan(decoded.value, lines.at);
  if (!("at" in scanned)) return { ok: true, value: scanned };
  const line = scanned.code === "timetable.fet_cut" ? lines.last : lines.at(scanned.at);
  return { ok: false, refusal: { code: scanned.code, facts: { line } } satisfies FetRefusal };
}

function scan(text: string, lineAt: (position: number) => number): XmlNode | Fault {
  const top: XmlNode = { name: "", line: 0, text: "", attributes: {}, children: [] };
  const open = [top];
  const cut: Fault = { code: "timetable.fet_cut", at: text.length };
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const parent = open.at(-1)!;
    if (next < 0 && parent !== top) return cut;
    const words = text.slice(at, next < 0 ? text.length : next);
    const plain = entitiesResolved(words);
    if (plain === null || (parent === top && words.trim() !== "")) return { code: "timetable.fet_not_xml", at: at + words.search(/\S/) };
    parent.text += plain;
    if (next < 0) break;

    const aside = skipped(text, next);
    if (aside) {
      if (aside.end === null) return cut;
      parent.text += aside.text;
      at = aside.end;
      continue;
    }
    if (text.startsWith("<!", next))
      return text.indexOf(">", next) < 0 && next + 9 >= text.length ? cut : { code: "timetable.fet_doctype_forbidden", at: next };

    const tag = tagAt(text, next);
    if (!tag) return text.indexOf(">", next) < 0 ? cut : { code: "timetable.fet_not_xml", at: next };
    if (tag.kind === "closing") {
      if (tag.name !== parent.name || parent === top) return { code: "timetable.fet_not_xml", at: next };
      parent.text = parent.text.trim();
      open.pop();
    } else {
      const tooMany = open.length > DEEPEST || (parent === top && top.children.length > 0);
      const node: XmlNode = { name: tag.name, line: lineAt(next), text: "", attributes: attributesOf(tag.attributes), children: [] };
      if (tooMany) return { code: "timetable.fet_not_xml", at: next };
      parent.children.push(node);
      if (tag.kind === "opening") open.push(node);
    }
    at = tag.end;
  }
  return open.length > 1 || !top.children[0] ? cut : top.children[0];
}

/** A comment, a processing instruction or character data at a position; `end` is null when it never ends. */
function skipped(text: string, at: number): { text: string; end: number | null } | null {
  for (const [start, stop] of [
    ["<!--", "-->"],
    ["<?", "?>"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!text.startsWith(start, at)) continue;
    const from = at + start.length;
    const end = text.indexOf(stop, from);
    return { text: stop === "]]>" && end >= 0 ? text.slice(from, end) : "", end: end < 0 ? null : end + stop.length };
  }
  return null;
}

type Tag = { kind: "opening" | "empty" | "closing"; name: string; attributes: string; end: number };

function tagAt(text: string, at: number): Tag | null {
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (opening) return { kind: opening[3] ? "empty" : "opening", name: opening[1]!, attributes: opening[2]!, end: OPENING.lastIndex };
  CLOSING.lastIndex = at;
  const closing = CLOSING.exec(text);
  return closing ? { kind: "closing", name: closing[1]!, attributes: "", end: CLOSING.lastIndex } : null;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name!, entitiesResolved(double ?? single ?? "") ?? ""]));
}

/** The text with its entities resolved, or null when it has one that XML does not know by itself. */
function entitiesResolved(text: string): string | null {
  if (!text.includes("&")) return text;
  let known = true;
  const resolved = text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+)?;?/gi, (whole, entity: string | undefined) => {
    const letter = whole.endsWith(";") && entity ? letterOf(entity) : undefined;
    if (letter === undefined) known = false;
    return letter ?? whole;
  });
  return known ? resolved : null;
}

function letterOf(entity: string): string | undefined {
  if (!entity.startsWith("#")) return Object.hasOwn(ENTITIES, entity) ? ENTITIES[entity] : undefined;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  const letter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return letter ? String.fromCodePoint(code) : undefined;
}
