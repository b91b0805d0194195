import { useCallback, useEffect, useState } from "react";
import { dayIn, timeIn } from "../../foundation/day.ts";
import { dayRu } from "../../foundation/day.ru.ts";
import { call } from "../../foundation/http-client.ts";
import type { Output } from "../../foundation/route.ts";
import { ScrollBox } from "../../foundation/ui/ScrollBox.tsx";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { ThemeButton } from "../../foundation/ui/ThemeButton.tsx";
import { Waiting } from "../../foundation/ui/Waiting.tsx";
import { endSessionRoute, listSessionsRoute } from "../contract/sign-in.ts";
import { deviceName } from "../rules/device-name.ts";
import { accessWords as words } from "./words.ru.ts";
import "./sessions.css";

type Session = Output<typeof listSessionsRoute>["sessions"][number];

/** The person's own open sessions: where, since when, and a way to end a strange one. */
export function SessionsScreen({ timezone, onSignOut }: { timezone: string; onSignOut: () => void }) {
  const [sessions, setSessions] = useState<readonly Session[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [done, setDone] = useState("");

  const read = useCallback(() => {
    call(listSessionsRoute).then(
      (answer) => setSessions(answer.sessions),
      (error: unknown) => setWrong(sentenceOfError(error)),
    );
  }, []);

  useEffect(() => {
    document.title = words.sessions.pageTitle;
    read();
  }, [read]);

  const end = async (session: Session) => {
    setWrong(null);
    try {
      await call(endSessionRoute, { params: { sessionId: session.sessionId } });
      setDone(words.sessions.ended(deviceOf(session)));
    } catch (error) {
      setWrong(sentenceOfError(error));
    }
    read();
  };

  const moment = (at: string) => `${dayRu(dayIn(timezone, new Date(at)))}, ${timeIn(timezone, new Date(at))}`;

  return (
    <main className="page" id="main">
      <div className="pagehead">
        <h1>{words.sessions.heading}</h1>
        <span className="grow" />
        <ThemeButton />
        <button className="btn" type="button" onClick={onSignOut}>
          {words.sessions.signOut}
        </button>
      </div>
      <p className="soft">{words.sessions.text}</p>
      {wrong && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      <p className="vh" aria-live="polite">
        {done}
      </p>
      {sessions === null && wrong === null && <Waiting text={words.sessions.opening} />}
      {sessions && (
        <ScrollBox className="panel sessions" label={words.sessions.heading}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.sessions.device}</th>
                <th scope="col">{words.sessions.opened}</th>
                <th scope="col">{words.sessions.seen}</th>
                <th scope="col">{words.sessions.action}</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <tr key={session.sessionId}>
                  <th scope="row">{deviceOf(session)}</th>
                  <td>{moment(session.createdAt)}</td>
                  <td>{moment(session.seenAt)}</td>
                  <td>
                    {session.current ? (
                      <span className="badge t-ok">{words.sessions.current}</span>
                    ) : (
                      <button className="btn small" type="button" aria-label={words.sessions.end(deviceOf(session))} onClick={() => void end(session)}>
                        {words.sessions.endShort}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </main>
  );
}

const deviceOf = (session: Session): string => deviceName(session.device) || words.sessions.unknown;
