import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notesBefore, stateOfChange } from "./undo-change.ts";

const mark = (before: string | null, after: string | null, standing: string | null | undefined) => ({ act: "journal.mark.set", before, after, standing });

describe("a change of one's own", () => {
  test.each([
    [mark("3", "4", "4"), "stands"],
    [mark("3", "4", "5"), "changed"],
    [mark("3", null, null), "stands"],
    [mark(null, "4", undefined), "changed"],
    [{ act: "attendance.absence.set", before: "absent", after: "none", standing: null }, "stands"],
    [{ act: "attendance.absence.set", before: "none", after: "absent", standing: "ill" }, "changed"],
    [{ act: "attendance.absence.correct", before: { kind: "absent" }, after: { kind: "ill" }, standing: null }, "other"],
  ] as const)("%j %s", (change, state) => {
    expect(stateOfChange(change)).toBe(state);
  });

  test("of a lesson stands while the fields it touched stand, whatever happens to the others", () => {
    const change = { act: "journal.lesson.set", before: { topic: "А", homework: null }, after: { topic: "Б", homework: null } };
    expect(stateOfChange({ ...change, standing: { topic: "Б", homework: "§ 5" } })).toBe("stands");
    expect(stateOfChange({ ...change, standing: { topic: "В", homework: null } })).toBe("changed");
    expect(notesBefore(change)).toEqual({ topic: "А" });
  });

  test("that is undone over its own value gives back what was before", () => {
    const text = fc.option(fc.string(), { nil: null });
    fc.assert(
      fc.property(fc.record({ topic: text, homework: text }), fc.record({ topic: text, homework: text }), (before, after) => {
        expect({ ...after, ...notesBefore({ before, after }) }).toEqual(before);
      }),
    );
  });
});
