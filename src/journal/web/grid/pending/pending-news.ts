import type { AbsenceKind } from "../../../../attendance/rules/absence-kind.ts";
import { EMPTY_CELL, freeWork } from "../cell.ts";
import type { Cell, Token } from "../cell.ts";
import { tell } from "../grid-reducer.ts";
import { markValue, tokenOf } from "../../marks/mark-value.ts";
import { noteChange, sameNote } from "../../../rules/lesson-note.ts";
import { countsOf } from "../grid-state.ts";
import type { GridState, Note, Place } from "../grid-state.ts";
import type { Statement } from "./pending-statements.ts";
import { answer, askReason, calm, choose, collide, emptySlot, explain, lose, refuse, rest, send, slow, wait, want } from "./slot.ts";
import type { Other, Slot } from "./slot.ts";

export type Saved = { readonly version: number; readonly late: boolean };

/** What became of a statement. */
export type News =
  | { is: "sent" | "slow" | "calm"; statement: Statement }
  /** Not reached; nobody is signed in; to be sent a little later; to be sent again in smaller parts. */
  | { is: "lost" | "held" | "parked" | "parted"; statement: Statement }
  /** A change after its term: the value waits until the teacher says why. */
  | { is: "reason"; statement: Statement }
  /** The server said no; the term is closed, and the value waits for a deputy to open it (said once). */
  | { is: "refused"; statement: Statement; sentence: string }
  | { is: "shut"; statement: Statement; sentence: string | null }
  | {
      is: "answered";
      statement: Statement;
      at: number;
      saved: (
        pupil: number | null,
      ) => Saved & { kind?: AbsenceKind; mark?: string | null; workType?: number | null; note?: Note; accumulation?: { has: number; least: number } | null };
    }
  | { is: "collided"; statement: Statement; mark?: Other<Token>; kind?: Other<AbsenceKind>; note?: Other<Note> }
  | { is: "link"; up: boolean };

/** How the teacher settles a conflict of a cell: mine, theirs, or both as two marks. */
export type Choice = "mine" | "theirs" | "both";

/** The state after news of the server. */
export function receive(state: GridState, news: News): GridState {
  if (news.is === "link") return linked(state, news.up);
  const { statement } = news;
  switch (news.is) {
    case "sent":
      return overSlots(state, statement, { any: send });
    case "slow":
      return overSlots(state, statement, { any: slow });
    case "calm":
      return overSlots(state, statement, { any: calm });
    case "lost":
      return linked(overSlots(state, statement, { any: lose }), false);
    case "held":
      return { ...overSlots(state, statement, { any: lose }), link: "held" };
    case "parked":
      return overSlots(state, statement, { any: lose });
    case "parted":
      return overSlots(state, statement, { any: rest });
    case "reason":
      return linked(tell(overSlots(state, statement, { any: askReason }), { is: "reason" }), true);
    case "shut": {
      const waits = overSlots(state, statement, { any: wait });
      return news.sentence === null ? waits : tell(waits, { is: "shut", sentence: news.sentence, place: placeOf(state, statement) });
    }
    case "refused":
      return tell(overSlots(state, statement, { any: refuse }), { is: "refused", sentence: news.sentence, place: placeOf(state, statement) });
    case "answered": {
      const next = overSlots(state, statement, {
        mark: (slot, pupil) => {
          const to = news.saved(pupil);
          const sent = slot.flight === null ? slot.wanted : slot.flight.value;
          // the work type of what was sent stands too, though the answer may call it the column's
          const same = to.mark === undefined || to.mark === tokenOf(sent);
          return answer(slot, same ? sent : markValue(to.mark ?? null, to.workType ?? null), to.version, to.late);
        },
        kind: (slot, pupil) => {
          const to = news.saved(pupil);
          return answer(slot, to.kind ?? slot.flight?.value ?? slot.wanted, to.version, to.late);
        },
        note: (slot) => {
          const to = news.saved(null);
          return settleNote(slot, to.note ?? slot.flight?.value ?? slot.wanted, to);
        },
      });
      const done = linked({ ...next, savedAt: news.at }, true);
      const accumulation = statement.is === "term_mark" && statement.mark !== null ? news.saved(statement.pupil).accumulation : null;
      const place = accumulation && accumulation.has < accumulation.least ? placeOf(state, statement) : null;
      return place && accumulation ? tell(done, { is: "few_marks", place, ...accumulation }) : done;
    }
    case "collided": {
      const { mark, kind, note } = news;
      return linked(
        overSlots(state, statement, {
          // the same mark is no quarrel, whatever work it was given for
          mark: (slot) => (mark ? collide(slot, mark.value === tokenOf(slot.wanted) ? { ...mark, value: slot.wanted } : mark) : slot),
          kind: (slot) => (kind ? collide(slot, kind) : slot),
          note: (slot) => (note ? collideNote(slot, note) : slot),
        }),
        true,
      );
    }
  }
}

/** A saved note may bring a field that somebody else wrote: what the teacher did not touch follows the server. */
function settleNote(slot: Slot<Note>, saved: Note, to: Saved): Slot<Note> {
  const sent = slot.flight?.value ?? slot.wanted;
  return { ...answer(slot, saved, to.version, to.late), wanted: { ...saved, ...noteChange(sent, slot.wanted) } };
}

const over = (saved: Note, wanted: Note, theirs: Note): Note => ({ ...theirs, ...noteChange(saved, wanted) });

/** Two people wrote different fields of a lesson: that is no quarrel, both stand. */
function collideNote(slot: Slot<Note>, other: Other<Note>): Slot<Note> {
  const theirs = Object.keys(noteChange(slot.saved, other.value));
  const quarrel = Object.keys(noteChange(slot.saved, slot.wanted)).some((field) => theirs.includes(field));
  const torn = collide(slot, other, sameNote);
  return quarrel ? torn : choose({ ...torn, other }, over(slot.saved, slot.wanted, other.value));
}

function linked(state: GridState, up: boolean): GridState {
  if (!up) {
    const { unsent } = countsOf({ ...state, link: "lost" });
    return state.link === "lost" && state.waited >= unsent ? state : { ...state, link: "lost", waited: Math.max(state.waited, unsent) };
  }
  const back = state.link === "up" ? state : { ...state, link: "up" as const };
  if (state.waited === 0) return back;
  const { unsent, flying } = countsOf(back);
  return unsent + flying > 0 ? back : tell({ ...back, waited: 0 }, { is: "link_back", count: state.waited });
}

type Over = {
  any?: <V>(slot: Slot<V>) => Slot<V>;
  mark?: (slot: Slot<Token>, pupil: number) => Slot<Token>;
  kind?: (slot: Slot<AbsenceKind>, pupil: number) => Slot<AbsenceKind>;
  note?: (slot: Slot<Note>) => Slot<Note>;
};

function overSlots(state: GridState, statement: Statement, over: Over): GridState {
  const k = state.model.columnOf.get(statement.column);
  if (k === undefined) return state;
  if (statement.is === "note") {
    const slot = state.notes[k];
    return slot ? { ...state, notes: state.notes.with(k, over.note ? over.note(slot) : (over.any?.(slot) ?? slot)) } : state;
  }
  if (statement.is === "absence") {
    return statement.entries.reduce(
      (now, entry) =>
        withCell(now, entry.pupil, k, (cell) => ({
          ...cell,
          absence: over.kind ? over.kind(cell.absence, entry.pupil) : (over.any?.(cell.absence) ?? cell.absence),
        })),
      state,
    );
  }
  return withCell(state, statement.pupil, k, (cell) => {
    const slot = cell.marks[statement.work] ?? emptySlot<Token>(null);
    return { ...cell, marks: cell.marks.with(statement.work, over.mark ? over.mark(slot, statement.pupil) : (over.any?.(slot) ?? slot)) };
  });
}

function withCell(state: GridState, pupil: number, k: number, change: (cell: Cell) => Cell): GridState {
  const r = state.model.rowOf.get(pupil);
  const line = r === undefined ? undefined : state.cells[r];
  if (r === undefined || !line) return state;
  return { ...state, cells: state.cells.with(r, line.with(k, change(line[k] ?? EMPTY_CELL))) };
}

function placeOf(state: GridState, statement: Statement): Place | null {
  const pupil = statement.is === "note" ? undefined : statement.is === "absence" ? statement.entries[0]?.pupil : statement.pupil;
  const [r, k] = [pupil === undefined ? undefined : state.model.rowOf.get(pupil), state.model.columnOf.get(statement.column)];
  return r === undefined || k === undefined ? null : { r, k };
}

/** Settles every conflict of a cell in one way; both values stand as two marks where they are marks. */
export function settleCell(state: GridState, place: Place, choice: Choice): GridState {
  const pupil = state.model.rows[place.r]?.pupilId;
  if (pupil === undefined) return state;
  return withCell(state, pupil, place.k, (cell) => {
    const pick = <V>(slot: Slot<V>): Slot<V> => (slot.other ? choose(slot, choice === "mine" ? slot.wanted : slot.other.value) : slot);
    const mine = cell.marks.flatMap((slot) => (slot.other && slot.wanted !== null ? [slot.wanted] : []));
    const marks = cell.marks.map(pick);
    if (choice === "both") {
      for (const token of mine) {
        const work = freeWork(marks.map((slot) => slot.wanted));
        if (work === null) continue;
        marks[work] = want(marks[work] ?? emptySlot<Token>(null), token);
      }
    }
    return { ...cell, absence: pick(cell.absence), marks };
  });
}

/** How many changes wait for their reason. */
export const reasonsAsked = (state: GridState): number =>
  state.cells.reduce((sum, line) => sum + line.filter((cell) => cell !== EMPTY_CELL && slotsOf(cell).some((slot) => slot.trouble === "reason")).length, 0) +
  state.notes.filter((note) => note.trouble === "reason").length;

const slotsOf = (cell: Cell): readonly Slot<unknown>[] => [cell.absence, ...cell.marks];

/** One reason for every change that waits for one; null gives them up, and what the server has stays. */
export function explainAll(state: GridState, reason: string | null): GridState {
  const cells = state.cells.map((line) =>
    line.some((cell) => cell !== EMPTY_CELL && slotsOf(cell).some((slot) => slot.trouble === "reason"))
      ? line.map((cell) =>
          cell === EMPTY_CELL ? cell : { ...cell, absence: explain(cell.absence, reason), marks: cell.marks.map((slot) => explain(slot, reason)) },
        )
      : line,
  );
  return { ...state, cells, notes: state.notes.map((note) => explain(note, reason)) };
}

/** Settles the conflict of a lesson's topic and homework. */
export function settleNoteConflict(state: GridState, column: number, choice: "mine" | "theirs"): GridState {
  const k = state.model.columnOf.get(column);
  const slot = k === undefined ? undefined : state.notes[k];
  if (k === undefined || !slot?.other) return state;
  return { ...state, notes: state.notes.with(k, choose(slot, choice === "mine" ? over(slot.saved, slot.wanted, slot.other.value) : slot.other.value)) };
}
