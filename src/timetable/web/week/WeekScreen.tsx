import { useEffect } from "react";
import { plusDays, weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { WeekBar, viewOf } from "./WeekBar.tsx";
import { WeekEditor } from "./WeekEditor.tsx";
import { useWeek } from "./use-week.ts";
import { weekWords as words } from "./week-words.ru.ts";
import "./week.css";

/** What of the screen is shown, as its address says. */
export type ShownWeek = { by?: string; id?: number; day?: string };
type Props = { school: string; title: string; today: string; personId: number; edits: boolean; shown: ShownWeek; onShow: (shown: ShownWeek) => void };

/** The next working day: what is laid by hand is of days to come. */
function nextDay(today: LocalDate): LocalDate {
  const next = plusDays(today, 1);
  return weekdayOf(next) > 5 ? plusDays(next, 8 - weekdayOf(next)) : next;
}

/** The timetable of the week by class, teacher and room: to read, to print, and to lay by hand for whom the norm names. */
export function WeekScreen({ school, title, today, personId, edits, shown, onShow }: Props) {
  const day = shown.day ?? (edits ? nextDay(today as LocalDate) : today);
  const asked = useWeek(day);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const view = asked.data ? viewOf(asked.data, shown, personId) : null;
  return (
    <main className="page week" id="main">
      <div className="pagehead noprint">
        <h1>{words.title}</h1>
      </div>
      {asked.isError && (
        <p className="err" role="alert">
          {sentenceOfError(asked.error)}
        </p>
      )}
      {asked.isPending && <Waiting text={words.opening} />}
      {asked.data && view && (
        <>
          <WeekBar week={asked.data} view={view} day={day} onShow={(next) => onShow({ ...shown, ...next })} />
          {asked.data.year === null ? (
            <p className="empty">{words.noYear}</p>
          ) : (
            <WeekEditor key={asked.data.day} week={asked.data} view={view} school={school} />
          )}
        </>
      )}
    </main>
  );
}
