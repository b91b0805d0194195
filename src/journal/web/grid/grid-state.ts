import { absenceKind } from "../../../attendance/rules/absence-kind.ts";
import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { EMPTY_CELL, NOTHING, isCellSettled, stateOf } from "./cell.ts";
import type { Cell, Token, Values } from "./cell.ts";
import { EMPTY_NOTE, noteIn, sameNote } from "../../rules/lesson-note.ts";
import type { LessonNote } from "../../rules/lesson-note.ts";
import { markValue } from "../marks/mark-value.ts";
import { modelOf, startingColumn } from "./page-model.ts";
import type { Closed, Model, Page } from "./page-model.ts";
import { emptySlot, isSettled, refresh, savedSlot } from "./pending/slot.ts";
import type { Slot } from "./pending/slot.ts";

/** What is written of a lesson as a whole. */
export type Note = LessonNote;

export type Place = { readonly r: number; readonly k: number };
export type Change = { readonly pupil: number; readonly column: number; readonly before: Values; readonly after: Values };

/** What the page has to say about the last key: spoken, or shown when it is a no. */
export type Told =
  | { is: "entered" | "undone" | "redone"; place: Place }
  | { is: "filled"; count: number }
  | { is: "typing"; typed: string }
  | { is: "no_work" | "nothing_to_retake" | "retake" }
  | { is: "forbidden"; token: string; reason: string }
  | { is: "one_more" }
  | { is: "closed"; by: Closed; place: Place }
  | { is: "conflict"; place: Place }
  | { is: "part_not_used"; part: "attendance" }
  | { is: "not_in_scale"; key: string; scale: readonly string[] }
  | { is: "nothing_to_undo" }
  | { is: "nothing_to_redo" }
  | { is: "wrong_paste"; tokens: readonly string[]; closed: number }
  | { is: "pasted"; count: number }
  | { is: "reason" }
  | { is: "refused" | "shut"; sentence: string; place: Place | null }
  | { is: "few_marks"; place: Place; has: number; least: number }
  | { is: "link_back"; count: number };

export type GridState = {
  readonly model: Model;
  readonly cells: readonly (readonly Cell[])[];
  readonly notes: readonly Slot<Note>[];
  readonly focus: Place;
  /** The other corner of a range; null while one cell is chosen. */
  readonly anchor: Place | null;
  /** Space or «П» was pressed: the next digit is one more mark, or a retake. */
  readonly adding: false | "more" | "retake";
  /** What was typed of a mark that may still grow. */
  readonly typed: string;
  readonly undo: readonly (readonly Change[])[];
  readonly redo: readonly (readonly Change[])[];
  /** `held`: nobody is signed in, so everything waits. */
  readonly link: "up" | "lost" | "held";
  /** How many entries waited for the connection at most, for the word when it is back. */
  readonly waited: number;
  readonly savedAt: number | null;
  readonly told: { readonly n: number; readonly what: Told } | null;
};

/** The grid of a page just opened. */
export function openGrid(page: Page, lessonId?: number): GridState {
  const model = modelOf(page);
  const asked = lessonId === undefined ? undefined : model.columnOf.get(lessonId);
  return {
    model,
    ...contentOf(model),
    focus: { r: 0, k: asked ?? startingColumn(model) },
    anchor: null,
    adding: false,
    typed: "",
    undo: [],
    redo: [],
    link: "up",
    waited: 0,
    savedAt: null,
    told: null,
  };
}

function contentOf(model: Model): Pick<GridState, "cells" | "notes"> {
  const { page, columns, rows, columnOf, rowOf } = model;
  type Filling = { absence: Slot<AbsenceKind>; marks: Slot<Token>[]; explained?: boolean };
  const cells: Filling[][] = rows.map(() => columns.map(() => EMPTY_CELL as Filling));
  const cellAt = (pupil: number, column: number) => {
    const [r, k] = [rowOf.get(pupil), columnOf.get(column)];
    const line = r === undefined ? undefined : cells[r];
    if (!line || k === undefined) return null;
    if (line[k] === EMPTY_CELL) line[k] = { absence: EMPTY_CELL.absence, marks: [] };
    return line[k] ?? null;
  };
  for (const one of page.marks) {
    const cell = cellAt(one.pupil, one.lesson);
    if (!cell) continue;
    while (cell.marks.length <= one.work) cell.marks.push(emptySlot<Token>(null));
    cell.marks[one.work] = savedSlot<Token>(markValue(one.mark, one.workType ?? null), one.version, one.late);
  }
  for (const one of page.absences) {
    const cell = cellAt(one.pupil, one.lesson);
    if (cell) Object.assign(cell, { absence: savedSlot(absenceKind(one.kind), one.version, one.late), explained: one.explained });
  }
  for (const one of page.termMarks) {
    const cell = cellAt(one.pupil, -one.term);
    if (cell) cell.marks = [savedSlot<Token>(one.mark, one.version, one.late)];
  }
  const details = new Map(page.details.map((detail) => [detail.lesson, detail]));
  const notes = columns.map((column) =>
    column.at === "lesson" ? savedSlot(noteIn({ ...column.lesson, ...details.get(column.id) }), column.lesson.noteVersion, false) : emptySlot(EMPTY_NOTE),
  );
  return { cells, notes };
}

/** A newer answer of the server under what the teacher is doing: nothing unsent is lost, nothing saved is older. */
export function refreshGrid(state: GridState, page: Page): GridState {
  const model = modelOf(page);
  const fresh = contentOf(model);
  const old = state.model;
  const cells = model.rows.map((row, r) => {
    const was = state.cells[old.rowOf.get(row.pupilId) ?? -1];
    return model.columns.map((column, k) => {
      const now = fresh.cells[r]?.[k] ?? EMPTY_CELL;
      const before = was?.[old.columnOf.get(column.id) ?? -1];
      return before ? refreshCell(before, now) : now;
    });
  });
  const notes = model.columns.map((column, k) => {
    const now = fresh.notes[k] ?? emptySlot(EMPTY_NOTE);
    const before = state.notes[old.columnOf.get(column.id) ?? -1];
    return before ? refresh(before, now.saved, now.version, now.late, sameNote) : now;
  });
  const here = { pupil: old.rows[state.focus.r]?.pupilId ?? -1, column: old.columns[state.focus.k]?.id ?? 0 };
  const place = { r: model.rowOf.get(here.pupil) ?? 0, k: model.columnOf.get(here.column) ?? startingColumn(model) };
  // what stands beside the focus (the cell's window) knows it by its very self: a focus that did not move is the same
  const focus = place.r === state.focus.r && place.k === state.focus.k ? state.focus : place;
  return { ...state, model, cells, notes, focus, anchor: null };
}

function refreshCell(before: Cell, now: Cell): Cell {
  const absence = refresh(before.absence, now.absence.saved, now.absence.version, now.absence.late);
  const marks = Array.from({ length: Math.max(before.marks.length, now.marks.length) }, (_, work) => {
    const [was, fresh] = [before.marks[work], now.marks[work]];
    return was && fresh ? refresh(was, fresh.saved, fresh.version, fresh.late) : (was ?? fresh ?? emptySlot<Token>(null));
  });
  const explained = now.explained ?? false;
  const same =
    absence === before.absence &&
    explained === (before.explained ?? false) &&
    marks.length === before.marks.length &&
    marks.every((slot, work) => slot === before.marks[work]);
  return same ? before : { absence, marks, explained };
}

export const cellAt = (state: GridState, place: Place): Cell => state.cells[place.r]?.[place.k] ?? EMPTY_CELL;
export const valuesAt = (state: GridState, pupil: number, column: number): Values => {
  const cell = state.cells[state.model.rowOf.get(pupil) ?? -1]?.[state.model.columnOf.get(column) ?? -1];
  return cell ? { absence: cell.absence.wanted, marks: cell.marks.map((slot) => slot.wanted) } : NOTHING;
};

const unsettled = new WeakMap<readonly Cell[], readonly number[]>();

/** The places in a line of the cells that the server has not all of. A line that did not change is not looked through again. */
export function unsettledOf(line: readonly Cell[]): readonly number[] {
  const known = unsettled.get(line);
  if (known) return known;
  const found = line.flatMap((cell, k) => (cell === EMPTY_CELL || isCellSettled(cell) ? [] : [k]));
  unsettled.set(line, found);
  return found;
}

/** What is not on the server: how many entries wait, fly, or stand between two values. */
export function countsOf(state: GridState): { unsent: number; conflicts: number; flying: number } {
  let [unsent, conflicts, flying] = [0, 0, 0];
  for (const line of state.cells) {
    for (const k of unsettledOf(line)) {
      const is = stateOf(line[k] ?? EMPTY_CELL);
      if (is === "conflict") conflicts += 1;
      else if (is === "unsent" || state.link !== "up") unsent += 1;
      else flying += 1;
    }
  }
  for (const note of state.notes) {
    if (note.other) conflicts += 1;
    else if (isSettled(note, sameNote)) continue;
    else if (note.trouble === "lost" || note.trouble === "reason" || state.link !== "up") unsent += 1;
    else flying += 1;
  }
  return { unsent, conflicts, flying };
}
