import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { LocalDate } from "../../../foundation/day.ts";
import { NoConnection, ProblemError, call } from "../../../foundation/http-client.ts";
import { addressOf } from "../../../foundation/route.ts";
import { diaryEventsRoute, diaryWeekRoute } from "../../contract/diary-week.ts";
import { diarySource, type Shown } from "./diary-source.ts";
import { openStream } from "./event-stream.ts";

/** A page hidden for longer than this may have slept: its line is opened anew. */
const SLEPT = 45_000;

/** The week of a child, kept fresh by the server's events, by waking and by the line coming back. A new `session` begins anew. */
export function useDiary(pupilId: number, day: LocalDate | null, today: LocalDate, session: unknown): Shown & { readAgain: () => void } {
  const [source] = useState(() =>
    diarySource(
      {
        read: (pupil, of) => call(diaryWeekRoute, { params: { pupilId: pupil }, query: of === null ? {} : { day: of } }),
        isNoConnection: (error) => error instanceof NoConnection,
        mayPass: (error) => error instanceof ProblemError && (error.status >= 500 || error.status === 429),
        now: () => new Date(),
        later: (what, ms) => {
          const timer = setTimeout(what, ms);
          return () => clearTimeout(timer);
        },
      },
      today,
    ),
  );
  useLayoutEffect(() => source.show(pupilId, day), [source, pupilId, day]);
  useEffect(() => () => source.stop(), [source]);
  const begun = useRef(session);
  useEffect(() => {
    if (begun.current !== session) source.readAgain();
    begun.current = session;
  }, [source, session]);

  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const stream = openStream((last) => addressOf(diaryEventsRoute, { pupilId }, { after: last === null || !/^\d+$/.test(last) ? undefined : Number(last) }), {
      changed: source.readAgain,
      again: source.readAgain,
      here: () => {
        settling = setTimeout(source.readAgain, 1_000 + Math.random() * 2_000);
      },
    });
    let hiddenAt = 0;
    const wake = () => {
      stream.reopen();
      source.readAgain();
    };
    const seen = () => {
      if (document.visibilityState === "hidden") hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > SLEPT) wake();
    };
    const shownAgain = (event: PageTransitionEvent) => event.persisted && wake();
    addEventListener("online", wake);
    addEventListener("pageshow", shownAgain);
    document.addEventListener("visibilitychange", seen);
    return () => {
      stream.close();
      clearTimeout(settling);
      removeEventListener("online", wake);
      removeEventListener("pageshow", shownAgain);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [source, pupilId, session]);

  const shown = useSyncExternalStore(source.subscribe, source.shown);
  return { ...shown, readAgain: source.readAgain };
}
