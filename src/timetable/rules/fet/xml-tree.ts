import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { FetRefusal, Read } from "./fet-file.ts";

export type XmlNode = { name: string; line: number; text: string; attributes: Record<string, string>; children: XmlNode[] };

type RawNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: "#cdata",
});
const POSITION = XMLParser.getMetaDataSymbol() as unknown as string;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The root of a well-formed UTF-8 XML document, or why it cannot be read. Lines are counted from 1.
 * A document type is refused outright, so no entity of the file's own can exist, internal or external.
 */
export function xmlTree(bytes: Uint8Array): Read<XmlNode> {
  const decoded = textOf(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const lines = lineFinder(text);
  const refuse = (code: "timetable.fet_not_xml" | "timetable.fet_cut" | "timetable.fet_doctype_forbidden", line: number) =>
    ({ ok: false, refusal: { code, facts: { line } } }) as const;

  const doctype = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (doctype >= 0) return refuse("timetable.fet_doctype_forbidden", lines.at(doctype));

  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const wrongNesting = valid.err.code === "InvalidTag" && valid.err.msg.startsWith("Expected closing tag");
    if (!wrongNesting && !/<\/[^<>]+>\s*$/.test(text) && /^\s*</.test(text)) return refuse("timetable.fet_cut", lines.last);
    const openAtEnd = valid.err.msg.startsWith("Unclosed tag") || valid.err.msg.startsWith("Invalid '[");
    return openAtEnd ? refuse("timetable.fet_cut", lines.last) : refuse("timetable.fet_not_xml", valid.err.line);
  }

  try {
    const tree = (parser.parse(text) as RawNode[]).map((raw) => nodeOf(raw, lines.at)).find((node) => node && node.name !== "?xml");
    return tree ? { ok: true, value: tree } : refuse("timetable.fet_not_xml", 1);
  } catch (error) {
    return refuse("timetable.fet_not_xml", error instanceof UnknownEntity ? error.line : 1);
  }
}

class UnknownEntity extends Error {
  line: number;
  constructor(line: number) {
    super("unknown entity");
    this.line = line;
  }
}

function textOf(bytes: Uint8Array): Read<string> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, refusal: brokenEncoding(bytes) };
  }
  if (text.trim() === "") return { ok: false, refusal: { code: "timetable.fet_empty", facts: {} } };
  return { ok: true, value: text };
}

/** A tail of one unfinished character is a cut file; a wrong byte before that is another encoding or damage. */
function brokenEncoding(bytes: Uint8Array): FetRefusal {
  const whole = new TextDecoder("utf-8").decode(bytes);
  const firstWrong = whole.indexOf("\uFFFD");
  const line = lineFinder(whole).at(firstWrong);
  return firstWrong === whole.length - 1
    ? { code: "timetable.fet_cut", facts: { line } }
    : { code: "timetable.fet_encoding_broken", facts: { line } };
}

function lineFinder(text: string): { at: (position: number) => number; last: number } {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  const at = (position: number) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  return { at, last: at(text.trimEnd().length) };
}

function nodeOf(raw: RawNode, lineAt: (position: number) => number): XmlNode | null {
  const name = Object.keys(raw).find((key) => key !== ":@");
  if (name === undefined || name === "#text" || name === "#cdata") return null;
  const position = (raw[POSITION] as { startIndex?: number } | undefined)?.startIndex ?? 0;
  const node: XmlNode = {
    name,
    line: lineAt(position),
    text: "",
    attributes: (raw[":@"] as Record<string, string> | undefined) ?? {},
    children: [],
  };
  for (const child of raw[name] as RawNode[]) {
    if ("#text" in child) node.text += decoded(String(child["#text"]), node.line);
    else if ("#cdata" in child) node.text += (child["#cdata"] as RawNode[]).map((part) => String(part["#text"] ?? "")).join("");
    else {
      const element = nodeOf(child, lineAt);
      if (element) node.children.push(element);
    }
  }
  node.text = node.text.trim();
  return node;
}

function decoded(text: string, line: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|\w+);/gi, (_, entity: string) => {
    const known = ENTITIES[entity];
    if (known !== undefined) return known;
    if (!entity.startsWith("#")) throw new UnknownEntity(line);
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new UnknownEntity(line);
    return String.fromCodePoint(code);
  });
}
