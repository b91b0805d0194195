import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "../../foundation/http-client.ts";
import { sentenceOfError } from "../../foundation/ui/sentence.ts";
import { Waiting } from "../../foundation/ui/Waiting.tsx";
import { lessonsToTakeRoute, takeLessonRoute } from "../contract/take-lesson.ts";
import { timetableWords as words } from "./words.ru.ts";
import "./take-lesson.css";

/** A teacher who gives another's lesson chooses it, says that it is a substitution, and writes on: the journal of the lesson opens. */
export function TakeLesson({ onTaken }: { onTaken: (pageId: number, lessonId: number) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="panel take" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.take.heading}</summary>
      {open && <Choice onTaken={onTaken} />}
    </details>
  );
}

function Choice({ onTaken }: { onTaken: (pageId: number, lessonId: number) => void }) {
  const [field, why, sign] = [useId(), useId(), useId()];
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ["timetable", "to-take"], queryFn: () => call(lessonsToTakeRoute), retry: false });
  const [chosen, setChosen] = useState<number | null>(null);
  const [substitution, setSubstitution] = useState(false);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  if (asked.isError) return <p className="in soft">{sentenceOfError(asked.error)}</p>;
  if (!asked.data) return <Waiting text={words.take.opening} />;
  const { lessons } = asked.data;
  const lesson = lessons.find((l) => l.lessonId === chosen);
  if (lessons.length === 0) return <p className="in soft">{words.take.none}</p>;

  const take = async () => {
    if (!lesson) return;
    if (!substitution) return setWrong(words.take.mustChoose);
    setWrong(null);
    try {
      await call(takeLessonRoute, {
        params: { pageId: lesson.pageId, lessonId: lesson.lessonId },
        body: { as: "substitution", reason, expectedVersion: lesson.version },
      });
      await client.invalidateQueries();
      onTaken(lesson.pageId, lesson.lessonId);
    } catch (error) {
      setWrong(sentenceOfError(error));
      await client.invalidateQueries({ queryKey: ["timetable"] });
    }
  };

  return (
    <form
      className="in"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <div className="field">
        <label htmlFor={field}>{words.take.lesson}</label>
        <select id={field} className="input" value={lesson?.lessonId ?? ""} onChange={(event) => setChosen(Number(event.target.value))}>
          <option value="" disabled>
            {words.take.choose}
          </option>
          {lessons.map((l) => (
            <option key={l.lessonId} value={l.lessonId}>
              {words.take.option(l)}
            </option>
          ))}
        </select>
      </div>
      <label className="check" htmlFor={sign}>
        <input id={sign} type="checkbox" checked={substitution} onChange={(event) => setSubstitution(event.target.checked)} />
        {words.take.substitution(lesson?.teacher ?? null)}
      </label>
      <div className="field">
        <label htmlFor={why}>{words.take.reason}</label>
        <input id={why} className="input" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      {wrong !== null && (
        <p className="err" role="alert">
          {wrong}
        </p>
      )}
      <button className="btn" type="submit" disabled={!lesson}>
        {words.take.take}
      </button>
    </form>
  );
}
