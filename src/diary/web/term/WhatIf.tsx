import { useId, useState } from "react";
import { weightedAverage } from "../../rules/average.ts";
import { topOfScale, whatIf } from "../../rules/what-if.ts";
import { diaryWords as words } from "../words.ru.ts";
import type { Term } from "./TermTable.tsx";

const AT_MOST = 12;

/** A calculator beside the term's marks: nothing of it is written anywhere. */
export function WhatIf({ term }: { term: Term }) {
  const [asked, setAsked] = useState<string | null>(null);
  const [more, setMore] = useState<readonly number[]>([]);
  const id = useId();
  const chosen =
    term.subjects.find((s) => s.subject === asked) ?? term.subjects.find((s) => weightedAverage(s.marks, term.averages) !== null) ?? term.subjects[0];
  if (!chosen) return null;
  const now = weightedAverage(chosen.marks, term.averages);
  const top = topOfScale(chosen.marks);
  const made = whatIf(chosen.marks, more, term.averages);
  return (
    <section className="panel">
      <div className="in what-if">
        <h2>{words.whatIf}</h2>
        <div className="field">
          <label htmlFor={id}>
            {words.subject}, {words.whatIfNow(now)}
          </label>
          <select
            className="input"
            id={id}
            value={chosen.subject}
            onChange={(event) => {
              setAsked(event.target.value);
              setMore([]);
            }}
          >
            {term.subjects.map((s) => (
              <option key={s.subject}>{s.subject}</option>
            ))}
          </select>
        </div>
        <p className="soft">{words.whatIfText}</p>
        <div className="what" role="group" aria-label={words.addMark}>
          {[top, top - 1, top - 2].map((mark) => (
            <button key={mark} className="btn" type="button" onClick={() => setMore((had) => [...had, mark].slice(0, AT_MOST))}>
              {words.plusMark(mark)}
            </button>
          ))}
          <button className="btn quiet" type="button" onClick={() => setMore([])}>
            {words.reset}
          </button>
        </div>
        <p className="answer" role="status">
          {more.length > 0 && made.average !== null && made.rounded !== null && `${words.whatIfAdded(more, made.average, made.rounded)} `}
          {made.toNext ? words.whatIfWay(made.toNext.target, made.toNext.count, made.toNext.top) : made.average !== null && words.whatIfTop}
        </p>
      </div>
    </section>
  );
}
