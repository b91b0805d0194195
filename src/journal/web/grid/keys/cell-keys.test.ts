import { describe, expect, test } from "vitest";
import { intentOfKey, pageIntentOfKey } from "./cell-keys.ts";
import type { Key, Takes } from "./cell-keys.ts";

const SCALE = ["5", "4", "3", "2"];
const LESSON: Takes = { at: "lesson", words: [...SCALE, "зч", "нз", "нп"], typed: "", isRange: false };
const key = (of: string, code = "", more: Partial<Key> = {}): Key => ({ key: of, code, ctrl: false, alt: false, shift: false, ...more });
const press = (of: string, code = "", more: Partial<Key> = {}) => intentOfKey(key(of, code, more), LESSON);
const typed = (words: readonly string[], text: string, of: string, code = "", more: Partial<Key> = {}) =>
  intentOfKey(key(of, code, more), { ...LESSON, words, typed: text });

describe("a key in a cell", () => {
  test.each(["2", "3", "4", "5"])("MRK-01 %s is a mark", (of) => expect(press(of)).toEqual({ do: "put", token: of }));
  test.each(["0", "1", "6", "9"])("MRK-01 %s is told to be outside the scale", (of) => expect(press(of)).toEqual({ do: "not_in_scale", key: of }));

  test.each([
    ["н", "KeyY", "absent"],
    ["Н", "KeyY", "absent"],
    ["б", "Comma", "ill"],
    ["о", "KeyJ", "late"],
    ["y", "KeyY", "absent"],
    [",", "Comma", "ill"],
    ["j", "KeyJ", "late"],
    ["н", "KeyN", "absent"],
    ["о", "KeyO", "late"],
  ])("ATT-01 %s on %s is %s in either layout", (of, code, kind) => expect(press(of, code)).toEqual({ do: "absence", kind }));

  test("MRK-01 in a scale of ten only «1» waits: a nought makes it ten, any other digit goes on to the next pupil", () => {
    const ten = Array.from({ length: 10 }, (_, i) => String(10 - i));
    expect(typed(ten, "", "7")).toEqual({ do: "put", token: "7" });
    expect(typed(ten, "", "1")).toEqual({ do: "type", typed: "1" });
    expect(typed(ten, "1", "0")).toEqual({ do: "put", token: "10" });
    expect(typed(ten, "1", "7")).toEqual({ do: "put_and_go_on", token: "1" });
    expect(typed(ten, "1", "Enter")).toEqual({ do: "put", token: "1" });
    expect(typed(ten, "", "0")).toEqual({ do: "not_in_scale", key: "0" });
  });

  test("MRK-01 of a hundred points two digits are a mark, «10» waits for the third", () => {
    const hundred = Array.from({ length: 101 }, (_, i) => String(100 - i));
    expect(typed(hundred, "", "8")).toEqual({ do: "type", typed: "8" });
    expect(typed(hundred, "8", "7")).toEqual({ do: "put", token: "87" });
    expect(typed(hundred, "1", "0")).toEqual({ do: "type", typed: "10" });
    expect(typed(hundred, "10", "0")).toEqual({ do: "put", token: "100" });
    expect(typed(hundred, "8", "Enter")).toEqual({ do: "put", token: "8" });
  });

  test("MRK-14 a word is typed by its letters in either layout; where the letter means presence, with Shift", () => {
    expect(press("з", "KeyP")).toEqual({ do: "put", token: "зч" });
    expect(press("p", "KeyP")).toEqual({ do: "put", token: "зч" });
    expect(press("Н", "KeyY", { shift: true })).toEqual({ do: "type", typed: "н" });
    expect(typed(LESSON.words, "н", "з", "KeyP")).toEqual({ do: "put", token: "нз" });
    expect(typed(LESSON.words, "н", "п", "KeyG")).toEqual({ do: "put", token: "нп" });
    expect(typed(["высокий", "базовый"], "", "в", "KeyD")).toEqual({ do: "put", token: "высокий" });
  });

  test("the point, the retake, the work of the column, the averages and the column have keys of their own", () => {
    expect(press(".", "Slash")).toEqual({ do: "put", token: "•" });
    expect(press("/", "Slash")).toEqual({ do: "put", token: "•" });
    expect(press("п", "KeyG")).toEqual({ do: "retake" });
    expect(press("d", "KeyD")).toEqual({ do: "choose_work" });
    expect(press("=", "Equal")).toEqual({ do: "explain" });
    expect(press("ф", "KeyA", { ctrl: true })).toEqual({ do: "choose_column" });
    const range = { ...LESSON, isRange: true };
    expect(intentOfKey(key("%", "Digit5", { shift: true }), range)).toEqual({ do: "put_over", token: "5" });
    expect(intentOfKey(key("5", "Digit5"), range)).toEqual({ do: "put", token: "5" });
  });

  test("MRK-02 a letter in a term's column writes the word of its scale", () => {
    const term = (words: readonly string[]) => intentOfKey(key("н", "KeyY"), { at: "term", words, typed: "", isRange: false });
    expect(term([...SCALE, "н/а"])).toEqual({ do: "put", token: "н/а" });
    expect(term(SCALE)).toBeNull();
  });

  test("leaves other letters to the browser", () => {
    expect(press("ы", "KeyS")).toBeNull();
    expect(press("F5", "F5")).toBeNull();
    expect(press("Tab", "Tab")).toBeNull();
  });

  test("moves, extends and goes by weeks", () => {
    expect(press("ArrowDown")).toEqual({ do: "move", step: "down" });
    expect(press("ArrowDown", "", { shift: true })).toEqual({ do: "extend", step: "down" });
    expect(press("ArrowLeft", "", { ctrl: true })).toEqual({ do: "move", step: "week_before" });
    expect(press("End")).toEqual({ do: "move", step: "end" });
  });

  test("undoes and redoes by the place of the key", () => {
    expect(press("я", "KeyZ", { ctrl: true })).toEqual({ do: "undo" });
    expect(press("Z", "KeyZ", { ctrl: true, shift: true })).toEqual({ do: "redo" });
    expect(press("н", "KeyY", { ctrl: true })).toEqual({ do: "redo" });
    expect(press("c", "KeyC", { ctrl: true })).toBeNull();
  });

  test("Space waits for one more mark, Enter opens, Delete clears", () => {
    expect(press(" ")).toEqual({ do: "one_more" });
    expect(press("Enter")).toEqual({ do: "open" });
    expect(press("F2")).toEqual({ do: "open" });
    expect(press("Backspace")).toEqual({ do: "clear" });
  });

  test("the page knows today and topics by Alt", () => {
    const alt = { ctrl: false, alt: true, shift: false };
    expect(pageIntentOfKey({ key: "с", code: "KeyC", ...alt })).toBe("today");
    expect(pageIntentOfKey({ key: "т", code: "KeyN", ...alt })).toBe("topics");
    expect(pageIntentOfKey({ key: "?", code: "Slash", ctrl: false, alt: false, shift: true })).toBe("keys");
    expect(pageIntentOfKey({ key: ",", code: "Slash", ctrl: false, alt: false, shift: true })).toBeNull();
  });
});
