import { Icon } from "../../../foundation/ui/Icon.tsx";
import { diaryWords as words } from "../words.ru.ts";

/** The week in words between two arrows. */
export function WeekBar({ heading, onWeek }: { heading: string; onWeek: (step: 1 | -1) => void }) {
  return (
    <div className="weekbar">
      <button className="btn quiet icon" type="button" aria-label={words.previousWeek} onClick={() => onWeek(-1)}>
        <Icon name="left" />
      </button>
      <h1 aria-live="polite">{heading}</h1>
      <button className="btn quiet icon" type="button" aria-label={words.nextWeek} onClick={() => onWeek(1)}>
        <Icon name="right" />
      </button>
    </div>
  );
}
