import type { Refusal } from "../../foundation/failure.ts";

type Kind = { readonly media: string; readonly is: (bytes: Uint8Array) => boolean };

const begins =
  (...signature: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    signature.every((byte, at) => bytes[at] === byte);
const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const latin = new TextDecoder("latin1");
const holds = (bytes: Uint8Array, text: string, from: number, to: number) => latin.decode(bytes.subarray(from, to)).includes(text);

/** The list of what a packed document holds stands at its end. */
const LISTED = 65_536;
const packed = (bytes: Uint8Array, folder: string) =>
  begins(0x50, 0x4b, 0x03, 0x04)(bytes) &&
  holds(bytes, folder, Math.max(0, bytes.length - LISTED), bytes.length) &&
  !holds(bytes, "vbaProject", Math.max(0, bytes.length - LISTED), bytes.length);
const office = (folder: string) => (bytes: Uint8Array) => packed(bytes, folder);
const open = (media: string): Kind => ({ media, is: (bytes) => begins(0x50, 0x4b, 0x03, 0x04)(bytes) && holds(bytes, `mimetype${media}`, 0, 200) });
const oldOffice = begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return !bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);
}

const JPEG: Kind = { media: "image/jpeg", is: begins(0xff, 0xd8, 0xff) };
const OFFICE = "application/vnd.openxmlformats-officedocument.";

/** What may be attached at all, by the ending of its name: how it is given out, and how its content is known. Nothing here runs when it is opened in a browser. */
const KINDS: Readonly<Record<string, Kind>> = {
  ".pdf": { media: "application/pdf", is: (bytes) => holds(bytes, "%PDF-", 0, 1024) },
  ".jpg": JPEG,
  ".jpeg": JPEG,
  ".png": { media: "image/png", is: begins(0x89, ...letters("PNG"), 0x0d, 0x0a, 0x1a, 0x0a) },
  ".webp": { media: "image/webp", is: (bytes) => begins(...letters("RIFF"))(bytes) && holds(bytes, "WEBP", 8, 12) },
  ".txt": { media: "text/plain; charset=utf-8", is: isText },
  ".docx": { media: `${OFFICE}wordprocessingml.document`, is: office("word/") },
  ".xlsx": { media: `${OFFICE}spreadsheetml.sheet`, is: office("xl/") },
  ".pptx": { media: `${OFFICE}presentationml.presentation`, is: office("ppt/") },
  ".odt": open("application/vnd.oasis.opendocument.text"),
  ".ods": open("application/vnd.oasis.opendocument.spreadsheet"),
  ".odp": open("application/vnd.oasis.opendocument.presentation"),
  ".doc": { media: "application/msword", is: oldOffice },
  ".xls": { media: "application/vnd.ms-excel", is: oldOffice },
  ".ppt": { media: "application/vnd.ms-powerpoint", is: oldOffice },
  ".rtf": { media: "application/rtf", is: begins(...letters("{\\rtf")) },
  ".mp3": { media: "audio/mpeg", is: (bytes) => begins(...letters("ID3"))(bytes) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) },
  ".mp4": { media: "video/mp4", is: (bytes) => holds(bytes, "ftyp", 4, 8) },
};

/** Every ending that the program can tell by content; a school's norm takes some of them. */
export const KNOWN_ENDINGS: readonly string[] = Object.keys(KINDS);

/** The ending of a file's name, small letters with the dot; empty when it has none. */
const endingOf = (name: string): string => /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? "";

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LONGEST_NAME = 120;

/** The name as it is shown and given out: without folders, unseen signs and signs that turn the text, its ending kept when it is too long. */
export function tidyName(name: string): string {
  const last = name.replace(UNSEEN, "").split(/[\\/]/).at(-1)!.trim();
  if (last.length <= LONGEST_NAME) return last;
  const ending = endingOf(last).slice(0, 10);
  return last.slice(0, LONGEST_NAME - ending.length) + ending;
}

/** What a file is, when its content is what its name says; else why it is not kept. */
export function mediaOf(name: string, bytes: Uint8Array): { media: string } | Refusal<"journal.file_not_as_named" | "journal.file_empty"> {
  if (bytes.length === 0) return { code: "journal.file_empty", facts: {} };
  const kind = KINDS[endingOf(name)];
  return kind?.is(bytes) ? { media: kind.media } : { code: "journal.file_not_as_named", facts: { ending: endingOf(name) } };
}

/** A web address that may be followed from a diary: http and https only. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") && url.hostname.includes(".") && url.username === "";
}
