import { useId, useState } from "react";
import { ProblemError, call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { PLAN_FILES, importPlanRoute } from "../../contract/plan/import-plan.ts";
import { COLUMNS } from "../../rules/import/plan-table.ts";
import type { Column, Mapping } from "../../rules/import/plan-table.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { usePlans } from "../plans/use-plans.ts";
import type { Plan } from "../plans/use-plans.ts";

const words = planWords.import;
const MEGABYTE = 1024 * 1024;
const SHOWN_FAULTS = 8;

type Understood = Output<typeof importPlanRoute>;

/** A plan out of a file: choose it, say which column is which, look at what comes of it, take it whole or not at all. */
export function ImportDialog({ plan, onClose, onDone }: { plan: Plan; onClose: () => void; onDone: () => void }) {
  const limit = usePlans().data?.importLimit ?? 1;
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<Understood | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [field, hint] = [useId(), useId()];

  const send = async (chosen: File, mapping: Mapping | null, apply: boolean) => {
    setBusy(true);
    setWrong(null);
    const query = { name: chosen.name, expectedVersion: plan.version, ...(apply ? { apply: "true" } : {}), ...(mapping && { mapped: "true", ...mapping }) };
    try {
      const answer = await call(importPlanRoute, { params: { pageId: plan.pageId }, query, file: chosen });
      if (answer.applied) {
        onDone();
        onClose();
      } else setFound(answer);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === "planning.topic_column_not_chosen")) setWrong(sentenceOfError(error));
    }
    setBusy(false);
  };
  const choose = (chosen: File | undefined) => {
    setFound(null);
    setFile(null);
    setWrong(null);
    if (!chosen) return;
    if (!PLAN_FILES.some((ending) => chosen.name.toLowerCase().endsWith(ending))) setWrong(words.wrongEnding);
    else if (chosen.size > limit * MEGABYTE) setWrong(words.tooLarge(limit));
    else {
      setFile(chosen);
      void send(chosen, null, false);
    }
  };
  const map = (column: Column, title: string) => {
    if (!file || !found) return;
    const { [column]: _, ...others } = found.mapping;
    void send(file, title === "" ? others : { ...others, [column]: title }, false);
  };
  const ready = found !== null && found.faults.length === 0 && found.lines.length > 0;

  return (
    <Dialog
      className="wide"
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {planWords.cancel}
          </button>
          <button className="btn primary" type="button" disabled={!ready || busy} onClick={() => file && found && void send(file, found.mapping, true)}>
            {words.apply}
          </button>
        </>
      }
    >
      <div className="field">
        <label htmlFor={field}>{words.choose}</label>
        <input
          id={field}
          className="input"
          type="file"
          accept={PLAN_FILES.join(",")}
          aria-describedby={hint}
          onChange={(event) => choose(event.target.files?.[0])}
        />
        <span className="hint" id={hint}>
          {words.hint(limit)}
        </span>
      </div>
      <Wrong text={wrong} />
      {busy && !found && <p role="status">{words.reading}</p>}
      {found && (
        <>
          <fieldset className="columns">
            <legend>{words.columns}</legend>
            {COLUMNS.map((column) => (
              <label key={column}>
                <span>{words.column[column]}</span>
                <select
                  className="input"
                  aria-label={words.column[column]}
                  value={found.mapping[column] ?? ""}
                  disabled={busy}
                  onChange={(event) => map(column, event.target.value)}
                >
                  <option value="">{words.noColumn}</option>
                  {found.titles.map((title) => (
                    <option key={title}>{title}</option>
                  ))}
                </select>
              </label>
            ))}
          </fieldset>
          {found.mapping.topic === undefined ? <p className="err">{words.topicFirst}</p> : <Preview found={found} />}
          {ready && plan.lines.length > 0 && <p className="soft">{words.replaces(plan.lines.length)}</p>}
        </>
      )}
    </Dialog>
  );
}

function Preview({ found }: { found: Understood }) {
  const { lines, faults } = found;
  return (
    <>
      <p role="status">
        {words.found(
          lines.length,
          lines.reduce((sum, line) => sum + line.hours, 0),
        )}
      </p>
      {faults.length > 0 && (
        <div className="note t-invalid">
          <div>
            <p>{words.faults(faults.length)}</p>
            <ul>
              {faults.slice(0, SHOWN_FAULTS).map((fault) => (
                <li key={`${fault.line} ${fault.code}`}>{words.row(fault.line, words.fault[fault.code] ?? fault.code, fault.found)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <ScrollBox className="preview" label={words.preview}>
        <table className="table">
          <tbody>
            {lines.map((line, i) => (
              <tr key={line.line}>
                <td className="num soft">{i + 1}</td>
                <td>{line.topic}</td>
                <td className="num">{line.hours}</td>
                <td>{line.homework}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
