import { useEffect, useState } from "react";
import { ProblemError } from "../../../foundation/http-client.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import type { Shown } from "../live/diary-source.ts";
import { diaryWords as words } from "../words.ru.ts";

const PATIENCE = 300;
const ROWS = [0, 1, 2, 3, 4, 5];

/** In the place of a week that is not here: on its way, out of reach, or refused. */
export function WeekEmpty({ state, problem, onAgain, onToday }: { state: Shown["state"]; problem: unknown; onAgain: () => void; onToday: () => void }) {
  if (state === "refused") return <NotOpened error={problem} onAgain={onAgain} onToday={onToday} />;
  return <Skeleton offline={state === "offline"} />;
}

/** Nothing for the first 300 ms, then grey lines where the lessons will be; without a line, the sentence. */
function Skeleton({ offline }: { offline: boolean }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (offline) {
    return (
      <p className="empty" role="status">
        {words.offlineEmpty}
      </p>
    );
  }
  if (!late) return <div className="waiting" />;
  return (
    <div className="waiting">
      <p className="vh" role="status">
        {words.opening}
      </p>
      {ROWS.map((row) => (
        <div key={row} className="skel" />
      ))}
    </div>
  );
}

/** The server said no: its sentence, and a way on. Asking again is offered only where it may help. */
function NotOpened({ error, onAgain, onToday }: { error: unknown; onAgain: () => void; onToday: () => void }) {
  const isDay = error instanceof ProblemError && error.code.startsWith("diary.") && error.status === 400;
  return (
    <div className="empty" role="alert">
      <h2>{words.notOpened}</h2>
      <p>{sentenceOfError(error)}</p>
      <button className="btn" type="button" onClick={isDay ? onToday : onAgain}>
        {isDay ? words.toToday : words.again}
      </button>
    </div>
  );
}
