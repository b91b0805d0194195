import type { AbsenceKind } from "../../../../attendance/rules/absence-kind.ts";
import { LETTER_BY_PLACE } from "../../../../foundation/ui/key-letters.ru.ts";
import { POINT } from "../../../rules/cell-signs.ts";
import { RETAKE_LETTER, WORK_LETTER } from "./cell-letters.ru.ts";

export type Key = { readonly key: string; readonly code: string; readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean };

export type Step = "up" | "down" | "left" | "right" | "page_up" | "page_down" | "home" | "end" | "week_before" | "week_after";

/** What a key in a cell asks for. */
export type Intent =
  | { do: "put"; token: string }
  /** In a range: over what stands there as well. */
  | { do: "put_over"; token: string }
  /** What is typed may still grow into several marks: «1» of a scale of ten, «8» of a hundred points. */
  | { do: "type"; typed: string }
  /** What was typed is a mark, and the key begins the next one. */
  | { do: "put_and_go_on"; token: string }
  | { do: "not_in_scale"; key: string }
  | { do: "absence"; kind: AbsenceKind }
  | { do: "one_more" }
  | { do: "retake" }
  | { do: "choose_work" }
  | { do: "choose_column" }
  | { do: "explain" }
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

/** What a cell takes: the words of its scale, in which order they are offered, and whether presence is kept in it. */
export type Takes = { readonly at: "lesson" | "term"; readonly words: readonly string[]; readonly typed: string; readonly isRange: boolean };

/**
 * The meaning of a key for a cell; null is a key of the browser or of the screen reader.
 *
 * A sign that can be one word of the scale only is that mark at once; one that may grow waits for the next key, without any clock.
 * A letter of presence is presence; with Shift it begins a word («нз»). Any digit that begins nothing is told to be none.
 */
export function intentOfKey(k: Key, takes: Takes): Intent | null {
  if (k.ctrl) return controlIntent(k);
  if (k.alt) return null;
  const step = STEPS[k.key];
  if (step) return { do: k.shift ? "extend" : "move", step };
  if (k.key === "Enter" || k.key === "F2") return takes.words.includes(takes.typed) ? { do: "put", token: takes.typed } : { do: "open" };
  if (k.key === "Escape") return { do: "leave" };
  if (k.key === " ") return { do: "one_more" };
  if (k.key === "Delete" || k.key === "Backspace") return { do: "clear" };
  if (k.key === "=") return { do: "explain" };
  const digit = /^Digit(\d)$/.exec(k.code)?.[1];
  if (takes.isRange && k.shift && digit !== undefined && takes.words.includes(digit)) return { do: "put_over", token: digit };
  if (/^\d$/.test(k.key)) return typedIntent(k.key, takes);
  return letterIntent(k, takes);
}

function letterIntent(k: Key, takes: Takes): Intent | null {
  if (k.key.length !== 1) return null;
  const lesson = takes.at === "lesson";
  const russian = /^[\u0400-\u04ff]$/.test(k.key);
  if (lesson && (k.key === "." || (!k.shift && k.code === "Slash") || (!russian && k.code === "Period"))) return { do: "put", token: POINT };
  // On a Latin layout only the places of the letters mean presence; a Russian layout says its own letter.
  const kind = ABSENCE_BY_LETTER[k.key.toLowerCase()] ?? (russian ? undefined : ABSENCE_BY_PLACE[k.code]);
  if (lesson && kind && !k.shift && takes.typed === "") return { do: "absence", kind };
  const letter = russian ? k.key.toLowerCase() : LETTER_BY_PLACE[k.code];
  if (letter === undefined) return null;
  if (takes.typed !== "" || beginning(takes.words, letter).length > 0) return typedIntent(letter, takes);
  if (!lesson) return null;
  if (letter === WORK_LETTER) return { do: "choose_work" };
  return letter === RETAKE_LETTER ? { do: "retake" } : null;
}

const beginning = (words: readonly string[], typed: string) => words.filter((word) => word.toLowerCase().startsWith(typed));

function typedIntent(key: string, { words, typed }: Takes): Intent {
  const text = typed + key;
  const found = beginning(words, text);
  if (found.length === 1 && found[0] !== undefined) return { do: "put", token: found[0] };
  if (found.length > 1) return { do: "type", typed: text };
  return words.includes(typed) ? { do: "put_and_go_on", token: typed } : { do: "not_in_scale", key: text };
}

function controlIntent(k: Key): Intent | null {
  if (k.alt) return null;
  if (k.code === "KeyZ") return { do: k.shift ? "redo" : "undo" };
  if (k.code === "KeyY" && !k.shift) return { do: "redo" };
  if (k.shift) return null;
  if (k.code === "KeyA") return { do: "choose_column" };
  if (k.key === "ArrowLeft") return { do: "move", step: "week_before" };
  if (k.key === "ArrowRight") return { do: "move", step: "week_after" };
  return null;
}

/** Keys of the whole page, by place: Alt with the key of «С» goes to today, with the key of «Т» to topics, with the key of «П» to the reason that is asked for. */
export function pageIntentOfKey(k: Key): "today" | "topics" | "reason" | "keys" | null {
  if (k.alt && !k.ctrl && !k.shift)
    return k.code === "KeyC" ? "today" : k.code === "KeyN" || k.code === "KeyT" ? "topics" : k.code === "KeyG" ? "reason" : null;
  return !k.alt && !k.ctrl && (k.key === "?" || (k.shift && k.code === "Slash" && k.key !== "," && k.key !== "/")) ? "keys" : null;
}
