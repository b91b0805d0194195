import type { LocalDate } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { Choice } from "./Choice.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";
import { dayBeside } from "./shown-days.ts";
import type { Span } from "./shown-days.ts";

type Props = { from: LocalDate; to: LocalDate; today: string; span: Span; onSpan: (span: Span) => void; onDay: (day: string) => void };

/** The days of a report: which span, and the one before or after. */
export function DaysChoice({ from, to, today, span, onSpan, onDay }: Props) {
  return (
    <>
      <span className="days">
        <button className="btn quiet icon noprint" type="button" aria-label={words.before} onClick={() => onDay(dayBeside({ from, to }, -1))}>
          <Icon name="left" />
        </button>
        <span>{words.days(from, to)}</span>
        <button
          className="btn quiet icon noprint"
          type="button"
          aria-label={words.after}
          disabled={to >= today}
          onClick={() => onDay(dayBeside({ from, to }, 1))}
        >
          <Icon name="right" />
        </button>
      </span>
      <Choice label={words.span} names={words.spans} chosen={span} onChoose={onSpan} />
    </>
  );
}
