import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { CELL_SIGNS } from "../../rules/cell-signs.ts";
import {
  isCellSettled,
  EMPTY_CELL,
  NOTHING,
  cleared,
  isBlank,
  marksOf,
  sameValues,
  stateOf,
  valuesOf,
  waiting,
  wantValues,
  withAbsence,
  withMark,
} from "./cell.ts";
import type { Cell, Values } from "./cell.ts";
import type { Intent, Step } from "./keys/cell-keys.ts";
import { tableOfText, valuesOfText } from "./clipboard.ts";
import type { AbsenceSigns } from "./clipboard.ts";
import { sameNote } from "../../rules/lesson-note.ts";
import { cellAt, valuesAt } from "./grid-state.ts";
import type { Change, GridState, Note, Place, Told } from "./grid-state.ts";
import { placesOf, stepTo } from "./moves.ts";
import { workTypeOf } from "../marks/mark-value.ts";
import { closedBy, scaleOf, wordsOf } from "./page-model.ts";
import { lose, want } from "./pending/slot.ts";

/** What the teacher does, by key, by pointer or in the cell's window. */
export type Deed =
  | Exclude<Intent, { do: "open" }>
  | { do: "focus"; place: Place }
  | { do: "extend_to"; place: Place }
  | { do: "set"; place: Place; values: Values }
  | { do: "note"; column: number; part: Partial<Note> }
  | { do: "paste"; text: string; signs: AbsenceSigns };

/** The next state of the grid. Pure: what must be sent is read from the state, not done here. */
export function reduceGrid(state: GridState, deed: Deed): GridState {
  switch (deed.do) {
    case "focus":
      return { ...settled(state), focus: deed.place, anchor: null, adding: false };
    case "move":
      return move(state, deed.step);
    case "extend":
      return extend(state, deed.step);
    case "extend_to":
      return { ...settled(state), anchor: state.anchor ?? state.focus, focus: deed.place, adding: false };
    case "choose_column":
      return { ...settled(state), anchor: { r: 0, k: state.focus.k }, focus: { r: state.model.rows.length - 1, k: state.focus.k }, adding: false };
    case "leave":
      return state.anchor || state.adding || state.typed ? { ...state, anchor: null, adding: false, typed: "" } : state;
    case "put":
    case "put_and_go_on":
      if (!state.model.page.uses.marks) return tell({ ...state, typed: "" }, { is: "not_in_scale", key: deed.token, scale: [] });
      return putToken(state, deed.token, "blank");
    case "put_over":
      return putToken(state, deed.token, "any");
    case "type":
      return typeOn(state, deed.typed);
    case "absence":
      return absence(state, deed.kind);
    case "clear":
      return fill(state, cleared, "filled");
    case "one_more":
      return oneMore(state, "more");
    case "retake":
      return oneMore(state, "retake");
    case "not_in_scale":
      return tell({ ...state, typed: "" }, { is: "not_in_scale", key: deed.key, scale: scaleOf(state.model, state.focus.k) });
    case "set":
      return changeOne(state, deed.place, deed.values);
    case "choose_work":
    case "explain":
      return state;
    case "undo":
      return unwind(state, "undo");
    case "redo":
      return unwind(state, "redo");
    case "note":
      return note(state, deed.column, deed.part);
    case "paste":
      return paste(state, deed.text, deed.signs);
  }
}

/** The state with something to say. Every telling has its own number, so that the same words are said again. */
export const tell = (state: GridState, what: Told): GridState => ({ ...state, told: { n: (state.told?.n ?? 0) + 1, what } });

function extend(state: GridState, step: Step): GridState {
  const before = settled(state);
  return { ...before, anchor: before.anchor ?? before.focus, focus: stepTo(before.model, before.focus, step), adding: false };
}

/** What was typed and is a mark by itself is written before anything else is done; what is none is forgotten. */
function settled(state: GridState): GridState {
  if (state.typed === "") return state;
  const rest = { ...state, typed: "" };
  if (!wordsOf(state.model, state.focus.k).includes(state.typed)) return rest;
  return { ...changeOne(rest, state.focus, withMark(valuesOf(cellAt(state, state.focus)), state.typed, state.adding || "instead")), adding: false };
}

function move(state: GridState, step: Step): GridState {
  const before = settled(state);
  return { ...before, focus: stepTo(before.model, before.focus, step), anchor: null, adding: false };
}

/** A mark that may still grow: shown in the cell, written by the next key that ends it. */
function typeOn(state: GridState, typed: string): GridState {
  const no = refusalAt(state, state.focus);
  return no ? tell(state, no) : tell({ ...state, typed }, { is: "typing", typed });
}

/** Which cells of a range a value goes to: those that are empty, those that are not, all. */
type Over = "blank" | "filled" | "any";

function putToken(state: GridState, token: string, over: Over): GridState {
  const { model, focus } = state;
  const forbidden = model.columns[focus.k]?.at === "lesson" ? model.page.norms.forbidden.find((one) => one.token === token) : undefined;
  if (forbidden) return tell({ ...state, typed: "" }, { is: "forbidden", ...forbidden });
  const rest = { ...state, typed: "" };
  return fill(rest, (values) => withMark(values, token, state.adding || "instead"), over);
}

function absence(state: GridState, kind: AbsenceKind): GridState {
  if (state.model.columns[state.focus.k]?.at === "term") return state;
  if (!state.model.page.uses.attendance) return tell(state, { is: "part_not_used", part: "attendance" });
  return fill(state, (values) => withAbsence(values, kind), "blank");
}

function oneMore(state: GridState, manner: "more" | "retake"): GridState {
  const before = settled(state);
  const no = refusalAt(before, before.focus);
  if (no) return tell(before, no);
  if (before.model.columns[before.focus.k]?.at === "term") return before;
  const none = marksOf(cellAt(before, before.focus).marks).every(({ token }) => CELL_SIGNS.includes(token));
  if (manner === "retake" && none) return tell(before, { is: "nothing_to_retake" });
  return tell({ ...before, adding: manner, anchor: null }, { is: manner === "more" ? "one_more" : "retake" });
}

function refusalAt(state: GridState, place: Place): Told | null {
  const by = closedBy(state.model, place.r, place.k);
  // what waits for a closed term may be taken back
  if (by && !(by === "term_closed" && !isCellSettled(cellAt(state, place)))) return { is: "closed", by, place };
  return stateOf(cellAt(state, place)) === "conflict" ? { is: "conflict", place } : null;
}

/** Marks need a work type: the column's, or the school's usual one. A mark that has its own is only mended. */
function lacksWork(state: GridState, k: number, before: Values, after: Values): boolean {
  const column = state.model.columns[k];
  if (column?.at !== "lesson" || (state.notes[k]?.wanted.workType ?? state.model.page.usualWork) !== null) return false;
  return after.marks.some((mark, work) => mark !== null && mark !== before.marks[work] && workTypeOf(mark) === null);
}

/** One cell and down; or the cells of a range at once (empty ones, or all), as one step of undo. */
function fill(state: GridState, next: (values: Values) => Values, over: Over): GridState {
  if (state.anchor === null) {
    const changed = changeOne(state, state.focus, next(valuesOf(cellAt(state, state.focus))));
    const is = changed.told?.what.is;
    if (over === "filled" || is === "closed" || is === "conflict" || is === "no_work") return changed;
    return { ...changed, focus: stepTo(state.model, state.focus, "down"), adding: false };
  }
  const places = placesOf(state).filter((place) => {
    const cell = cellAt(state, place);
    return (
      refusalAt(state, place) === null &&
      scaleOf(state.model, place.k) === scaleOf(state.model, state.focus.k) &&
      (over === "any" || (over === "blank") === isBlank(cell))
    );
  });
  const wanted = places.map((place) => ({ place, values: next(valuesOf(cellAt(state, place))) }));
  if (wanted.some(({ place, values }) => lacksWork(state, place.k, valuesOf(cellAt(state, place)), values))) return tell(state, { is: "no_work" });
  const done = changeAll(state, wanted);
  return tell({ ...done, anchor: null }, { is: "filled", count: places.length });
}

function changeOne(state: GridState, place: Place, values: Values): GridState {
  const no = refusalAt(state, place);
  if (no) return tell(state, no);
  if (lacksWork(state, place.k, valuesOf(cellAt(state, place)), values)) return tell(state, { is: "no_work" });
  if (sameValues(values, valuesOf(cellAt(state, place)))) return state.told?.what.is === "entered" ? state : tell(state, { is: "entered", place });
  return tell(changeAll(state, [{ place, values }]), { is: "entered", place });
}

function changeAll(state: GridState, wanted: readonly { place: Place; values: Values }[]): GridState {
  const changes: Change[] = wanted.flatMap(({ place, values }) => {
    const [row, column] = [state.model.rows[place.r], state.model.columns[place.k]];
    const before = valuesOf(cellAt(state, place));
    return row && column && !sameValues(before, values) ? [{ pupil: row.pupilId, column: column.id, before, after: values }] : [];
  });
  if (changes.length === 0) return state;
  return { ...applied(state, changes, "after"), undo: [...state.undo, changes], redo: [] };
}

function applied(state: GridState, changes: readonly Change[], side: "before" | "after"): GridState {
  const cells = [...state.cells];
  const open = new Set<number>();
  for (const change of changes) {
    const [r, k] = [state.model.rowOf.get(change.pupil), state.model.columnOf.get(change.column)];
    if (r === undefined || k === undefined) continue;
    const line: Cell[] = open.has(r) ? (cells[r] as Cell[]) : [...(cells[r] ?? [])];
    open.add(r);
    const next = wantValues(line[k] ?? EMPTY_CELL, change[side]);
    line[k] = state.link === "up" ? next : waiting(next);
    cells[r] = line;
  }
  return { ...state, cells };
}

/** Takes back the last step, or does it again; the focus goes where it happened. A step that another has overwritten is dropped. */
function unwind(state: GridState, way: "undo" | "redo"): GridState {
  const [from, to] = way === "undo" ? (["before", "after"] as const) : (["after", "before"] as const);
  const step = state[way].at(-1);
  if (!step) return tell(state, { is: way === "undo" ? "nothing_to_undo" : "nothing_to_redo" });
  const left: GridState = { ...state, [way]: state[way].slice(0, -1), anchor: null, adding: false, typed: "" };
  const live = step.filter((change) => sameValues(valuesAt(state, change.pupil, change.column), change[to] ?? NOTHING));
  const first = live[0];
  if (!first) return unwind(left, way);
  const place = { r: state.model.rowOf.get(first.pupil) ?? 0, k: state.model.columnOf.get(first.column) ?? 0 };
  const other = way === "undo" ? "redo" : "undo";
  return tell({ ...applied(left, live, from), [other]: [...state[other], live], focus: place }, { is: way === "undo" ? "undone" : "redone", place });
}

function note(state: GridState, column: number, part: Partial<Note>): GridState {
  const k = state.model.columnOf.get(column);
  const slot = k === undefined ? undefined : state.notes[k];
  if (k === undefined || !slot || !state.model.page.mayWrite) return state;
  const value = { ...slot.wanted, ...part };
  const next = want(slot, value, sameNote);
  return next === slot ? state : { ...state, notes: state.notes.with(k, state.link === "up" ? next : lose(next)) };
}

/** A table from the clipboard, laid from the chosen cell on: all of it, or nothing with the words why. Empty cells of it change nothing. */
function paste(state: GridState, text: string, signs: AbsenceSigns): GridState {
  const table = tableOfText(text);
  const start = placesOf(state)[0] ?? state.focus;
  const wrong: string[] = [];
  let closed = 0;
  const wanted: { place: Place; values: Values }[] = [];
  table.forEach((line, dr) =>
    line.forEach((written, dk) => {
      if (written.trim() === "") return;
      const place = { r: start.r + dr, k: start.k + dk };
      const column = state.model.columns[place.k];
      const values = column && valuesOfText(written, wordsOf(state.model, place.k), signs);
      const fits = values && (column?.at !== "term" || (values.absence === "none" && values.marks.length <= 1));
      if (!column || !state.model.rows[place.r] || refusalAt(state, place)) closed += 1;
      if (column && !fits) wrong.push(written.trim());
      else if (values) wanted.push({ place, values });
    }),
  );
  if (wanted.some(({ place, values }) => lacksWork(state, place.k, valuesOf(cellAt(state, place)), values))) return tell(state, { is: "no_work" });
  if (wrong.length > 0 || closed > 0) return tell(state, { is: "wrong_paste", tokens: [...new Set(wrong)], closed });
  return tell({ ...changeAll(state, wanted), anchor: null }, { is: "pasted", count: wanted.length });
}
