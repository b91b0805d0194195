import { describe, expect, test } from "vitest";
import { intentOfKey, pageIntentOfKey } from "./cell-keys.ts";
import type { Key } from "./cell-keys.ts";

const SCALE = ["5", "4", "3", "2"];
const press = (key: string, code = "", more: Partial<Key> = {}) => intentOfKey({ key, code, ctrl: false, alt: false, shift: false, ...more }, SCALE);

describe("a key in a cell", () => {
  test.each(["2", "3", "4", "5"])("MRK-01 %s is a mark", (key) => expect(press(key)).toEqual({ do: "put", token: key }));
  test.each(["0", "1", "6", "9"])("MRK-01 %s is told to be outside the scale", (key) => expect(press(key)).toEqual({ do: "not_in_scale", key }));

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
  ])("ATT-01 %s on %s is %s in either layout", (key, code, kind) => expect(press(key, code)).toEqual({ do: "absence", kind }));

  test("MRK-02 a letter in a term's column writes the word of its scale", () => {
    const y = { key: "н", code: "KeyY", ctrl: false, alt: false, shift: false };
    expect(intentOfKey(y, [...SCALE, "н/а"], "term")).toEqual({ do: "put", token: "н/а" });
    expect(intentOfKey(y, SCALE, "term")).toBeNull();
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
