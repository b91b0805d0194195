import { useQuery } from "@tanstack/react-query";
import type { Output } from "../../../foundation/route.ts";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import type { cellHistoryRoute } from "../../contract/set-lesson.ts";
import { journalWords as words } from "../words.ru.ts";

type History = Output<typeof cellHistoryRoute>;
export type HistoryLine = History["lines"][number];
type Props = {
  heading: string;
  /** What is asked, and the state of saving: asked again after every save. */
  asks: readonly (string | number | null)[];
  ask: () => Promise<History>;
  say: (line: HistoryLine) => string;
  timezone: string;
};

/** Every change of a place with its author and moments, the latest first. */
export function HistoryList({ heading, asks, ask, say, timezone }: Props) {
  const history = useQuery({ queryKey: ["journal", "history", ...asks], queryFn: ask, placeholderData: (before) => before, gcTime: 0 });
  const lines = history.data?.lines ?? [];
  return (
    <div className="history">
      <h3>{heading}</h3>
      {history.isError && <p className="err">{words.history.failed}</p>}
      {history.isPending && <p className="muted">{words.history.opening}</p>}
      {history.data && lines.length === 0 && <p className="muted">{words.history.none}</p>}
      {lines.length > 0 && (
        <ol>
          {lines.toReversed().map((line, at) => (
            <li key={lines.length - at}>
              <time dateTime={line.at}>{momentOf(line.at, timezone)}</time> {line.by}
              <br />
              {say(line)}
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
