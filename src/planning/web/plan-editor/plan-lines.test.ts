import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pastedLines } from "./pasted-lines.ts";
import { EMPTY, edited, faultOf, toSave } from "./plan-lines.ts";
import type { Edit, EditState } from "./plan-lines.ts";

const line = (topic: string, section = "") => ({ topic, hours: 1, homework: "", section, isControl: false });
const start = (...topics: string[]): EditState => edited(EMPTY, { do: "reset", lines: topics.map((topic, i) => ({ ...line(topic), lineId: i + 1 })) });
const topics = (state: EditState) => state.lines.map((each) => each.topic);

describe("editing a plan", () => {
  test("inserts, moves, removes and takes the last removal back", () => {
    let state = start("а", "б", "в");
    state = edited(state, { do: "insert", at: 1 });
    state = edited(state, { do: "set", key: state.lines[1]!.key, change: { topic: "новая" } });
    state = edited(state, { do: "move", key: state.lines[3]!.key, by: -1 });
    expect(topics(state)).toEqual(["а", "новая", "в", "б"]);
    state = edited(state, { do: "remove", key: state.lines[0]!.key });
    expect(topics(edited(state, { do: "undo" }))).toEqual(["а", "новая", "в", "б"]);
    expect(toSave(state.lines).map((each) => each.lineId)).toEqual([null, 3, 2]);
  });

  test("a section spreads over its lines only, and a moved line takes the section it comes to", () => {
    let state = edited(EMPTY, { do: "reset", lines: [line("а", "I"), line("б", "I"), line("в", "II")].map((each, i) => ({ ...each, lineId: i + 1 })) });
    state = edited(state, { do: "section", key: 1, section: "Первый" });
    expect(state.lines.map((each) => each.section)).toEqual(["Первый", "Первый", "II"]);
    state = edited(state, { do: "move", key: 2, by: 1 });
    expect(state.lines.map((each) => [each.topic, each.section])).toEqual([
      ["а", "Первый"],
      ["в", "II"],
      ["б", "II"],
    ]);
  });

  test("names the first fault and leaves blank lines out of a save", () => {
    let state = start("а", "б");
    state = edited(state, { do: "insert", at: 1 });
    expect(toSave(state.lines)).toHaveLength(2);
    state = edited(state, { do: "set", key: 2, change: { hours: "0,5" } });
    expect(faultOf(state.lines)).toMatchObject({ place: 3, what: "hours" });
    state = edited(state, { do: "set", key: state.lines[1]!.key, change: { homework: "§ 1" } });
    expect(faultOf(state.lines)).toMatchObject({ place: 2, what: "topic" });
  });

  test("whatever is done, keys and numbers of lines stay one of a kind", () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("insert" as const), at: fc.nat(6) }),
      fc.record({ do: fc.constant("remove" as const), key: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ do: fc.constant("move" as const), key: fc.integer({ min: 1, max: 12 }), by: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({ do: fc.constant("undo" as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { lines } = steps.reduce((state, edit) => edited(state, edit as Edit), start("а", "б", "в"));
        const ids = lines.flatMap((each) => (each.lineId === null ? [] : [each.lineId]));
        expect(new Set(lines.map((each) => each.key)).size).toBe(lines.length);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe("rows pasted from a spreadsheet", () => {
  test("with number, topic, hours and homework, headed or not", () => {
    const rows = "1\tДелители и кратные\t2\t§ 1, № 24\n2\tКонтрольная работа № 1\t1\t";
    const expected = [
      { topic: "Делители и кратные", hours: 2, homework: "§ 1, № 24", section: "", isControl: false },
      { topic: "Контрольная работа № 1", hours: 1, homework: "", section: "", isControl: true },
    ];
    expect(pastedLines(rows)).toEqual(expected);
    expect(pastedLines(`№\tТема\tЧасы\tДомашнее задание\n${rows}`)).toEqual(expected);
  });

  test("a column of topics is one hour each; a cell of two lines stays one topic", () => {
    expect(pastedLines('Дроби\n"Проценты,\nповторение"\nМасштаб\n')?.map((each) => [each.topic, each.hours])).toEqual([
      ["Дроби", 1],
      ["Проценты, повторение", 1],
      ["Масштаб", 1],
    ]);
  });

  test("a plain text stays a text of the field", () => {
    expect(pastedLines("Делители и кратные")).toBeNull();
    expect(pastedLines("1\t2")).toBeNull();
  });
});
