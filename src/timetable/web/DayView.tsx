import { useId, useRef, useState } from "react";
import { Unanswered } from "../../foundation/ui/Answered.tsx";
import { AbsentLesson } from "./AbsentLesson.tsx";
import type { Told } from "./AbsentLesson.tsx";
import { ChangedLessons } from "./ChangedLessons.tsx";
import { DayBar } from "./DayBar.tsx";
import { MadeToday } from "./MadeToday.tsx";
import { useSchoolDay } from "./use-timetable.ts";
import type { Lesson, SchoolDay } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

/** A day of the school: who is absent, what happens to each lesson, and what was changed today. */
export function DayView({ day, timezone, onDay }: { day: string; timezone: string; onDay: (day: string) => void }) {
  const asked = useSchoolDay(day);
  const [absent, setAbsent] = useState<number | null>(null);
  if (!asked.data) return <Unanswered asked={asked} opening={words.opening} />;
  const { data } = asked;
  return (
    <>
      <DayBar data={data} onDay={onDay} />
      <div className="cols">
        <div className="day-work">
          {data.mayChange && data.lessons.length > 0 && <Absent data={data} chosen={absent} onChoose={setAbsent} />}
          {(absent === null || !data.mayChange || data.lessons.length === 0) && <ChangedLessons data={data} />}
        </div>
        <MadeToday today={data.today} timezone={timezone} />
      </div>
    </>
  );
}

const givenBy = (lessons: readonly Lesson[], personId: number) => lessons.filter((l) => l.teacherId === personId || l.substituteId === personId);

function teachersOf(lessons: readonly Lesson[]): { personId: number; name: string; lessons: number }[] {
  const names = new Map<number, string>();
  for (const l of lessons) {
    names.set(l.teacherId, l.teacher);
    if (l.substituteId !== null && l.substitute !== null) names.set(l.substituteId, l.substitute);
  }
  return [...names]
    .map(([personId, name]) => ({ personId, name, lessons: givenBy(lessons, personId).length }))
    .sort((a, b) => a.name.localeCompare(b.name, "ru"));
}

function Absent({ data, chosen, onChoose }: { data: SchoolDay; chosen: number | null; onChoose: (personId: number | null) => void }) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  const [who, why, list, hint, wrong] = [useId(), useId(), useId(), useId(), useId()];
  const teachers = teachersOf(data.lessons);
  const teacher = teachers.find((t) => t.personId === chosen);
  const wantReason = () => {
    if (reason.trim() !== "") return true;
    setMissing(true);
    reasonField.current?.focus();
    return false;
  };
  return (
    <div className="panel absent">
      <div className="in fields">
        <div className="field">
          <label htmlFor={who}>{words.absent.label}</label>
          <select
            id={who}
            className="input"
            value={chosen ?? ""}
            onChange={(event) => {
              setTold(null);
              onChoose(event.target.value === "" ? null : Number(event.target.value));
            }}
          >
            <option value="">{words.absent.choose}</option>
            {chosen !== null && !teacher && <option value={chosen}>{words.absent.gone}</option>}
            {teachers.map((t) => (
              <option key={t.personId} value={t.personId}>
                {words.absent.option(t.name, t.lessons)}
              </option>
            ))}
          </select>
          <span className="hint">{words.absent.hint}</span>
        </div>
        {chosen !== null && (
          <div className="field">
            <label htmlFor={why}>{words.absent.reason}</label>
            <input
              id={why}
              ref={reasonField}
              className="input"
              list={list}
              maxLength={200}
              value={reason}
              aria-invalid={missing}
              aria-describedby={missing ? wrong : hint}
              onChange={(event) => {
                setReason(event.target.value);
                setMissing(false);
              }}
            />
            <datalist id={list}>
              {words.absent.reasons.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </datalist>
            {missing ? (
              <span className="err" id={wrong} role="alert">
                {words.absent.reasonMissing}
              </span>
            ) : (
              <span className="hint" id={hint}>
                {words.absent.reasonHint}
              </span>
            )}
          </div>
        )}
      </div>
      <p className="told" role="status">
        {told?.text}
      </p>
      {chosen !== null && (
        <>
          <h2 className="vh">{words.absent.heading(teacher?.name ?? "")}</h2>
          {teacher ? (
            <ol className="lessons">
              {givenBy(data.lessons, chosen).map((lesson) => (
                <AbsentLesson key={lesson.lessonId} lesson={lesson} absent={chosen} data={data} reason={reason} wantReason={wantReason} onTold={setTold} />
              ))}
            </ol>
          ) : (
            <p className="in soft">{words.absent.gone}</p>
          )}
        </>
      )}
    </div>
  );
}
