import { useEffect } from "react";
import { DayView } from "./DayView.tsx";
import { RegisterView } from "./RegisterView.tsx";
import { isMonth } from "./month.ts";
import { timetableWords as words } from "./words.ru.ts";
import "./substitutions.css";

/** What of the screen is shown: a day, or the register of a month. */
export type Shown = { day?: string; month?: string };
type Props = { timezone: string; school: string; title: string; today: string; shown: Shown; onShow: (shown: Shown) => void };

/** Substitutions: a day's changes for the deputy to make, and the register of a month to print. */
export function SubstitutionsScreen({ timezone, school, title, today, shown, onShow }: Props) {
  const register = shown.month !== undefined;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page subst" id="main">
      <div className="pagehead">
        <h1>{words.title}</h1>
        <div className="seg noprint" role="group" aria-label={words.views}>
          <button type="button" aria-pressed={!register} onClick={() => onShow({})}>
            {words.dayView}
          </button>
          <button type="button" aria-pressed={register} onClick={() => onShow({ month: today.slice(0, 7) })}>
            {words.registerView}
          </button>
        </div>
      </div>
      {shown.month === undefined ? (
        <DayView day={shown.day ?? today} timezone={timezone} onDay={(day) => onShow({ day })} />
      ) : (
        <RegisterView
          month={isMonth(shown.month) ? shown.month : today.slice(0, 7)}
          timezone={timezone}
          school={school}
          onMonth={(month) => onShow({ month })}
        />
      )}
    </main>
  );
}
