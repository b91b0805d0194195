import { useId } from "react";
import { SCOPED } from "../../../regulation/rules/edition.ts";
import { boundsRu } from "../../../regulation/rules/words/bounds.ru.ts";
import { titleRu } from "../../../regulation/rules/words/titles.ru.ts";
import { valueRu } from "../../../regulation/rules/words/value.ru.ts";
import { fits, isKnown } from "./draft.ts";
import type { Change, Norm } from "./draft.ts";
import { regulationWords } from "./regulation-words.ru.ts";
import { ValueField } from "./value/ValueField.tsx";

const words = regulationWords.card;
const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

type Props = { norm: Norm; change: Change | undefined; mayChange: boolean; onPut: (change: Change) => void; onDrop: () => void };

/** One norm: what it says, by which clause, what the papers say otherwise; who may change it does so here. */
export function NormCard({ norm, change, mayChange, onPut, onDrop }: Props) {
  const { code, value, act, clause, clash, fromDay, toDay, own } = norm;
  return (
    <section className="panel card" aria-label={words.region}>
      <header>
        <h2>{titleRu(code)}</h2>
      </header>
      <div className="in">
        <p>
          <b>{valueRu(code, value)}</b>
        </p>
        <p className="soft">
          {words.base}: {regulationWords.clauseOf(act, clause)}. {words.since(fromDay)}
          {toDay !== null && ` ${words.until(toDay)}`}.
        </p>
        {!own && <p className="soft">{words.country}</p>}
        {clash && (
          <div className="note t-conflict">
            <div>
              <b>{words.clash}</b>
              <p>{words.clashSays(valueRu(code, clash.value), clash.clause)}</p>
              <p>{words.clashWhy(clash.reason)}</p>
            </div>
          </div>
        )}
        {mayChange ? isKnown(code) && <Edit norm={norm} change={change} onPut={onPut} onDrop={onDrop} /> : <p className="soft">{words.onlyDirector}</p>}
      </div>
    </section>
  );
}

function Edit({ norm, change, onPut, onDrop }: Omit<Props, "mayChange">) {
  const id = useId();
  const { code, value, clause, grade, subjectId } = norm;
  const now: Change = change ?? { code, value, clause, grade, subjectId };
  if (!change) {
    return (
      <div>
        <button className="btn" type="button" onClick={() => onPut(now)}>
          {words.change}
        </button>
      </div>
    );
  }
  return (
    <div className="edit">
      <ValueField code={code} label={words.next} value={now.value} onChange={(next) => onPut({ ...now, value: next })} />
      {!fits({ ...now, clause: "-" }) && (
        <p className="err" role="status">
          {words.bad(boundsRu(code))}
        </p>
      )}
      {SCOPED.includes(code) && grade === null && (
        <div className="field">
          <label htmlFor={`${id}-grade`}>{words.grade}</label>
          <select
            className="input"
            id={`${id}-grade`}
            value={now.grade ?? ""}
            onChange={(event) => onPut({ ...now, grade: event.target.value === "" ? null : Number(event.target.value) })}
          >
            <option value="">{words.allGrades}</option>
            {GRADES.map((one) => (
              <option key={one} value={one}>
                {regulationWords.forGrade(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-clause`}>{words.clause}</label>
        <input className="input" id={`${id}-clause`} maxLength={200} value={now.clause} onChange={(event) => onPut({ ...now, clause: event.target.value })} />
      </div>
      <div>
        <button className="btn quiet" type="button" onClick={onDrop}>
          {words.back}
        </button>
      </div>
    </div>
  );
}
