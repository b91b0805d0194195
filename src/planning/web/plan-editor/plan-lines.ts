import type { NumberedLine, PlanLine } from "../../rules/plan/plan-lines.ts";

/** A line being edited; `hours` as typed. `key` is its own for the time of editing. */
export type EditLine = Omit<PlanLine, "hours"> & { key: number; lineId: number | null; hours: string };
export type Field = "topic" | "hours" | "homework";
export type EditState = { lines: EditLine[]; dirty: boolean; nextKey: number; before: EditLine[] | null };

export type Edit =
  | { do: "reset"; lines: readonly (PlanLine & { lineId: number })[] }
  | { do: "set"; key: number; change: Partial<Pick<EditLine, "topic" | "hours" | "homework" | "isControl">> }
  | { do: "insert"; at: number; lines?: readonly PlanLine[] }
  | { do: "remove"; key: number }
  | { do: "move"; key: number; by: -1 | 1 }
  | { do: "section"; key: number; section: string }
  | { do: "undo" }
  | { do: "saved"; lines: readonly { lineId: number }[] };

export const EMPTY: EditState = { lines: [], dirty: false, nextKey: 1, before: null };
const BLANK: PlanLine = { topic: "", hours: 1, homework: "", section: "", isControl: false };

export const isBlank = (line: EditLine) => line.topic.trim() === "" && line.homework.trim() === "";

/** Whole hours as typed; null when they are none. */
export function hoursTyped(text: string): number | null {
  return /^\d{1,2}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null;
}

/** What an edit makes of the lines. Pure. What takes lines away or changes their order can be taken back once. */
export function edited(state: EditState, edit: Edit): EditState {
  const { lines, nextKey } = state;
  const changed = (next: EditLine[], more: Partial<EditState> = {}): EditState => ({ ...state, lines: next, dirty: true, ...more });
  const at = "key" in edit ? lines.findIndex((line) => line.key === edit.key) : -1;
  switch (edit.do) {
    case "reset":
      return { ...EMPTY, lines: edit.lines.map((line, i) => ({ ...line, hours: String(line.hours), key: i + 1 })), nextKey: edit.lines.length + 1 };
    case "set":
      return changed(lines.map((line) => (line.key === edit.key ? { ...line, ...edit.change } : line)));
    case "insert": {
      const section = lines[edit.at - 1]?.section ?? lines[edit.at]?.section ?? "";
      const added = (edit.lines ?? [BLANK]).map((line, i) => ({
        ...line,
        section: line.section || section,
        hours: String(line.hours),
        lineId: null,
        key: nextKey + i,
      }));
      return changed([...lines.slice(0, edit.at), ...added, ...lines.slice(edit.at)], {
        nextKey: nextKey + added.length,
        before: added.length > 1 ? lines : null,
      });
    }
    case "remove":
      return changed(
        lines.filter((line) => line.key !== edit.key),
        { before: lines },
      );
    case "move": {
      const [line, other] = [lines[at], lines[at + edit.by]];
      if (!line || !other) return state;
      const next = [...lines];
      next[at] = other;
      next[at + edit.by] = { ...line, section: other.section };
      return changed(next, { before: lines });
    }
    case "section": {
      const old = lines[at]?.section;
      const end = lines.findIndex((line, i) => i > at && line.section !== old);
      return changed(lines.map((line, i) => (i >= at && (end < 0 || i < end) ? { ...line, section: edit.section } : line)));
    }
    case "undo":
      return state.before ? changed(state.before, { before: null }) : state;
    case "saved":
      return { ...state, dirty: false, before: null, lines: lines.map((line, i) => ({ ...line, lineId: edit.lines[i]?.lineId ?? line.lineId })) };
  }
}

/** The first fault of what would be saved: its place from 1 and what is wrong; blank lines are left out of a save. */
export function faultOf(lines: readonly EditLine[]): { place: number; what: "topic" | "hours"; key: number } | null {
  for (const [i, line] of lines.entries()) {
    if (isBlank(line)) continue;
    if (line.topic.trim() === "") return { place: i + 1, what: "topic", key: line.key };
    if (hoursTyped(line.hours) === null) return { place: i + 1, what: "hours", key: line.key };
  }
  return null;
}

/** The lines as they are saved. */
export function toSave(lines: readonly EditLine[]): NumberedLine[] {
  return lines
    .filter((line) => !isBlank(line))
    .map(({ key: _, hours, ...line }) => ({ ...line, topic: line.topic.trim(), homework: line.homework.trim(), hours: hoursTyped(hours) ?? 1 }));
}
