import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { Note } from "../grid/grid-state.ts";
import type { Page } from "../grid/page-model.ts";
import type { Slot } from "../grid/pending/slot.ts";
import { journalWords as words } from "../words.ru.ts";

const PAUSE = 700;

/** Fields of a lesson. They save by themselves: after a pause in typing and on leaving the field. */
export function NoteForm({ slot, page, onWrite }: { slot: Slot<Note>; page: Page; onWrite: (part: Partial<Note>) => void }) {
  const id = useId();
  const wanted = slot.wanted;
  return (
    <div className="noteform">
      <div className="field">
        <label htmlFor={`${id}t`}>{words.topics.topic}</label>
        <TextField id={`${id}t`} name="topic" value={wanted.topic} rows={2} first onWrite={onWrite} />
      </div>
      <div className="field">
        <label htmlFor={`${id}h`}>{words.topics.homework}</label>
        <TextField id={`${id}h`} name="homework" value={wanted.homework} rows={3} onWrite={onWrite} />
      </div>
      <div className="field">
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
    </div>
  );
}

const tidy = (text: string): string | null => (text.trim() === "" ? null : text.trim());

type FieldProps = { id: string; name: "topic" | "homework"; value: string | null; rows: number; first?: boolean; onWrite: (part: Partial<Note>) => void };

/** A text that is the teacher's while it is being typed, and the server's otherwise. */
function TextField({ id, name, value, rows, first = false, onWrite }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const unsaved = useRef<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(() => {
    clearTimeout(pause.current);
    if (unsaved.current === null) return;
    onWrite({ [name]: tidy(unsaved.current) });
    unsaved.current = null;
  }, [name, onWrite]);

  // What was typed before the field went away is saved too.
  useEffect(() => save, [save]);

  return (
    <textarea
      className="input"
      id={id}
      rows={rows}
      maxLength={4000}
      data-first={first ? "" : undefined}
      value={draft ?? value ?? ""}
      onChange={(event) => {
        setDraft(event.target.value);
        unsaved.current = event.target.value;
        clearTimeout(pause.current);
        pause.current = setTimeout(save, PAUSE);
      }}
      onBlur={() => {
        save();
        setDraft(null);
      }}
    />
  );
}
