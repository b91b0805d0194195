import { useId, useState } from "react";
import { lessonSaid } from "./LessonHead.tsx";
import { MoveLesson } from "./MoveLesson.tsx";
import { change, swap } from "./use-timetable.ts";
import type { Lesson, SchoolDay } from "./use-timetable.ts";
import { timetableWords as words } from "./words.ru.ts";

type Props = { lesson: Lesson; data: SchoolDay; busy: boolean; reason: string; onRun: (work: () => Promise<unknown>, done: string) => void };

/** Another room for a lesson, or another lesson of its group in its place. */
export function LessonMoves({ lesson, data, busy, reason, onRun }: Props) {
  const [roomField, swapField] = [useId(), useId()];
  const [room, setRoom] = useState(lesson.roomId);
  const [other, setOther] = useState<number | null>(null);
  const said = lessonSaid(lesson);
  const others = data.lessons.filter((l) => l.groupId === lesson.groupId && l.lessonId !== lesson.lessonId && !l.cancelled);
  const second = others.find((l) => l.lessonId === other) ?? others[0];
  const [open, setOpen] = useState(false);
  return (
    <details className="moves" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={words.lesson.moreFor(said)}>{words.lesson.more}</summary>
      <div className="move">
        <label htmlFor={roomField}>{words.lesson.roomLabel}</label>
        <select
          id={roomField}
          className="input"
          value={room ?? ""}
          disabled={busy}
          onChange={(event) => setRoom(event.target.value === "" ? null : Number(event.target.value))}
        >
          <option value="">{words.lesson.noRoom}</option>
          {data.rooms.map((r) => (
            <option key={r.roomId} value={r.roomId}>
              {r.name}
            </option>
          ))}
        </select>
        <button
          className="btn small"
          type="button"
          disabled={busy || room === lesson.roomId}
          onClick={() => onRun(() => change(lesson, { change: "room", roomId: room, reason }), words.done.room(said))}
        >
          {words.lesson.giveRoom}
        </button>
      </div>
      {second === undefined ? (
        <p className="soft">{words.lesson.swapNone}</p>
      ) : (
        <div className="move">
          <label htmlFor={swapField}>{words.lesson.swapLabel}</label>
          <select id={swapField} className="input" value={second.lessonId} disabled={busy} onChange={(event) => setOther(Number(event.target.value))}>
            {others.map((l) => (
              <option key={l.lessonId} value={l.lessonId}>
                {lessonSaid(l)}
              </option>
            ))}
          </select>
          <button className="btn small" type="button" disabled={busy} onClick={() => onRun(() => swap(lesson, second, reason), words.done.swap)}>
            {words.lesson.swap}
          </button>
        </div>
      )}
      {open && <MoveLesson lesson={lesson} day={data.day} busy={busy} reason={reason} onRun={onRun} />}
    </details>
  );
}
