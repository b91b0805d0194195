import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { makeInspectionRoute } from "../../contract/inspections/inspections.ts";
import { Told } from "./Told.tsx";
import { inspectionWords as words } from "./inspection-words.ru.ts";
import { useClassWeek, useDeed, useMyClasses } from "./use-inspections.ts";

type Props = { day: string; today: string; classId: number | undefined; onShow: (next: { day?: string; class?: number }) => void };

/** What subject teachers have not written of a class's week, by subject, and the homeroom teacher's mark that it was looked at (004 §4.13.3). */
export function ClassWeek({ day, today, classId: asked, onShow }: Props) {
  const classes = useMyClasses().data?.classes ?? [];
  const classId = classes.find((one) => one.classId === asked)?.classId ?? classes[0]?.classId;
  const { data, error } = useClassWeek(classId, day);
  const [findings, setFindings] = useState("");
  const { busy, told, run } = useDeed();
  const id = useId();
  if (error) return <p className="err">{sentenceOfError(error)}</p>;
  if (!data || classId === undefined) return <Waiting text={words.opening} />;
  const lacking = data.subjects.filter((one) => one.lessons.length > 0);
  const check = async () => {
    const body = { kind: "homeroom" as const, from: data.from, to: data.to, classId, findings };
    if (await run(() => call(makeInspectionRoute, { body }), words.made)) setFindings("");
  };
  return (
    <>
      <div className="in-bar">
        {classes.length > 1 ? (
          <select className="input" aria-label={words.className} value={classId} onChange={(event) => onShow({ class: Number(event.target.value) })}>
            {classes.map((one) => (
              <option key={one.classId} value={one.classId}>
                {one.name}
              </option>
            ))}
          </select>
        ) : (
          <h2>{data.className}</h2>
        )}
        <button className="btn quiet icon" type="button" aria-label={words.before} onClick={() => onShow({ day: plusDays(data.from as LocalDate, -7) })}>
          <Icon name="left" />
        </button>
        <span className="nw">{words.week(data.from, data.to)}</span>
        <button
          className="btn quiet icon"
          type="button"
          aria-label={words.after}
          disabled={data.to >= today}
          onClick={() => onShow({ day: plusDays(data.from as LocalDate, 7) })}
        >
          <Icon name="right" />
        </button>
        <span className="grow" />
        {data.due.overdue && (
          <span className="badge t-missing">
            <Icon name="bad" />
            {words.overdue}
          </span>
        )}
      </div>
      {data.subjects.length === 0 && <p className="empty">{words.weekNone}</p>}
      {data.subjects.length > 0 && lacking.length === 0 && <p className="empty">{words.weekAll}</p>}
      {lacking.length > 0 && (
        <ol className="panel in-week">
          {lacking.map((one) => (
            <li key={one.pageId}>
              <h3>
                {one.subject} <span className="muted">{`${one.groupName}, ${words.held(one.held)}`}</span>
              </h3>
              <ul>
                {one.lessons.map((lesson) => (
                  <li key={lesson.lessonId}>
                    <span className="nw">{words.lesson(lesson.day, lesson.slot)}</span>{" "}
                    <b className="in-lack">{words.lacks(lesson.noTopic, lesson.noHomework)}</b> <span className="muted">{lesson.teacher}</span>{" "}
                    <Link to="/journal/$pageId" params={{ pageId: String(one.pageId) }} search={{ lesson: lesson.lessonId }}>
                      {words.open}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {data.checkedOn !== null && (
        <p className="note t-ok">
          <Icon name="ok" /> {words.weekChecked(data.checkedOn, data.checkedBy ?? "")} {data.findings}
        </p>
      )}
      {data.mayCheck && data.from <= today && (
        <div className="in-form">
          <div className="field">
            <label htmlFor={id}>{words.findings}</label>
            <textarea className="input" id={id} rows={2} maxLength={4000} value={findings} onChange={(event) => setFindings(event.target.value)} />
            <span className="hint">{words.findingsHint}</span>
          </div>
          <button className="btn primary" type="button" disabled={busy} onClick={() => void check()}>
            {words.checkWeek}
          </button>
        </div>
      )}
      <Told told={told} />
    </>
  );
}
