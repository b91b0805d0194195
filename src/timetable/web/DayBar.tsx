import { weekdayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { Icon } from "../../foundation/ui/Icon.tsx";
import type { SchoolDay } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

/** The day shown, with the study days before and after it. */
export function DayBar({ data, onDay }: { data: SchoolDay; onDay: (day: string) => void }) {
  const { day, today, previous, next } = data;
  return (
    <div className="daybar" role="group" aria-label={words.dayBar.label}>
      <Step to={previous} name={previous === null ? words.dayBar.none : words.dayBar.previous(previous)} icon="left" onDay={onDay} />
      <h2>
        {words.dayBar.title(day, weekdayOf(day as LocalDate))}
        {day === today && <span className="badge t-ok">{words.dayBar.today}</span>}
      </h2>
      <Step to={next} name={next === null ? words.dayBar.none : words.dayBar.next(next)} icon="right" onDay={onDay} />
      {day !== today && (
        <button className="btn quiet" type="button" onClick={() => onDay(today)}>
          {words.dayBar.toToday}
        </button>
      )}
    </div>
  );
}

function Step({ to, name, icon, onDay }: { to: string | null; name: string; icon: "left" | "right"; onDay: (day: string) => void }) {
  return (
    <button className="btn icon" type="button" aria-label={name} title={name} disabled={to === null} onClick={() => to !== null && onDay(to)}>
      <Icon name={icon} />
    </button>
  );
}
