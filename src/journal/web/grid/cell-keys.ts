import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";

export type Key = { readonly key: string; readonly code: string; readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean };

export type Step = "up" | "down" | "left" | "right" | "page_up" | "page_down" | "home" | "end" | "week_before" | "week_after";

/** What a key in a cell asks for. */
export type Intent =
  | { do: "put"; token: string }
  | { do: "not_in_scale"; key: string }
  | { do: "absence"; kind: AbsenceKind }
  | { do: "one_more" }
  | { do: "clear" }
  | { do: "move"; step: Step }
  | { do: "extend"; step: Step }
  | { do: "open" }
  | { do: "leave" }
  | { do: "undo" }
  | { do: "redo" };

const STEPS: Record<string, Step> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  PageUp: "page_up",
  PageDown: "page_down",
  Home: "home",
  End: "end",
};

/** Letters of presence by the place of the key, so that they work in both layouts. */
const ABSENCE_BY_PLACE: Record<string, AbsenceKind> = { KeyY: "absent", Comma: "ill", KeyJ: "late" };

/** The letters themselves: U+043D, U+0431, U+043E. For a layout that keeps them on other places. */
const ABSENCE_BY_LETTER: Record<string, AbsenceKind> = { "\u043d": "absent", "\u0431": "ill", "\u043e": "late" };

/**
 * The meaning of a key for a cell that takes tokens of a scale; null is a key of the browser or of the screen reader.
 * A sign that is one whole token of the scale is a mark; any other digit is told to be none.
 * `takes`: a lesson has presence, a term only marks.
 */
export function intentOfKey(k: Key, scale: readonly string[], takes: "lesson" | "term" = "lesson"): Intent | null {
  if (k.ctrl) return controlIntent(k);
  if (k.alt) return null;
  const step = STEPS[k.key];
  if (step) return { do: k.shift ? "extend" : "move", step };
  if (k.key === "Enter" || k.key === "F2") return { do: "open" };
  if (k.key === "Escape") return { do: "leave" };
  if (k.key === " ") return { do: "one_more" };
  if (k.key === "Delete" || k.key === "Backspace") return { do: "clear" };
  if (scale.includes(k.key)) return { do: "put", token: k.key };
  if (/^\d$/.test(k.key)) return { do: "not_in_scale", key: k.key };
  const letter = ABSENCE_BY_LETTER[k.key.toLowerCase()];
  // On a Latin layout only the places of the letters mean presence; a Russian layout says its own letter.
  const place = /^[\u0400-\u04ff]$/.test(k.key) ? undefined : ABSENCE_BY_PLACE[k.code];
  const kind = letter ?? (k.key.length === 1 ? place : undefined);
  if (!kind) return null;
  if (takes === "lesson") return { do: "absence", kind };
  // A term's mark has no presence, so the letter writes the only word of the scale that begins with it.
  const words = scale.filter((token) => token.length > 1 && ABSENCE_BY_LETTER[token[0] ?? ""] === kind);
  return words.length === 1 && words[0] ? { do: "put", token: words[0] } : null;
}

function controlIntent(k: Key): Intent | null {
  if (k.alt) return null;
  if (k.code === "KeyZ") return { do: k.shift ? "redo" : "undo" };
  if (k.code === "KeyY" && !k.shift) return { do: "redo" };
  if (k.shift) return null;
  if (k.key === "ArrowLeft") return { do: "move", step: "week_before" };
  if (k.key === "ArrowRight") return { do: "move", step: "week_after" };
  return null;
}

/** Keys of the whole page, by place: Alt with the key of «С» goes to today, with the key of «Т» to topics. */
export function pageIntentOfKey(k: Key): "today" | "topics" | "keys" | null {
  if (k.alt && !k.ctrl && !k.shift) return k.code === "KeyC" ? "today" : k.code === "KeyN" || k.code === "KeyT" ? "topics" : null;
  return !k.alt && !k.ctrl && (k.key === "?" || (k.shift && k.code === "Slash" && k.key !== "," && k.key !== "/")) ? "keys" : null;
}
