import { useEffect, useRef, useState } from "react";
import { FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import type { GridStore } from "../grid/grid-store.ts";
import type { LessonColumn } from "../grid/page-model.ts";
import { useGrid } from "../grid/use-grid.ts";
import { marksWords } from "../marks-words.ru.ts";
import { journalWords as words } from "../words.ru.ts";

/** The work of a column, chosen from the school's dictionary: arrows and Enter suffice. */
export function WorkDialog({ store, column, onClose }: { store: GridStore; column: LessonColumn; onClose: () => void }) {
  const { model, notes } = useGrid(store);
  const { page } = model;
  const [chosen, setChosen] = useState<number | null>(notes[model.columnOf.get(column.id) ?? -1]?.wanted.workType ?? page.usualWork);
  const offered = page.workTypes.filter((one) => !one.closed || one.workType === chosen);
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => (list.current?.querySelector<HTMLElement>(":checked") ?? list.current?.querySelector("input"))?.focus(), []);
  const save = async () => store.does({ do: "note", column: column.id, part: { workType: chosen === page.usualWork ? null : chosen } });
  return (
    <FormDialog
      className="works"
      title={marksWords.work.title(words.day(column.lesson.day))}
      submit={marksWords.work.save}
      cancel={marksWords.work.cancel}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="soft">{marksWords.work.text}</p>
      <fieldset className="choices" ref={list}>
        <legend className="vh">{marksWords.work.title(words.day(column.lesson.day))}</legend>
        {offered.map((one) => (
          <label key={one.workType}>
            <input type="radio" name="work" value={one.workType} checked={one.workType === chosen} onChange={() => setChosen(one.workType)} />
            <span>{one.workType === page.usualWork ? marksWords.work.usual(one.name) : one.name}</span> <span className="muted">{one.code}</span>{" "}
            <span className="muted">{marksWords.work.weight(one.weight)}</span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
