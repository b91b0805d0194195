import { EMPTY_NOTE } from "../../../rules/lesson-note.ts";
import { describe, expect, test } from "vitest";
import { aPage } from "../a-page.ts";
import { stateOf, tokensOf } from "../cell.ts";
import { reduceGrid } from "../grid-reducer.ts";
import type { Deed } from "../grid-reducer.ts";
import { cellAt, countsOf, openGrid, refreshGrid } from "../grid-state.ts";
import type { GridState } from "../grid-state.ts";
import { receive, settleCell, settleNoteConflict } from "./pending-news.ts";
import type { News } from "./pending-news.ts";
import { statementsOf } from "./pending-statements.ts";
import type { Statement } from "./pending-statements.ts";

const play = (state: GridState, ...deeds: Deed[]) => deeds.reduce(reduceGrid, state);
const hear = (state: GridState, ...news: News[]) => news.reduce(receive, state);
const put = (token: string): Deed => ({ do: "put", token });
const to = (r: number, k: number): Deed => ({ do: "focus", place: { r, k } });
const only = (state: GridState): Statement => {
  const found = statementsOf(state);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const answered = (statement: Statement, version: number): News => ({ is: "answered", statement, at: 0, saved: () => ({ version, late: false }) });

describe("what leaves for the server", () => {
  test("is the mark with the version seen", () => {
    expect(only(play(openGrid(aPage()), to(0, 0), put("5")))).toEqual({ is: "mark", pupil: 11, column: 101, work: 0, workType: null, mark: "5", version: 2 });
  });

  test("a second key in the same cell waits for the answer and goes with the new version", () => {
    const one = play(openGrid(aPage()), to(0, 0), put("5"));
    const first = only(one);
    const two = play(hear(one, { is: "sent", statement: first }), to(0, 0), put("3"));
    expect(statementsOf(two)).toEqual([]);
    expect(only(hear(two, answered(first, 3)))).toMatchObject({ mark: "3", version: 3 });
  });

  test("presence goes before the mark of the same cell", () => {
    const state = play(openGrid(aPage()), to(2, 1), put("5"));
    const first = only(state);
    expect(first).toEqual({ is: "absence", column: 102, entries: [{ pupil: 13, kind: "none", version: 1 }] });
    expect(only(hear(state, { is: "sent", statement: first }, answered(first, 2)))).toMatchObject({ is: "mark", mark: "5", version: 0 });
  });

  test("the presence of a lesson goes together, and alone after a refusal in company", () => {
    const state = play(openGrid(aPage()), to(0, 3), { do: "absence", kind: "absent" }, { do: "absence", kind: "ill" });
    expect(only(state)).toMatchObject({ is: "absence", entries: [{ pupil: 11 }, { pupil: 12 }] });
    expect(statementsOf(state, new Set(["11:104", "12:104"]))).toHaveLength(2);
  });

  test("a term's mark has its own statement", () => {
    expect(only(play(openGrid(aPage()), to(0, 5), put("4")))).toEqual({ is: "term_mark", pupil: 11, column: -2, work: 0, mark: "4", version: 0 });
  });

  test("a note carries only what was changed", () => {
    const state = play(openGrid(aPage()), { do: "note", column: 101, part: { topic: "New" } });
    expect(only(state)).toEqual({ is: "note", column: 101, change: { topic: "New" }, version: 1 });
  });

  test("a mark does not overtake the work chosen for its column", () => {
    const chosen = play(openGrid(aPage()), { do: "note", column: 101, part: { workType: 7 } }, to(0, 0), put("5"));
    const note = only(chosen);
    expect(note).toMatchObject({ is: "note", change: { workType: 7 } });
    const sent = hear(chosen, { is: "sent", statement: note });
    expect(statementsOf(sent)).toEqual([]);
    expect(only(hear(sent, answered(note, 2)))).toMatchObject({ is: "mark", mark: "5" });
  });
});

describe("news of the server", () => {
  const typed = play(openGrid(aPage()), to(0, 0), put("5"));
  const mark = only(typed);
  const sent = hear(typed, { is: "sent", statement: mark });

  test("a lost connection keeps the value and counts it; back again says how many", () => {
    const lost = hear(sent, { is: "lost", statement: mark });
    expect(stateOf(cellAt(lost, { r: 0, k: 0 }))).toBe("unsent");
    expect(countsOf(lost)).toEqual({ unsent: 1, conflicts: 0, flying: 0 });
    expect(lost.link).toBe("lost");
    expect(statementsOf(lost)).toEqual([]);
    const back = hear(lost, answered(mark, 3));
    expect(back.link).toBe("up");
    expect(back.told?.what).toEqual({ is: "link_back", count: 1 });
  });

  test("a key without a connection is shown as waiting at once and taken back without a trace", () => {
    const lost = hear(sent, { is: "lost", statement: mark });
    const more = play(lost, to(2, 3), put("3"));
    expect(stateOf(cellAt(more, { r: 2, k: 3 }))).toBe("unsent");
    expect(countsOf(more).unsent).toBe(2);
    expect(countsOf(play(more, { do: "undo" })).unsent).toBe(1);
  });

  test("what was typed after a lost answer waits until the first is answered, and goes with its version", () => {
    const lost = hear(sent, { is: "lost", statement: mark });
    const more = play(lost, to(0, 0), put("3"));
    expect(statementsOf(more)).toEqual([]);
    expect(only(hear(more, answered(mark, 3)))).toMatchObject({ mark: "3", version: 3 });
  });

  test("a session that ended holds everything and calls it unsent, not offline", () => {
    const held = hear(sent, { is: "held", statement: mark });
    expect([held.link, countsOf(held).unsent]).toEqual(["held", 1]);
    expect(hear(held, answered(mark, 3)).link).toBe("up");
  });

  test("a refusal says its sentence, the old value stays, and it calms down", () => {
    const no = hear(sent, { is: "refused", statement: mark, sentence: "no" });
    expect(tokensOf(cellAt(no, { r: 0, k: 0 }))).toEqual(["4"]);
    expect(stateOf(cellAt(no, { r: 0, k: 0 }))).toBe("invalid");
    expect(no.told?.what).toEqual({ is: "refused", sentence: "no", place: { r: 0, k: 0 } });
    expect(stateOf(cellAt(hear(no, { is: "calm", statement: mark }), { r: 0, k: 0 }))).toBe("saved");
  });

  const torn = hear(sent, { is: "collided", statement: mark, mark: { value: "3", version: 7, by: "B", at: "" } });

  test("a conflict keeps both and takes no key until one is chosen", () => {
    expect(stateOf(cellAt(torn, { r: 0, k: 0 }))).toBe("conflict");
    expect(statementsOf(torn)).toEqual([]);
    expect(play(torn, to(0, 0), put("2")).told?.what.is).toBe("conflict");
  });

  test("mine goes over the version of the other, theirs sends nothing, both stand as two marks", () => {
    expect(only(settleCell(torn, { r: 0, k: 0 }, "mine"))).toMatchObject({ mark: "5", version: 7 });
    const theirs = settleCell(torn, { r: 0, k: 0 }, "theirs");
    expect(statementsOf(theirs)).toEqual([]);
    expect(tokensOf(cellAt(theirs, { r: 0, k: 0 }))).toEqual(["3"]);
    const both = settleCell(torn, { r: 0, k: 0 }, "both");
    expect(tokensOf(cellAt(both, { r: 0, k: 0 }))).toEqual(["3", "5"]);
    expect(only(both)).toMatchObject({ work: 1, mark: "5", version: 0 });
  });

  test("a refreshed page changes what is saved and leaves what is typed", () => {
    const news = aPage({
      marks: [
        { lesson: 101, pupil: 11, work: 0, mark: "2", version: 9, late: true },
        { lesson: 104, pupil: 13, work: 0, mark: "3", version: 1, late: false },
      ],
    });
    const fresh = refreshGrid(typed, news);
    expect(tokensOf(cellAt(fresh, { r: 0, k: 0 }))).toEqual(["5"]);
    expect(only(fresh)).toMatchObject({ version: 2 });
    expect(tokensOf(cellAt(fresh, { r: 2, k: 3 }))).toEqual(["3"]);
  });

  test("a conflict of a note keeps both texts until one is chosen", () => {
    const state = play(openGrid(aPage()), { do: "note", column: 101, part: { topic: "Mine" } });
    const statement = only(state);
    const theirs = { ...EMPTY_NOTE, topic: "Theirs", homework: "H2" };
    const two = hear(state, { is: "sent", statement }, { is: "collided", statement, note: { value: theirs, version: 4, by: "", at: "" } });
    expect(countsOf(two).conflicts).toBe(1);
    expect(settleNoteConflict(two, 101, "theirs").notes[0]?.wanted).toEqual(theirs);
    expect(only(settleNoteConflict(two, 101, "mine"))).toMatchObject({ is: "note", version: 4, change: { topic: "Mine" } });
  });

  test("two people who wrote different fields of a lesson have no conflict", () => {
    const state = play(openGrid(aPage()), { do: "note", column: 101, part: { topic: "Mine" } });
    const statement = only(state);
    const other = { value: { ...EMPTY_NOTE, topic: "T", homework: "Theirs" }, version: 4, by: "", at: "" };
    const merged = hear(state, { is: "sent", statement }, { is: "collided", statement, note: other });
    expect(merged.notes[0]?.wanted).toEqual({ ...EMPTY_NOTE, topic: "Mine", homework: "Theirs" });
    expect(only(merged)).toMatchObject({ change: { topic: "Mine" }, version: 4 });
  });
});
