import { useId } from "react";
import type { Note } from "../grid/grid-state.ts";
import type { Lesson, Page } from "../grid/page-model.ts";
import type { Slot } from "../grid/pending/slot.ts";
import { journalWords as words } from "../words.ru.ts";
import { Attachments } from "./Attachments.tsx";
import { LessonWarnings, PlanOffer, useHints } from "./LessonAids.tsx";
import { DueField, KindField, MinutesField, TextField, kindComesFirst } from "./NoteFields.tsx";

type FormProps = { slot: Slot<Note>; page: Page; lesson: Lesson; onWrite: (part: Partial<Note>) => void };

/** Fields of a lesson. They save by themselves: after a pause in typing and on leaving the field. */
export function NoteForm({ slot, page, lesson, onWrite }: FormProps) {
  const id = useId();
  const wanted = slot.wanted;
  const hints = useHints(page, lesson.lessonId, slot.version);
  const required = page.norms.kindRequired === true;
  const waits = kindComesFirst(page, wanted);
  const kind = (
    <div className="field">
      <label htmlFor={`${id}k`}>{words.topics.lessonKind}</label>
      <KindField id={`${id}k`} page={page} value={wanted.lessonKind} onWrite={onWrite} />
    </div>
  );
  return (
    <div className="noteform">
      {required && page.uses.topics && kind}
      {page.uses.topics && (
        <div className="field">
          <label htmlFor={`${id}t`}>{words.topics.topic}</label>
          <TextField id={`${id}t`} name="topic" value={wanted.topic} rows={2} first waits={waits} onWrite={onWrite} />
          {!waits && <PlanOffer hints={hints} note={wanted} onWrite={onWrite} />}
        </div>
      )}
      {page.uses.homework && (
        <>
          <div className="field">
            <label htmlFor={`${id}h`}>{words.topics.homework}</label>
            <TextField id={`${id}h`} name="homework" value={wanted.homework} rows={3} onWrite={onWrite} />
          </div>
          <div className="pair">
            <div className="field">
              <label htmlFor={`${id}m`} title={words.topics.minutesFull}>
                {words.topics.minutes}
              </label>
              <MinutesField id={`${id}m`} value={wanted.minutes} onWrite={onWrite} />
            </div>
            <div className="field">
              <label htmlFor={`${id}d`} title={words.topics.dueOnFull}>
                {words.topics.dueOn}
              </label>
              <DueField id={`${id}d`} value={wanted.dueOn} lessonDay={lesson.day} onWrite={onWrite} />
            </div>
          </div>
          <Attachments page={page} lessonId={lesson.lessonId} mayWrite />
        </>
      )}
      <LessonWarnings hints={hints} note={wanted} page={page} />
      <div className="field" hidden={!page.uses.marks}>
        <label htmlFor={`${id}w`}>{words.topics.workType}</label>
        <select
          className="input"
          id={`${id}w`}
          value={wanted.workType ?? ""}
          onChange={(event) => onWrite({ workType: event.target.value === "" ? null : Number(event.target.value) })}
        >
          <option value="">{words.topics.usual}</option>
          {page.workTypes
            .filter((work) => work.name !== words.topics.usual || work.workType === wanted.workType)
            .map((work) => (
              <option key={work.workType} value={work.workType}>
                {work.name}
                {words.cell.weight(work.weight)}
              </option>
            ))}
        </select>
      </div>
      <details open={wanted.tasks !== null || wanted.lessonKind !== null}>
        <summary>{words.topics.more}</summary>
        <div className="field">
          <label htmlFor={`${id}a`}>{words.topics.tasks}</label>
          <TextField id={`${id}a`} name="tasks" value={wanted.tasks} rows={2} onWrite={onWrite} />
        </div>
        {!required && kind}
      </details>
    </div>
  );
}
