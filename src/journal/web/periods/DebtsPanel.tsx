import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { setDebtRoute } from "../../contract/periods/class-summary.ts";
import type { May, Summary } from "./ClassSheet.tsx";
import { periodWords as words } from "./period-words.ru.ts";

type Debt = Summary["debts"][number];
const RESULTS = ["5", "4", "3", "2"];

/** Academic debts of a class with their two attempts. */
export function DebtsPanel({ data, may }: { data: Summary; may: May }) {
  const [asking, setAsking] = useState<Debt | null>(null);
  const nameOf = new Map(data.pupils.map((pupil) => [pupil.pupilId, pupil.name]));
  const subjectOf = new Map(data.pages.map((page) => [page.pageId, page.subject]));
  const said = (debt: Debt) => words.debt.heading(nameOf.get(debt.pupilId) ?? "", subjectOf.get(debt.pageId) ?? "");
  return (
    <section className="panel">
      <header>
        <h2>{words.sheet.debts}</h2>
      </header>
      {data.debts.length === 0 ? (
        <p className="in soft">{words.sheet.noDebts}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              {words.sheet.debtColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.debts.map((debt) => (
              <tr key={`${debt.pageId}:${debt.pupilId}`}>
                <th scope="row">{nameOf.get(debt.pupilId)}</th>
                <td>{subjectOf.get(debt.pageId)}</td>
                <td>{debt.mark}</td>
                <td>{words.sheet.attempt(debt.first.on, debt.first.mark)}</td>
                <td>{words.sheet.attempt(debt.second.on, debt.second.mark)}</td>
                <td>
                  {debt.closedOn !== null ? (
                    <span className="badge t-ok">{words.sheet.closedDebt(debt.closedOn)}</span>
                  ) : (
                    may.debt && (
                      <button className="btn small" type="button" aria-label={`${words.sheet.setAttempts}: ${said(debt)}`} onClick={() => setAsking(debt)}>
                        {words.sheet.setAttempts}
                      </button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking && <DebtDialog debt={asking} title={said(asking)} classId={data.class.classId} onClose={() => setAsking(null)} />}
    </section>
  );
}

function DebtDialog({ debt, title, classId, onClose }: { debt: Debt; title: string; classId: number; onClose: () => void }) {
  const client = useQueryClient();
  const [attempts, setAttempts] = useState({ first: debt.first, second: debt.second });
  const save = async () => {
    const { pageId, pupilId, version } = debt;
    await call(setDebtRoute, { params: { pageId, pupilId }, body: { ...attempts, expectedVersion: version } });
    await client.invalidateQueries({ queryKey: ["journal", "summary", classId] });
  };
  return (
    <FormDialog title={title} submit={words.debt.save} cancel={words.debt.cancel} onSubmit={save} onClose={onClose}>
      {(["first", "second"] as const).map((which) => {
        const one = attempts[which];
        const set = (part: Partial<typeof one>) => setAttempts((was) => ({ ...was, [which]: { ...was[which], ...part } }));
        return (
          <fieldset key={which}>
            <legend>{words.debt[which]}</legend>
            <div className="two">
              <Field label={words.debt.on}>
                {(field) => (
                  <input className="input" {...field} type="date" value={one.on ?? ""} onChange={(event) => set({ on: event.target.value || null })} />
                )}
              </Field>
              <Field label={words.debt.mark}>
                {(field) => (
                  <select className="input" {...field} value={one.mark ?? ""} onChange={(event) => set({ mark: event.target.value || null })}>
                    <option value="">{words.debt.noMark}</option>
                    {RESULTS.map((token) => (
                      <option key={token}>{token}</option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
          </fieldset>
        );
      })}
    </FormDialog>
  );
}
