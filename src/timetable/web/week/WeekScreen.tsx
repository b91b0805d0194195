import { useEffect } from "react";
import { plusDays, weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { BellsView } from "../bells/BellsView.tsx";
import { WeekBar, viewOf } from "./WeekBar.tsx";
import { WeekEditor } from "./WeekEditor.tsx";
import { useWeek } from "./use-week.ts";
import { weekWords as words } from "./week-words.ru.ts";
import "./week.css";

/** What of the screen is shown, as its address says. */
export type ShownWeek = { by?: string; id?: number; day?: string; bells?: boolean };
type Props = { school: string; title: string; today: string; personId: number; edits: boolean; shown: ShownWeek; onShow: (shown: ShownWeek) => void };

/** The next working day: what is laid by hand is of days to come. */
function nextDay(today: LocalDate): LocalDate {
  const next = plusDays(today, 1);
  return weekdayOf(next) > 5 ? plusDays(next, 8 - weekdayOf(next)) : next;
}

/** The timetable: the week by class, teacher and room, to read, to print and to lay by hand for whom the norm names; and the bells. */
export function WeekScreen(props: Props) {
  const { title, shown, onShow } = props;
  const bells = shown.bells === true;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page week" id="main">
      <div className="pagehead noprint">
        <h1>{words.title}</h1>
        <div className="seg" role="group" aria-label={words.tabs}>
          <button type="button" aria-pressed={!bells} onClick={() => onShow({})}>
            {words.weekTab}
          </button>
          <button type="button" aria-pressed={bells} onClick={() => onShow({ bells: true })}>
            {words.bellsTab}
          </button>
        </div>
      </div>
      {bells ? <BellsView /> : <OneWeek {...props} />}
    </main>
  );
}

function OneWeek({ school, today, personId, edits, shown, onShow }: Props) {
  const day = shown.day ?? (edits ? nextDay(today as LocalDate) : today);
  const asked = useWeek(day);
  const view = asked.data ? viewOf(asked.data, shown, personId) : null;
  return (
    <>
      {!asked.data && <Unanswered asked={asked} opening={words.opening} />}
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
    </>
  );
}
