import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { LocalDate } from "../../../foundation/day.ts";
import { NoConnection, ProblemError, call } from "../../../foundation/http-client.ts";
import { addressOf } from "../../../foundation/route.ts";
import { diaryEventsRoute, diaryWeekRoute } from "../../contract/diary-week.ts";
import { diarySource, type Shown } from "./diary-source.ts";
import { openStream } from "./event-stream.ts";

/** A page hidden for longer than this may have slept: its line is opened anew. */
const SLEPT = 45_000;

/** The week of a child, kept fresh by the server's events, by waking and by the line coming back. */
export function useDiary(pupilId: number, day: LocalDate | null, today: LocalDate): Shown & { readAgain: () => void } {
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

  useEffect(() => {
    const stream = openStream((last) => addressOf(diaryEventsRoute, { pupilId }, { after: last === null || !/^\d+$/.test(last) ? undefined : Number(last) }), {
      changed: source.readAgain,
      again: source.readAgain,
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
      removeEventListener("online", wake);
      removeEventListener("pageshow", shownAgain);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [source, pupilId]);

  const shown = useSyncExternalStore(source.subscribe, source.shown);
  return { ...shown, readAgain: source.readAgain };
}
