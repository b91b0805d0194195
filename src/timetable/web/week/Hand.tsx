import { useId } from "react";
import type { Placed } from "../../rules/week/clashes.ts";
import type { Held, WeekModel } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

type Props = {
  model: WeekModel;
  held: Held;
  onAlter: (held: Held, more: Partial<Placed>) => void;
  onRemove: (held: Held) => void;
  onRelease: () => void;
};

/** The lesson in hand: its teacher, room and weeks, and the ways to let it go. */
export function Hand({ model, held, onAlter, onRemove, onRelease }: Props) {
  const [room, teacher, weeks] = [useId(), useId(), useId()];
  const { lesson } = held;
  const page = model.pages.get(lesson.pageId)!;
  const teachers = [...new Set([...page.load.map((o) => o.teacherId), lesson.teacherId])];
  return (
    <section className="hand noprint" aria-label={words.hand.heading}>
      <h2>{words.hand.heading}</h2>
      <p>
        <b>{model.said(lesson)}</b>
      </p>
      <p className="soft">{words.hand.hint}</p>
      <div className="handline">
        <label htmlFor={teacher}>{words.hand.teacher}</label>
        <select id={teacher} className="input" value={lesson.teacherId} onChange={(event) => onAlter(held, { teacherId: Number(event.target.value) })}>
          {teachers.map((personId) => (
            <option key={personId} value={personId}>
              {model.teachers.get(personId) ?? ""}
            </option>
          ))}
        </select>
        <label htmlFor={room}>{words.hand.room}</label>
        <select
          id={room}
          className="input"
          value={lesson.roomId ?? ""}
          onChange={(event) => onAlter(held, { roomId: event.target.value === "" ? null : Number(event.target.value) })}
        >
          <option value="">{words.hand.noRoom}</option>
          {model.week.rooms.map((r) => (
            <option key={r.roomId} value={r.roomId}>
              {r.name}
            </option>
          ))}
        </select>
        <label htmlFor={weeks}>{words.hand.weeks}</label>
        <select id={weeks} className="input" value={lesson.parity} onChange={(event) => onAlter(held, { parity: Number(event.target.value) })}>
          {[0, 1, 2].map((parity) => (
            <option key={parity} value={parity}>
              {words.parity(parity)}
            </option>
          ))}
        </select>
        <div className="acts">
          {held.from !== null && (
            <button className="btn small" type="button" onClick={() => onRemove(held)}>
              {words.hand.remove}
            </button>
          )}
          <button className="btn small" type="button" onClick={onRelease}>
            {words.hand.release}
          </button>
        </div>
      </div>
    </section>
  );
}
