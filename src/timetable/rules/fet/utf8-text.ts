import type { FetRefusal, Read } from "./fet-file.ts";

/** The text of UTF-8 bytes, with or without a byte order mark. */
export function utf8Text(bytes: Uint8Array): Read<string> {
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
  const code = firstWrong === whole.length - 1 && firstWrong > 0 ? "timetable.fet_cut" : "timetable.fet_encoding_broken";
  return { code, facts: { line } };
}

/** The line of a position, from 1, and the last line that is not blank. */
export function lineFinder(text: string): { at: (position: number) => number; last: number } {
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
