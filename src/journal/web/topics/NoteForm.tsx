import { useEffect, useId, useRef, useState } from "react";
import type { Note } from "../grid/grid-state.ts";
import type { Page } from "../grid/page-model.ts";
import type { Slot } from "../grid/slot.ts";
import { journalWords as words } from "../words.ru.ts";

const PAUSE = 700;

/** Fields of a lesson. They save by themselves: after a pause in typing and on leaving the field. */
export function NoteForm({ slot, page, onWrite }: { slot: Slot<Note>; page: Page; onWrite: (note: Note) => void }) {
  const id = useId();
  const wanted = slot.wanted;
  const write = (part: Partial<Note>) => onWrite({ ...wanted, ...part });
  return (
    <div className="noteform">
      <div className="field">
        <label htmlFor={`${id}t`}>{words.topics.topic}</label>
        <TextField id={`${id}t`} value={wanted.topic} rows={2} first onWrite={(topic) => write({ topic })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}h`}>{words.topics.homework}</label>
        <TextField id={`${id}h`} value={wanted.homework} rows={3} onWrite={(homework) => write({ homework })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}w`}>{words.topics.workType}</label>
        <select className="input" id={`${id}w`} value={wanted.workType ?? ""} onChange={(event) => write({ workType: event.target.value === "" ? null : Number(event.target.value) })}>
          <option value="">{words.topics.usual}</option>
          {page.workTypes.map((work) => (
            <option key={work.workType} value={work.workType}>
              {work.name}
              {words.cell.weight(work.weight)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

const tidy = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function TextField({ id, value, rows, first = false, onWrite }: { id: string; value: string | null; rows: number; first?: boolean; onWrite: (text: string | null) => void }) {
  const [text, setText] = useState(value ?? "");
  const typing = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const written = useRef(onWrite);
  written.current = onWrite;

  useEffect(() => {
    // What the server or another field says comes in only while nobody types here.
    if (!typing.current) setText(value ?? "");
  }, [value]);

  const commit = (now: string) => {
    clearTimeout(pause.current);
    typing.current = false;
    written.current(tidy(now));
  };
  const latest = useRef({ text, commit });
  latest.current = { text, commit };
  useEffect(
    () => () => {
      if (typing.current) latest.current.commit(latest.current.text);
    },
    [],
  );

  return (
    <textarea
      className="input"
      id={id}
      rows={rows}
      maxLength={4000}
      data-first={first ? "" : undefined}
      value={text}
      onChange={(event) => {
        const now = event.target.value;
        setText(now);
        typing.current = true;
        clearTimeout(pause.current);
        pause.current = setTimeout(() => {
          written.current(tidy(now));
        }, PAUSE);
      }}
      onBlur={() => typing.current && commit(text)}
    />
  );
}
