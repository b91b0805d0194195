import { memo, useCallback } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { dueOf, missingOf, normOf } from "../grid/duty.ts";
import type { Due } from "../grid/duty.ts";
import type { Note } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import type { LessonColumn, Model } from "../grid/page-model.ts";
import type { Slot } from "../grid/pending/slot.ts";
import { journalWords as words } from "../words.ru.ts";
import { LessonHistory, toggleHistory } from "./LessonHistory.tsx";
import { NoteConflict } from "./NoteConflict.tsx";
import { NoteForm } from "./NoteForm.tsx";

type LineProps = {
  store: GridStore;
  model: Model;
  column: LessonColumn;
  slot: Slot<Note>;
  open: boolean;
  now: Date;
  clock: string;
  timezone: string;
  onOpen: (column: number) => void;
};

/** A lesson in the list: as text, and as fields when it is the chosen one. */
export const LessonLine = memo(function LessonLine({ store, model, column, slot, open, now, clock, timezone, onOpen }: LineProps) {
  const { lesson, weekday, when } = column;
  const { page } = model;
  const missing = missingOf(lesson, slot.wanted, page.today, clock);
  const due = missing ? dueOf(normOf(page, missing), lesson, page.today, timezone, now) : null;
  const substitute = page.staff.find((one) => one.personId === lesson.substituteId)?.name;
  const write = useCallback((part: Partial<Note>) => store.does({ do: "note", column: column.id, part }), [store, column.id]);
  const editable = page.mayWrite && !lesson.cancelled;
  const work = page.workTypes.find((one) => one.workType === slot.wanted.workType);
  return (
    <li className={open ? "on" : undefined} data-l={column.id} aria-current={open ? "true" : undefined}>
      <div className="d">
        <b>{words.dayShort(lesson.day)}</b>
        {words.weekday(weekday)}, {words.slotShort(lesson.slot)}
        {when === "future" && (
          <>
            <br />
            {words.topics.future}
          </>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the key of the history works from every field of the lesson */}
      <div className="body" onKeyDown={toggleHistory}>
        {lesson.cancelled ? (
          <span className="badge t-cancel">{words.topics.cancelled}</span>
        ) : open && editable ? (
          <NoteForm slot={slot} page={page} lesson={lesson} onWrite={write} />
        ) : (
          <Shown slot={slot} work={work?.name ?? null} day={lesson.day} onOpen={editable ? () => onOpen(column.id) : null} />
        )}
        {substitute && <span className="badge t-subst">{words.topics.substitution(substitute)}</span>}
        {missing && (
          <p className="owed">
            <span className="badge t-missing">{missing.homework ? words.topics.noHomework : words.topics.noTopic}</span> {due && sayDue(due)}
          </p>
        )}
        {missing?.homework && editable && (
          <button className="btn small" type="button" onClick={() => write({ homework: words.topics.withoutHomework })}>
            {words.topics.withoutHomework}
          </button>
        )}
        {slot.trouble === "lost" && (
          <span className="badge t-unsent">
            <Icon name="up" />
            {words.topics.unsent}
          </span>
        )}
        {slot.other && <NoteConflict store={store} column={column.id} theirs={slot.other.value} />}
        {open && <LessonHistory pageId={page.page.pageId} lessonId={column.id} timezone={timezone} version={slot.version} />}
      </div>
    </li>
  );
});

function Shown({ slot, work, day, onOpen }: { slot: Slot<Note>; work: string | null; day: string; onOpen: (() => void) | null }) {
  const { topic, homework } = slot.wanted;
  const text = (
    <>
      {topic !== null && <span className="t">{topic}</span>}
      {work !== null && <span className="muted"> {work}</span>}
      {homework !== null && (
        <span className="hw">
          {words.topics.homeworkPrefix}
          {homework}
        </span>
      )}
    </>
  );
  if (!onOpen) return <div>{text}</div>;
  return (
    <button className="open" type="button" onClick={onOpen}>
      <span className="vh">{words.topics.edit(day)}</span>
      {text}
    </button>
  );
}

function sayDue({ near, over, day, time, wholeDay }: Due): string {
  const say = words.topics;
  if (!over && near === "today") return wholeDay ? say.dueTodayEnd : say.dueToday(time);
  if (!over) return wholeDay ? say.dueLaterEnd(day) : say.dueLater(day, time);
  if (near === "today") return say.overdueToday(time);
  if (near === "yesterday") return wholeDay ? say.overdueYesterdayEnd : say.overdueYesterday(time);
  return wholeDay ? say.overdueEnd(day) : say.overdue(day, time);
}
