import { useId, useState } from "react";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { lessonSaid } from "./LessonHead.tsx";
import { move, useFreePlaces } from "./use-timetable.ts";
import type { Lesson } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

type Props = { lesson: Lesson; day: string; busy: boolean; reason: string; onRun: (work: () => Promise<unknown>, done: string) => void };

/** Another hour or day for one lesson; what stands in the way of an hour is told beside it. */
export function MoveLesson({ lesson, day: from, busy, reason, onRun }: Props) {
  const [dayField, placeField] = [useId(), useId()];
  const [day, setDay] = useState(from);
  const [chosen, setChosen] = useState<number | null>(null);
  const asked = useFreePlaces(lesson, day);
  const places = asked.data?.places ?? [];
  const free = places.filter((p) => p.inTheWay === null);
  const place = free.find((p) => p.slot === chosen) ?? free[0];
  return (
    <div className="move">
      <label htmlFor={dayField}>{words.lesson.moveDay}</label>
      <input id={dayField} className="input" type="date" value={day} onChange={(event) => event.target.value !== "" && setDay(event.target.value)} />
      {asked.isError && (
        <p className="err" role="alert">
          {sentenceOfError(asked.error)}
        </p>
      )}
      {asked.data && place === undefined && <p className="soft">{asked.data.isStudyDay ? words.lesson.noPlace : words.lesson.noLessonsThen}</p>}
      {place !== undefined && (
        <>
          <label className="vh" htmlFor={placeField}>
            {words.lesson.movePlace}
          </label>
          <select id={placeField} className="input" value={place.slot} disabled={busy} onChange={(event) => setChosen(Number(event.target.value))}>
            {places.map((p) => (
              <option key={p.slot} value={p.slot} disabled={p.inTheWay !== null}>
                {words.lesson.place(p)}
              </option>
            ))}
          </select>
          <button
            className="btn small"
            type="button"
            disabled={busy}
            aria-label={words.lesson.moveFor(lessonSaid(lesson))}
            onClick={() => onRun(() => move(lesson, day, place.slot, reason), words.done.move(lessonSaid(lesson), day, place.slot))}
          >
            {words.lesson.move}
          </button>
        </>
      )}
    </div>
  );
}
