import { describe, expect, test } from "vitest";
import { aPage } from "./a-page.ts";
import { marksOf, tokensOf } from "./cell.ts";
import { reduceGrid } from "./grid-reducer.ts";
import type { Deed } from "./grid-reducer.ts";
import { cellAt, openGrid } from "./grid-state.ts";
import type { GridState } from "./grid-state.ts";

const SIGNS = { absent: "н", ill: "б", late: "оп" };
const play = (state: GridState, ...deeds: Deed[]) => deeds.reduce(reduceGrid, state);
const put = (token: string): Deed => ({ do: "put", token });
const to = (r: number, k: number): Deed => ({ do: "focus", place: { r, k } });
const tokens = (state: GridState, r: number, k: number) => tokensOf(cellAt(state, { r, k }));
const kind = (state: GridState, r: number, k: number) => cellAt(state, { r, k }).absence.wanted;

describe("typing in the grid", () => {
  test("opens on today's column", () => {
    expect(openGrid(aPage()).focus).toEqual({ r: 0, k: 3 });
    expect(openGrid(aPage(), 101).focus).toEqual({ r: 0, k: 0 });
  });

  test("opens on the last lesson held when today has none", () => {
    expect(openGrid(aPage({ today: "2026-12-13" })).focus.k).toBe(3);
  });

  test("a digit writes and goes down: a class of marks costs as many keys", () => {
    const state = play(openGrid(aPage()), put("5"), put("4"), put("3"));
    expect([0, 1, 2].map((r) => tokens(state, r, 3))).toEqual([["5"], ["4"], ["3"]]);
    expect(state.focus).toEqual({ r: 2, k: 3 });
  });

  test("a digit replaces the mark; after Space it stands as one more", () => {
    const once = play(openGrid(aPage()), to(0, 0), put("5"));
    expect(tokens(once, 0, 0)).toEqual(["5"]);
    const twice = play(once, to(0, 0), { do: "one_more" }, put("3"));
    expect(tokens(twice, 0, 0)).toEqual(["5", "3"]);
    expect(tokens(play(twice, to(0, 0), put("2")), 0, 0)).toEqual(["5", "2"]);
  });

  test("ATT-01 «н» takes the marks away, «оп» keeps them, a digit takes the absence away", () => {
    const gone = play(openGrid(aPage()), to(0, 0), { do: "absence", kind: "absent" });
    expect([kind(gone, 0, 0), tokens(gone, 0, 0)]).toEqual(["absent", []]);
    const late = play(openGrid(aPage()), to(0, 0), { do: "absence", kind: "late" });
    expect([kind(late, 0, 0), tokens(late, 0, 0)]).toEqual(["late", ["4"]]);
    const back = play(gone, to(0, 0), put("5"));
    expect([kind(back, 0, 0), tokens(back, 0, 0)]).toEqual(["none", ["5"]]);
    const undone = play(back, { do: "undo" });
    expect([kind(undone, 0, 0), tokens(undone, 0, 0)]).toEqual(["absent", []]);
  });

  test.each([
    [1, 0, "not_in_group"],
    [0, 2, "cancelled"],
    [0, 4, "future"],
  ])("tells why cell %i:%i is closed: %s", (r, k, by) => {
    const state = play(openGrid(aPage()), to(r, k), put("5"));
    expect(state.told?.what).toMatchObject({ is: "closed", by });
    expect(tokens(state, r, k)).toEqual([]);
    expect(state.focus).toEqual({ r, k });
  });

  test("a reader of the page writes nothing", () => {
    expect(play(openGrid(aPage({ mayWrite: false })), put("5")).told?.what).toMatchObject({ is: "closed", by: "read_only" });
  });

  test("PER-03 the column of the term stands after its last lesson and takes its own scale", () => {
    const state = openGrid(aPage({ periodScale: ["5", "4", "3", "2", "1"] }));
    expect(state.model.columns.at(-1)).toMatchObject({ at: "term", id: -2 });
    expect(tokens(play(state, to(0, 5), put("1")), 0, 5)).toEqual(["1"]);
  });

  test("PER-03 on the page of the year every term has its column after its own last lesson", () => {
    const page = aPage();
    const first = { ...page.lessons[0]!, lessonId: 90, day: "2026-10-01", term: 1 };
    const state = openGrid(aPage({ term: null, lessons: [...page.lessons, first] }));
    expect(state.model.columns.map((column) => column.id)).toEqual([90, -1, 101, 102, 103, 104, 105, -2]);
  });
});

describe("undo and redo", () => {
  test("jump to the changed cell and back", () => {
    const state = play(openGrid(aPage()), put("5"), put("4"), { do: "undo" });
    expect(state.focus).toEqual({ r: 1, k: 3 });
    expect(tokens(state, 1, 3)).toEqual([]);
    expect(tokens(play(state, { do: "redo" }), 1, 3)).toEqual(["4"]);
  });

  test("say when there is nothing left", () => {
    expect(play(openGrid(aPage()), { do: "undo" }).told?.what.is).toBe("nothing_to_undo");
    expect(play(openGrid(aPage()), { do: "redo" }).told?.what.is).toBe("nothing_to_redo");
  });

  test("a new mark ends the redo", () => {
    const state = play(openGrid(aPage()), put("5"), { do: "undo" }, put("3"));
    expect(state.redo).toEqual([]);
  });
});

describe("a range", () => {
  test("a digit fills its empty open cells as one step", () => {
    const state = play(openGrid(aPage()), to(0, 0), { do: "extend", step: "down" }, { do: "extend", step: "down" }, put("5"));
    expect([0, 1, 2].map((r) => tokens(state, r, 0))).toEqual([["4"], [], ["5"]]);
    expect(state.told?.what).toEqual({ is: "filled", count: 1 });
    expect(tokens(play(state, { do: "undo" }), 2, 0)).toEqual([]);
  });

  test("Delete clears what stands in it", () => {
    const state = play(openGrid(aPage()), to(0, 0), { do: "extend_to", place: { r: 2, k: 1 } }, { do: "clear" });
    expect([tokens(state, 0, 0), kind(state, 2, 1)]).toEqual([[], "none"]);
    const back = play(state, { do: "undo" });
    expect([tokens(back, 0, 0), kind(back, 2, 1)]).toEqual([["4"], "absent"]);
  });
});

describe("a pasted table", () => {
  const paste = (text: string): Deed => ({ do: "paste", text, signs: SIGNS });

  test("is laid from the chosen cell, empty cells change nothing", () => {
    const state = play(openGrid(aPage()), to(0, 0), paste("\tоп 4\r\n\t\r\n5\t3 4\r\n"));
    expect(tokens(state, 0, 0)).toEqual(["4"]);
    expect([kind(state, 0, 1), tokens(state, 0, 1)]).toEqual(["late", ["4"]]);
    expect([tokens(state, 2, 0), tokens(state, 2, 1)]).toEqual([["5"], ["3", "4"]]);
    expect(tokens(play(state, { do: "undo" }), 2, 1)).toEqual([]);
  });

  test("with one wrong word changes nothing and names it", () => {
    const state = play(openGrid(aPage()), to(0, 0), paste("5\tхор\n\t7"));
    expect(state.told?.what).toEqual({ is: "wrong_paste", tokens: ["хор", "7"], closed: 0 });
    expect(tokens(state, 0, 0)).toEqual(["4"]);
  });

  test("over closed cells or past the edge changes nothing", () => {
    expect(play(openGrid(aPage()), to(1, 0), paste("5")).told?.what).toEqual({ is: "wrong_paste", tokens: [], closed: 1 });
    expect(play(openGrid(aPage()), to(2, 0), paste("5\n5")).told?.what).toEqual({ is: "wrong_paste", tokens: [], closed: 1 });
  });
});

describe("moving", () => {
  test("Home, End and weeks", () => {
    const state = openGrid(aPage());
    expect(play(state, { do: "move", step: "home" }).focus.k).toBe(0);
    expect(play(state, { do: "move", step: "end" }).focus.k).toBe(5);
    expect(play(state, { do: "move", step: "week_before" }).focus.k).toBe(1);
    expect(play(state, { do: "move", step: "week_after" }).focus.k).toBe(4);
    expect(play(state, { do: "move", step: "page_down" }).focus.r).toBe(2);
  });
});

describe("several marks, retakes and signs in a cell", () => {
  test("«П» and a digit keep the first mark visible: 2→4, undone in one step", () => {
    const state = play(openGrid(aPage()), to(0, 0), put("2"), to(0, 0), { do: "retake" }, put("4"));
    expect(marksOf(cellAt(state, { r: 0, k: 0 }).marks)).toEqual([{ work: 0, token: "2", workType: null, retake: "4" }]);
    expect(tokens(play(state, { do: "undo" }), 0, 0)).toEqual(["2"]);
    expect(play(openGrid(aPage()), to(2, 0), { do: "retake" }).told?.what).toEqual({ is: "nothing_to_retake" });
  });

  test("the point stands beside an absence and is closed by a digit", () => {
    const waits = play(openGrid(aPage()), to(0, 0), { do: "absence", kind: "ill" }, to(0, 0), put("•"));
    expect([kind(waits, 0, 0), tokens(waits, 0, 0)]).toEqual(["ill", ["•"]]);
    expect(tokens(play(waits, to(0, 0), put("4")), 0, 0)).toEqual(["4"]);
  });

  test("what is typed of a hundred points is written when the teacher goes on", () => {
    const page = aPage({ currentScale: Array.from({ length: 101 }, (_, i) => String(100 - i)) });
    const typed = play(openGrid(page), to(0, 0), { do: "type", typed: "8" });
    expect(tokens(typed, 0, 0)).toEqual(["4"]);
    expect(tokens(play(typed, { do: "move", step: "right" }), 0, 0)).toEqual(["8"]);
    expect(tokens(play(typed, { do: "leave" }, { do: "move", step: "right" }), 0, 0)).toEqual(["4"]);
  });

  test("MRK-04 without a work type of the column and of the school nothing is written, and the work is asked for", () => {
    const state = openGrid(aPage({ usualWork: null }));
    const asked = play(state, put("5"));
    expect([asked.told?.what.is, tokens(asked, 0, 3)]).toEqual(["no_work", []]);
    const chosen = play(state, { do: "note", column: 104, part: { workType: 1 } }, put("5"));
    expect(tokens(chosen, 0, 3)).toEqual(["5"]);
  });

  test("MRK-03 a forbidden word is told with its reason and not written", () => {
    const state = play(openGrid(aPage()), put("exempt"));
    expect(state.told?.what).toEqual({ is: "forbidden", token: "exempt", reason: "No." });
    expect(tokens(state, 0, 3)).toEqual([]);
  });

  test("a mark given for a work of its own keeps it when it is corrected", () => {
    const page = aPage({ marks: [{ lesson: 101, pupil: 11, work: 0, mark: "4", version: 1, late: false, workType: 1 }] });
    const state = play(openGrid(page), to(0, 0), put("5"));
    expect(marksOf(cellAt(state, { r: 0, k: 0 }).marks)).toEqual([{ work: 0, token: "5", workType: 1, retake: null }]);
  });
});

describe("a whole column at once", () => {
  test("a digit fills the empty cells, with Shift all of them, each as one step of undo and redo", () => {
    const column: Deed = { do: "choose_column" };
    const first = play(openGrid(aPage()), to(0, 0), put("5"), to(0, 0));
    const empty = play(first, column, put("3"));
    expect([0, 2].map((r) => tokens(empty, r, 0)[0])).toEqual(["5", "3"]);
    const all = play(empty, to(0, 0), column, { do: "put_over", token: "4" });
    expect([0, 2].map((r) => tokens(all, r, 0)[0])).toEqual(["4", "4"]);
    const back = play(all, { do: "undo" });
    expect([0, 2].map((r) => tokens(back, r, 0)[0])).toEqual(["5", "3"]);
    expect([0, 2].map((r) => tokens(play(back, { do: "redo" }), r, 0)[0])).toEqual(["4", "4"]);
  });

  test("a pasted column with wrong tokens tells which and writes none", () => {
    const state = play(openGrid(aPage()), to(0, 0), { do: "paste", text: "5\n\n7\n", signs: SIGNS });
    expect(state.told?.what).toEqual({ is: "wrong_paste", tokens: ["7"], closed: 0 });
    expect([0, 2].map((r) => tokens(state, r, 0)[0])).toEqual(["4", undefined]);
    const good = play(openGrid(aPage()), to(0, 0), { do: "paste", text: "5\n\n2→4\n", signs: SIGNS });
    expect(marksOf(cellAt(good, { r: 2, k: 0 }).marks)).toMatchObject([{ token: "2", retake: "4" }]);
    expect(tokens(play(good, { do: "undo" }), 2, 0)).toEqual([]);
  });
});

describe("a closed term", () => {
  const closedPage = (openThrough: string | null) =>
    aPage({ terms: aPage().terms.map((term) => (term.term === 2 ? { ...term, closedOn: "2026-12-10", openThrough } : term)) });

  test("PER-05 takes no mark of its lessons nor of the term, and says why", () => {
    const shut = play(openGrid(closedPage(null)), put("5"));
    expect([shut.told?.what, tokens(shut, 0, 3)]).toEqual([{ is: "closed", by: "term_closed", place: { r: 0, k: 3 } }, []]);
    expect(play(openGrid(closedPage(null)), to(0, 5), put("5")).told?.what).toMatchObject({ is: "closed", by: "term_closed" });
    expect(tokens(play(openGrid(closedPage("2026-12-11")), put("5")), 0, 3)).toEqual(["5"]);
  });
});
