import type { LocalDate } from "../../../foundation/day.ts";
import { diaryWords as words } from "../words.ru.ts";
import { daySummary } from "./day-summary.ts";
import { asDay, type WeekDay } from "./week-days.ts";

type Props = { days: readonly WeekDay[]; today: LocalDate; front: LocalDate; lit: ReadonlySet<number>; onDay: (day: LocalDate) => void };

/** The days of the week on a phone, each with its marks. */
export function DayButtons({ days, today, front, lit, onDay }: Props) {
  return (
    <div className="days" role="group" aria-label={words.days}>
      {days.map(({ day, lessons }) => {
        const { marks, absences } = daySummary(lessons);
        const signs = [...marks, ...absences.map((kind) => words.absence(kind)?.sign)].join(" ");
        const said = absences.map((kind) => words.absence(kind)?.word).join(", ");
        const classes = [day === today ? "now" : "", lessons.some((l) => lit.has(l.lessonId)) ? "lit" : ""].join(" ").trim();
        return (
          <button key={day} type="button" className={classes} aria-pressed={day === front} onClick={() => onDay(asDay(day))}>
            <span aria-hidden="true">
              {words.dayShort(day)}
              <b>{Number(day.slice(8))}</b>
              <i>{signs}</i>
            </span>
            <span className="vh">{words.dayLabel(day, day === today, marks.join(", "), said)}</span>
          </button>
        );
      })}
    </div>
  );
}
