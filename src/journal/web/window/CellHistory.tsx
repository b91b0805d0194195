import { useQuery } from "@tanstack/react-query";
import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { cellHistoryRoute } from "../../contract/set-lesson.ts";
import { journalWords as words } from "../words.ru.ts";

type Line = Output<typeof cellHistoryRoute>["lines"][number];
type HistoryProps = { pageId: number; lessonId: number; pupilId: number; timezone: string; savedAt: number | null };

/** Every change of the cell: who, when, from what, to what. Read again after every save. */
export function CellHistory({ pageId, lessonId, pupilId, timezone, savedAt }: HistoryProps) {
  const history = useQuery({
    queryKey: ["journal", "history", pageId, lessonId, pupilId, savedAt],
    queryFn: () => call(cellHistoryRoute, { params: { pageId, lessonId, pupilId } }),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const lines = history.data?.lines ?? [];
  return (
    <div className="history">
      <h3>{words.history.heading}</h3>
      {history.isError && <p className="err">{words.history.failed}</p>}
      {history.isPending && <p className="muted">{words.history.opening}</p>}
      {history.data && lines.length === 0 && <p className="muted">{words.history.none}</p>}
      {lines.length > 0 && (
        <ol>
          {lines.toReversed().map((line, at) => (
            <li key={lines.length - at}>
              <time dateTime={line.at}>{momentOf(line.at, timezone)}</time> {line.by}
              <br />
              {changeOf(line)}
              {line.entered !== null && (
                <>
                  <br />
                  <span className="muted">{words.history.entered(...enteredAndCame(line.entered, line.at, timezone))}</span>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {history.data && !history.data.chainHolds && (
        <p className="err" role="alert">
          {words.history.broken}
        </p>
      )}
    </div>
  );
}

function momentOf(at: string, timezone: string): string {
  const moment = new Date(at);
  return `${words.dayShort(dayIn(timezone, moment))}, ${timeIn(timezone, moment)}`;
}

/** Both moments, with the day only where the two days differ. */
function enteredAndCame(entered: string, at: string, timezone: string): [string, string] {
  const [wrote, came] = [new Date(entered), new Date(at)];
  const sameDay = dayIn(timezone, wrote) === dayIn(timezone, came);
  return sameDay ? [timeIn(timezone, wrote), timeIn(timezone, came)] : [momentOf(entered, timezone), momentOf(at, timezone)];
}

function changeOf({ act, before, after }: Line): string {
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
