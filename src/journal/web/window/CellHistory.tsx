import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { call } from "../../../foundation/http-client.ts";
import { termMarkHistoryRoute } from "../../contract/changes.ts";
import { cellHistoryRoute } from "../../contract/set-lesson.ts";
import { journalWords as words } from "../words.ru.ts";
import { HistoryList } from "./HistoryList.tsx";
import type { HistoryLine } from "./HistoryList.tsx";

type Saved = { timezone: string; savedAt: number | null };
type CellProps = Saved & { pageId: number; lessonId: number; pupilId: number };

/** Every change of the cell: who, when, from what, to what. Read again after every save. */
export function CellHistory({ pageId, lessonId, pupilId, timezone, savedAt }: CellProps) {
  const ask = () => call(cellHistoryRoute, { params: { pageId, lessonId, pupilId } });
  return <HistoryList heading={words.history.heading} asks={["cell", pageId, lessonId, pupilId, savedAt]} ask={ask} say={changeOf} timezone={timezone} />;
}

/** Every change of a pupil's mark of a period. */
export function TermMarkHistory({ pageId, term, pupilId, timezone, savedAt }: Saved & { pageId: number; term: number; pupilId: number }) {
  const ask = () => call(termMarkHistoryRoute, { params: { pageId, term, pupilId } });
  return <HistoryList heading={words.history.heading} asks={["term", pageId, term, pupilId, savedAt]} ask={ask} say={changeOf} timezone={timezone} />;
}

function changeOf({ act, before, after }: HistoryLine): string {
  if (act === "journal.pupil_note.set") return words.history.note(noteOf(after));
  if (act.startsWith("attendance.")) return words.history.attendance(words.absence(kindOf(before)), words.absence(kindOf(after)));
  const [from, to] = [textOf(before), textOf(after)];
  if (from === null && to === null) return words.history.brought;
  if (from === null) return words.history.set(to ?? "");
  return to === null ? words.history.removed(from) : words.history.changed(from, to);
}

const noteOf = (value: unknown): string => {
  const { comment, homework } = (value ?? {}) as { comment?: string | null; homework?: string | null };
  return [comment, homework].filter(Boolean).join("; ");
};
const textOf = (value: unknown): string | null => (typeof value === "string" || typeof value === "number" ? String(value) : null);
/** A correction with its reason keeps the kind among others. */
const kindOf = (value: unknown): AbsenceKind => {
  const kind = typeof value === "object" && value !== null ? (value as { kind?: unknown }).kind : value;
  return kind === "absent" || kind === "ill" || kind === "late" ? kind : "none";
};
