import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { EMPTY_CELL, NOTHING, cleared, isBlank, sameValues, stateOf, valuesOf, waiting, wantValues, withAbsence, withMark } from "./cell.ts";
import type { Cell, Values } from "./cell.ts";
import type { Intent, Step } from "./cell-keys.ts";
import { tableOfText, valuesOfText } from "./clipboard.ts";
import type { AbsenceSigns } from "./clipboard.ts";
import { sameNote } from "../../rules/lesson-note.ts";
import { cellAt, valuesAt } from "./grid-state.ts";
import type { Change, GridState, Note, Place, Told } from "./grid-state.ts";
import { placesOf, stepTo } from "./moves.ts";
import { closedBy, scaleOf } from "./page-model.ts";
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
      return { ...state, focus: deed.place, anchor: null, adding: false };
    case "move":
      return { ...state, focus: stepTo(state.model, state.focus, deed.step), anchor: null, adding: false };
    case "extend":
      return extend(state, deed.step);
    case "extend_to":
      return { ...state, anchor: state.anchor ?? state.focus, focus: deed.place, adding: false };
    case "leave":
      return state.anchor || state.adding ? { ...state, anchor: null, adding: false } : state;
    case "put":
      return fill(state, (values) => withMark(values, deed.token, state.adding), true);
    case "absence":
      return absence(state, deed.kind);
    case "clear":
      return fill(state, cleared, false);
    case "one_more":
      return oneMore(state);
    case "not_in_scale":
      return tell(state, { is: "not_in_scale", key: deed.key, scale: scaleOf(state.model, state.focus.k) });
    case "set":
      return changeOne(state, deed.place, deed.values);
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
  return { ...state, anchor: state.anchor ?? state.focus, focus: stepTo(state.model, state.focus, step), adding: false };
}

function absence(state: GridState, kind: AbsenceKind): GridState {
  if (state.model.columns[state.focus.k]?.at === "term") return state;
  if (!state.model.page.uses.attendance) return tell(state, { is: "part_not_used", part: "attendance" });
  return fill(state, (values) => withAbsence(values, kind), true);
}

function oneMore(state: GridState): GridState {
  const no = refusalAt(state, state.focus);
  if (no) return tell(state, no);
  if (state.model.columns[state.focus.k]?.at === "term") return state;
  return tell({ ...state, adding: true, anchor: null }, { is: "one_more" });
}

function refusalAt(state: GridState, place: Place): Told | null {
  const by = closedBy(state.model, place.r, place.k);
  if (by) return { is: "closed", by, place };
  return stateOf(cellAt(state, place)) === "conflict" ? { is: "conflict", place } : null;
}

/** One cell and down; or the empty cells of a range at once (all of them, when clearing), as one step of undo. */
function fill(state: GridState, next: (values: Values) => Values, writes: boolean): GridState {
  if (state.anchor === null) {
    const changed = changeOne(state, state.focus, next(valuesOf(cellAt(state, state.focus))));
    if (!writes || changed.told?.what.is === "closed" || changed.told?.what.is === "conflict") return changed === state ? state : changed;
    return { ...changed, focus: stepTo(state.model, state.focus, "down"), adding: false };
  }
  const places = placesOf(state).filter((place) => {
    const cell = cellAt(state, place);
    return (
      refusalAt(state, place) === null && scaleOf(state.model, place.k) === scaleOf(state.model, state.focus.k) && (writes ? isBlank(cell) : !isBlank(cell))
    );
  });
  const done = changeAll(
    state,
    places.map((place) => ({ place, values: next(valuesOf(cellAt(state, place))) })),
  );
  return tell({ ...done, anchor: null }, { is: "filled", count: places.length });
}

function changeOne(state: GridState, place: Place, values: Values): GridState {
  const no = refusalAt(state, place);
  if (no) return tell(state, no);
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
  const left = { ...state, [way]: state[way].slice(0, -1), anchor: null, adding: false };
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
      const values = column && valuesOfText(written, scaleOf(state.model, place.k), signs);
      const fits = values && (column?.at !== "term" || (values.absence === "none" && values.marks.length <= 1));
      if (!column || !state.model.rows[place.r] || refusalAt(state, place)) closed += 1;
      if (column && !fits) wrong.push(written.trim());
      else if (values) wanted.push({ place, values });
    }),
  );
  if (wrong.length > 0 || closed > 0) return tell(state, { is: "wrong_paste", tokens: [...new Set(wrong)], closed });
  return tell({ ...changeAll(state, wanted), anchor: null }, { is: "pasted", count: wanted.length });
}
