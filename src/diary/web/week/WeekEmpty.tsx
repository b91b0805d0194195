import { useEffect, useState } from "react";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import type { Shown } from "../live/diary-source.ts";
import { diaryWords as words } from "../words.ru.ts";

const PATIENCE = 300;
const ROWS = [0, 1, 2, 3, 4, 5];

/** In the place of a week that is not here: on its way, out of reach, or refused. */
export function WeekEmpty({ state, problem, onAgain }: { state: Shown["state"]; problem: unknown; onAgain: () => void }) {
  if (state === "refused") return <NotOpened error={problem} onAgain={onAgain} />;
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

/** The server said no: its sentence, and a way to ask again. */
function NotOpened({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  return (
    <div className="empty" role="alert">
      <h2>{words.notOpened}</h2>
      <p>{sentenceOfError(error)}</p>
      <button className="btn" type="button" onClick={onAgain}>
        {words.again}
      </button>
    </div>
  );
}
