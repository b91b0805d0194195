import { useId, useRef, useState } from "react";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { LessonHead, lessonSaid } from "./LessonHead.tsx";
import { LessonMoves } from "./LessonMoves.tsx";
import { change, useLessonChange, useSubstitutes } from "./use-timetable.ts";
import type { Lesson, SchoolDay } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

/** What was done, for the status line of the list. */
export type Told = { text: string };
type Props = { lesson: Lesson; absent: number; data: SchoolDay; reason: string; wantReason: () => boolean; onTold: (told: Told | null) => void };

/** A lesson of the absent teacher: one action, done at once, and the way back. */
export function AbsentLesson({ lesson, absent, data, reason, wantReason, onTold }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const apply = useLessonChange();
  const said = lessonSaid(lesson);
  // the absent person may be the substitute of another: then the lesson still wants somebody
  const changed = lesson.cancelled || (lesson.substituteId !== null && lesson.substituteId !== absent);

  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setWrong(null);
    onTold(null);
    try {
      await apply(work);
      onTold({ text: done });
      // the button that was pressed is gone: the keyboard stays at the lesson
      row.current?.focus();
    } catch (error) {
      setWrong(sentenceOfError(error));
    }
    setBusy(false);
  };

  return (
    <li className="lesson" ref={row} tabIndex={-1}>
      <LessonHead lesson={lesson} teacher={lesson.substituteId === absent} />
      <div className="act">
        {changed ? (
          <button
            className="btn small"
            type="button"
            disabled={busy}
            aria-label={words.lesson.restoreFor(said)}
            onClick={() => void run(() => change(lesson, { change: "restore" }), words.done.restore(said))}
          >
            {words.lesson.restore}
          </button>
        ) : (
          <Substitute
            lesson={lesson}
            said={said}
            busy={busy}
            onAssign={(substituteId, name) => {
              if (wantReason())
                void run(() => change(lesson, { change: "substitute", substituteId, reason: reason.trim() }), words.done.substitute(said, name));
            }}
            onCancel={() => {
              if (wantReason()) void run(() => change(lesson, { change: "cancel", reason: reason.trim() }), words.done.cancel(said));
            }}
          />
        )}
      </div>
      {wrong !== null && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      {!lesson.cancelled && <LessonMoves lesson={lesson} data={data} busy={busy} reason={reason.trim()} onRun={(work, done) => void run(work, done)} />}
    </li>
  );
}

type SubstituteProps = { lesson: Lesson; said: string; busy: boolean; onAssign: (personId: number, name: string) => void; onCancel: () => void };

function Substitute({ lesson, said, busy, onAssign, onCancel }: SubstituteProps) {
  const field = useId();
  const asked = useSubstitutes(lesson, true);
  const [chosen, setChosen] = useState<number | null>(null);
  const offers = asked.data?.teachers.filter((o) => o.personId !== lesson.substituteId) ?? [];
  const offer = offers.find((o) => o.personId === chosen) ?? offers[0];
  return (
    <>
      {asked.isError && (
        <p className="err" role="alert">
          {sentenceOfError(asked.error)}
        </p>
      )}
      {asked.data && offer === undefined && <p className="soft">{words.lesson.noneFree}</p>}
      {asked.isPending && <p className="soft">{words.lesson.looking}</p>}
      {offer !== undefined && (
        <>
          <label className="vh" htmlFor={field}>
            {words.lesson.chooseFor(said)}
          </label>
          <select id={field} className="input" value={offer.personId} disabled={busy} onChange={(event) => setChosen(Number(event.target.value))}>
            {offers.map((o) => (
              <option key={o.personId} value={o.personId}>
                {words.lesson.offer(o)}
              </option>
            ))}
          </select>
          <button
            className="btn small"
            type="button"
            disabled={busy}
            aria-label={words.lesson.assignFor(said)}
            onClick={() => onAssign(offer.personId, offer.name)}
          >
            {words.lesson.assign}
          </button>
        </>
      )}
      <button className="btn small" type="button" disabled={busy} aria-label={words.lesson.cancelFor(said)} onClick={onCancel}>
        {words.lesson.cancel}
      </button>
    </>
  );
}
