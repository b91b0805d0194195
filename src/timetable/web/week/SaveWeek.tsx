import { useId, useState } from "react";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { useSaveWeek, useWeekPreview } from "./use-week.ts";
import type { SavedWeek } from "./use-week.ts";
import type { Draft, Page, Week } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

const SHOWN = 12;
type Props = { week: Week; changed: readonly Page[]; draft: Draft; onClose: () => void; onSaved: (from: string) => void };

/** What saving would do to the lessons, told before it is done. */
export function SaveWeek({ week, changed, draft, onClose, onSaved }: Props) {
  const despiteField = useId();
  const [from, setFrom] = useState<string>(week.day);
  const [despite, setDespite] = useState(false);
  const asked = useWeekPreview(from, changed, draft);
  const save = useSaveWeek();
  const clashes = asked.data?.clashes ?? [];

  return (
    <FormDialog
      title={words.save.heading}
      className="saveweek"
      submit={words.save.save(from)}
      cancel={words.save.stay}
      ready={asked.data !== undefined && !asked.isFetching && (clashes.length === 0 || despite)}
      onSubmit={async () => {
        await save(from, changed, draft, despite);
        onSaved(from);
      }}
      onClose={onClose}
    >
      <Field label={words.save.from} hint={words.save.fromHint}>
        {(field) => (
          <input
            className="input"
            {...field}
            type="date"
            value={from}
            max={week.year?.endsOn}
            onChange={(event) => {
              setDespite(false);
              if (event.target.value !== "") setFrom(event.target.value);
            }}
          />
        )}
      </Field>
      {asked.isPending && <Waiting text={words.save.looking} />}
      {asked.isError && (
        <p className="err" role="alert">
          {sentenceOfError(asked.error)}
        </p>
      )}
      {asked.data && <Told told={asked.data} />}
      {clashes.length > 0 && (
        <>
          <h3>{words.save.clashes(clashes.length)}</h3>
          <List lines={clashes.map(words.save.clash)} />
          <label className="check" htmlFor={despiteField}>
            <input id={despiteField} type="checkbox" checked={despite} onChange={(event) => setDespite(event.target.checked)} />
            {words.save.despite}
          </label>
        </>
      )}
    </FormDialog>
  );
}

function Told({ told }: { told: SavedWeek }) {
  return (
    <>
      <p role="status">{words.save.result(told)}</p>
      {told.cancelled.length > 0 && (
        <>
          <p className="warn">{words.save.cancelled(told.cancelled.length)}</p>
          <List lines={told.cancelled.map(words.save.lesson)} />
        </>
      )}
      {told.kept.length > 0 && (
        <>
          <p>{words.save.kept(told.kept.length)}</p>
          <List lines={told.kept.map(words.save.lesson)} />
        </>
      )}
    </>
  );
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="lines">
      {lines.slice(0, SHOWN).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > SHOWN && <li className="soft">{words.save.more(lines.length - SHOWN)}</li>}
    </ul>
  );
}
