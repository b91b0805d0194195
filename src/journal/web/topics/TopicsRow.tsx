import { memo, useCallback, useState } from "react";
import type { Static } from "typebox";
import { dayIn, timeIn } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { LinkedText } from "../../../foundation/ui/LinkedText.tsx";
import type { LessonRecord } from "../../contract/lesson-records.ts";
import { missingOf } from "../grid/duty.ts";
import type { Note } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import type { LessonColumn, Page } from "../grid/page-model.ts";
import type { Slot } from "../grid/pending/slot.ts";
import { LateBase } from "../late/LateBase.tsx";
import { journalWords } from "../words.ru.ts";
import { Attachments } from "./Attachments.tsx";
import { LessonWarnings, PlanOffer, useHints } from "./LessonAids.tsx";
import { LessonHistory, toggleHistory } from "./LessonHistory.tsx";
import { NoteConflict } from "./NoteConflict.tsx";
import { DueField, KindField, MinutesField, TextField, kindComesFirst } from "./NoteFields.tsx";
import { topicsWords as words } from "./topics-words.ru.ts";

type Record = Static<typeof LessonRecord>;
type RowProps = {
  store: GridStore;
  page: Page;
  column: LessonColumn;
  slot: Slot<Note>;
  record: Record | null;
  open: boolean;
  clock: string;
  timezone: string;
};

/** A lesson as a row: day, topic, what was done, homework with minutes, due day and files, and who wrote it when. */
export const TopicsRow = memo(function TopicsRow({ store, page, column, slot, record, open, clock, timezone }: RowProps) {
  const { lesson, weekday, when } = column;
  const write = useCallback((part: Partial<Note>) => store.does({ do: "note", column: column.id, part }), [store, column.id]);
  const said = words.row.lesson(lesson.day, lesson.slot);
  const missing = missingOf(lesson, slot.wanted, page.today, clock);
  const writes = page.mayWrite && !lesson.cancelled;
  const waits = kindComesFirst(page, slot.wanted);
  const { topic, tasks, homework, minutes, dueOn } = slot.wanted;
  return (
    <tr data-lesson={column.id} onKeyDown={toggleHistory} className={[when === "today" ? "now" : "", lesson.cancelled ? "can" : ""].join(" ")}>
      <th scope="row">
        <b>{journalWords.dayShort(lesson.day)}</b>
        <small>
          {journalWords.weekday(weekday)}, {journalWords.slotShort(lesson.slot)}
        </small>
        {lesson.cancelled && <span className="badge t-cancel">{journalWords.topics.cancelled}</span>}
        {missing?.topic && <span className="badge t-missing">{journalWords.topics.noTopic}</span>}
        {missing?.homework && <span className="badge t-missing">{journalWords.topics.noHomework}</span>}
      </th>
      <td data-label={words.page.columns[1]}>
        {writes && page.norms.kindRequired && (open || waits) && (
          <KindField label={`${journalWords.topics.lessonKind}, ${said}`} page={page} value={slot.wanted.lessonKind} onWrite={write} />
        )}
        {writes ? <TextField name="topic" label={words.row.topic(said)} value={topic} rows={1} waits={waits} onWrite={write} /> : topic}
        {open && writes && !waits && <RowAids page={page} lessonId={column.id} slot={slot} onWrite={write} />}
        {slot.other && <NoteConflict store={store} column={column.id} theirs={slot.other.value} />}
      </td>
      <td data-label={words.page.columns[2]}>
        {writes ? <TextField name="tasks" label={words.row.tasks(said)} value={tasks} rows={1} onWrite={write} /> : tasks && <LinkedText text={tasks} />}
      </td>
      <td data-label={words.page.columns[3]}>
        {writes ? (
          <>
            <TextField name="homework" label={words.row.homework(said)} value={homework} rows={1} onWrite={write} />
            {homework === null && (open || missing?.homework) && (
              <button className="btn small" type="button" onClick={() => write({ homework: journalWords.topics.withoutHomework })}>
                {journalWords.topics.withoutHomework}
                <span className="vh">, {said}</span>
              </button>
            )}
          </>
        ) : (
          homework && <LinkedText text={homework} />
        )}
        <Attachments page={page} lessonId={column.id} mayWrite={writes && open} />
        <OwnTasks page={page} lessonId={column.id} />
      </td>
      <td data-label={words.page.columns[4]} className="num">
        {writes ? <MinutesField label={words.row.minutes(said)} value={minutes} onWrite={write} /> : minutes}
      </td>
      <td data-label={words.page.columns[5]}>
        {writes && (open || dueOn !== null) ? (
          <DueField label={words.row.dueOn(said)} value={dueOn} lessonDay={lesson.day} onWrite={write} />
        ) : (
          dueOn && journalWords.dayShort(dueOn)
        )}
      </td>
      <td data-label={words.page.columns[6]} className="who">
        {slot.trouble === "lost" && (
          <span className="badge t-unsent">
            <Icon name="up" />
            {journalWords.topics.unsent}
          </span>
        )}
        {record && <Written record={record} day={lesson.day} timezone={timezone} />}
        {open && <LessonHistory pageId={page.page.pageId} lessonId={column.id} timezone={timezone} version={slot.version} />}
      </td>
    </tr>
  );
});

/** Asked only for the lesson that is being written. */
function RowAids({ page, lessonId, slot, onWrite }: { page: Page; lessonId: number; slot: Slot<Note>; onWrite: (part: Partial<Note>) => void }) {
  const hints = useHints(page, lessonId, slot.version);
  return (
    <>
      <PlanOffer hints={hints} note={slot.wanted} onWrite={onWrite} />
      <LessonWarnings hints={hints} note={slot.wanted} page={page} />
    </>
  );
}

/** Homework of single pupils: written in the cell of the grid, shown here. */
function OwnTasks({ page, lessonId }: { page: Page; lessonId: number }) {
  const own = page.pupilNotes.filter((one) => one.lesson === lessonId && one.homework !== null);
  return own.map((one) => (
    <p className="soft small" key={one.pupil}>
      {words.row.own(page.pupils.find((pupil) => pupil.pupilId === one.pupil)?.name ?? "", one.homework ?? "")}
    </p>
  ));
}

/** The badge of a late record; its clause is asked for when the badge is opened. */
function LateMark({ record, day }: { record: Record; day: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <details className="late-mark" onToggle={() => setAsked(true)}>
      <summary className="badge t-late">
        <Icon name="clock" />
        {record.late ? words.row.late : words.row.homeworkLate}
      </summary>
      {asked && (
        <LateBase day={day} norms={[...(record.late ? (["lesson.entry"] as const) : []), ...(record.homeworkLate ? (["homework.entry"] as const) : [])]} />
      )}
    </details>
  );
}

function Written({ record, day, timezone }: { record: Record; day: string; timezone: string }) {
  const say = (at: string | null) => (at === null ? "" : `${journalWords.dayShort(dayIn(timezone, new Date(at)))}, ${timeIn(timezone, new Date(at))}`);
  const apart = record.homeworkBy !== null && record.homeworkBy !== record.by;
  return (
    <>
      {record.by}
      <small>{say(record.enteredAt)}</small>
      {apart && <small>{words.row.homeworkBy(record.homeworkBy ?? "", say(record.homeworkAt))}</small>}
      {(record.late || record.homeworkLate) && <LateMark record={record} day={day} />}
    </>
  );
}
