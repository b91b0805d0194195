import { changeWords as words, fieldsRu, valueRu } from "./change-words.ru.ts";

type Line = { act: string; before: unknown; after: unknown; pupil: string | null; term: number | null };

/** Whose place or what was changed. */
export const whatOf = (line: Line): string =>
  line.act === "journal.lesson.set" || line.pupil === null ? words.mine.lesson : line.term === null ? line.pupil : `${line.pupil}, ${words.mine.term}`;

/** One side of a change: the value of a cell, or the fields of a lesson that were touched. */
export function ChangeValue({ line, side }: { line: Line; side: "before" | "after" }) {
  if (line.pupil !== null) return <b>{valueRu(line.act, line[side])}</b>;
  return (
    <>
      {fieldsRu(line.before, line.after).map((field) => (
        <span className="ch-field" key={field.name}>
          <span className="muted">{field.name}</span> {side === "before" ? field.from : field.to}
        </span>
      ))}
    </>
  );
}
