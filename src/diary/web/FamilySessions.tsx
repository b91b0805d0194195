import { useCallback, useEffect, useState } from "react";
import type { Static } from "typebox";
import { endSessionRoute, listSessionsRoute, signOutRoute, type SessionLine } from "../../access/contract/sign-in.ts";
import { dayRu } from "../../foundation/day.ru.ts";
import { dayIn, timeIn } from "../../foundation/day.ts";
import { call } from "../../foundation/http-client.ts";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { ThemeButton } from "../../foundation/ui/ThemeButton.tsx";
import { diaryWords as words } from "./words.ru.ts";

type Line = Static<typeof SessionLine>;

/** Where the family is signed in, with a way to end any of it, and the way out. */
export function FamilySessions({ timezone }: { timezone: string }) {
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [said, setSaid] = useState("");
  const fail = (error: unknown) => setSaid(sentenceOfError(error));
  const read = useCallback(() => call(listSessionsRoute).then((answer) => setLines(answer.sessions), fail), []);
  useEffect(() => {
    void read();
  }, [read]);

  const when = (at: string) => {
    const moment = new Date(at);
    return words.moment(dayRu(dayIn(timezone, moment)), words.time(timeIn(timezone, moment)));
  };
  const end = (line: Line) => {
    setSaid("");
    call(endSessionRoute, { params: { sessionId: line.sessionId } }).then(() => {
      setSaid(words.sessionEnded(line.device));
      return read();
    }, fail);
  };
  const leave = () => {
    // A whole new page: nothing of this family stays in memory.
    call(signOutRoute).then(() => location.assign("/"), fail);
  };

  return (
    <div className="logins">
      <h1>{words.sessions}</h1>
      <p className="soft">{words.sessionsText}</p>
      <p className="said" role="status">
        {said}
      </p>
      {lines && (
        <ul className="panel">
          {lines.map((line) => (
            <li key={line.sessionId}>
              <div>
                <b>{line.device}</b> {line.current && <span className="badge t-ok">{words.thisSession}</span>}
                <p>{words.sessionTimes(when(line.createdAt), when(line.seenAt))}</p>
              </div>
              {!line.current && (
                <button className="btn" type="button" onClick={() => end(line)}>
                  {words.endSession}
                  <span className="vh">: {line.device}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="ways">
        <button className="btn" type="button" onClick={leave}>
          {words.signOut}
        </button>
        <ThemeButton />
      </div>
    </div>
  );
}
