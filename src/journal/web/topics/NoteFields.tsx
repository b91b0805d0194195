import { useCallback, useEffect, useRef, useState } from "react";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Note } from "../grid/grid-state.ts";
import type { Page } from "../grid/page-model.ts";
import { journalWords as words } from "../words.ru.ts";

const PAUSE = 700;
const MOST_MINUTES = 600;

type Write = (part: Partial<Note>) => void;

/** A value that is the teacher's while it is being typed, and the server's otherwise; it leaves after a pause and when the field is left. */
function useDraft(value: string, onSave: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const unsaved = useRef<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = useRef(onSave);
  useEffect(() => void (keep.current = onSave), [onSave]);

  const save = useCallback(() => {
    clearTimeout(pause.current);
    if (unsaved.current === null) return;
    keep.current(unsaved.current);
    unsaved.current = null;
  }, []);

  // What was typed before the field went away is saved too.
  useEffect(() => save, [save]);

  return {
    value: draft ?? value,
    onChange: (event: { target: { value: string } }) => {
      setDraft(event.target.value);
      unsaved.current = event.target.value;
      clearTimeout(pause.current);
      pause.current = setTimeout(save, PAUSE);
    },
    onBlur: () => {
      save();
      setDraft(null);
    },
  };
}

const tidy = (text: string): string | null => (text.trim() === "" ? null : text.trim());

type TextProps = {
  id?: string;
  label?: string;
  name: "topic" | "homework" | "tasks";
  value: string | null;
  rows: number;
  first?: boolean;
  /** Something else is asked for before it. */
  waits?: boolean;
  onWrite: Write;
};

/** A text of the lesson. */
export function TextField({ id, label, name, value, rows, first = false, waits = false, onWrite }: TextProps) {
  const field = useDraft(value ?? "", (text) => onWrite({ [name]: tidy(text) }));
  return (
    <textarea
      className="input"
      id={id}
      aria-label={label}
      rows={rows}
      maxLength={4000}
      data-field={name}
      data-first={first ? "" : undefined}
      disabled={waits}
      {...field}
    />
  );
}

/** Whether the school wants the kind of the lesson before its topic, and it is not chosen (000 §10.6). */
export const kindComesFirst = (page: Page, note: Note): boolean => page.norms.kindRequired === true && note.lessonKind === null && note.topic === null;

type KindProps = { id?: string; label?: string; page: Page; value: number | null; onWrite: Write };

/** The kind of the lesson, from the school's list. */
export function KindField({ id, label, page, value, onWrite }: KindProps) {
  const required = page.norms.kindRequired === true;
  return (
    <select
      className="input"
      id={id}
      aria-label={label}
      value={value ?? ""}
      onChange={({ target }) => onWrite({ lessonKind: target.value === "" ? null : Number(target.value) })}
    >
      {(!required || value === null) && <option value="">{required ? words.topics.kindFirst : words.topics.noKind}</option>}
      {page.lessonKinds.map((kind) => (
        <option key={kind.lessonKind} value={kind.lessonKind}>
          {kind.name}
        </option>
      ))}
    </select>
  );
}

type DraftProps = { id?: string; label?: string; value: string | null; rows: number; onSave: (text: string | null) => void };

/** A text that saves itself: after a pause in typing and on leaving the field. */
export function DraftText({ id, label, value, rows, onSave }: DraftProps) {
  const field = useDraft(value ?? "", (text) => onSave(tidy(text)));
  return <textarea className="input" id={id} aria-label={label} rows={rows} maxLength={2000} {...field} />;
}

type FieldProps<V> = { id?: string; label?: string; value: V | null; onWrite: Write };

/** Expected minutes of homework. What is no number of minutes is not sent and goes when the field is left. */
export function MinutesField({ id, label, value, onWrite }: FieldProps<number>) {
  const field = useDraft(value === null ? "" : String(value), (text) => {
    const minutes = Number(text.trim());
    if (text.trim() === "") onWrite({ minutes: null });
    else if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) onWrite({ minutes });
  });
  return <input className="input" id={id} aria-label={label} data-field="minutes" inputMode="numeric" maxLength={3} autoComplete="off" {...field} />;
}

/** The day homework is due, after the lesson's. */
export function DueField({ id, label, value, lessonDay, onWrite }: FieldProps<string> & { lessonDay: string }) {
  const first = plusDays(lessonDay as LocalDate, 1);
  return (
    <input
      className="input"
      type="date"
      data-field="dueOn"
      id={id}
      aria-label={label}
      min={first}
      value={value ?? ""}
      onChange={({ target }) => {
        if (target.value === "") onWrite({ dueOn: null });
        else if (target.value >= first) onWrite({ dueOn: target.value });
      }}
    />
  );
}
