import { Fragment } from "react";
import { numberOfMark, weightedAverage } from "../../rules/average.ts";
import type { AverageNorms } from "../../rules/average.ts";
import type { TermSubject } from "../../rules/term-subjects.ts";
import type { Week } from "../week/week-days.ts";
import { diaryWords as words } from "../words.ru.ts";
import "./term.css";

/** A term as the side column draws it: one line per subject. */
export type Term = Omit<NonNullable<Week["term"]>, "subjects"> & { readonly subjects: readonly TermSubject[] };

const LAST = 6;

/** Subjects of the term: the last marks, the average, and the term's own mark where it is given. */
export function TermTable({ term }: { term: Term }) {
  const withTotals = term.subjects.some((s) => s.termMark !== null);
  const weighted = term.subjects.some((s) => s.marks.some((m) => m.weight !== 1 && numberOfMark(m.mark) !== null));
  return (
    <section className="panel">
      <header>
        <h2>{words.term(term.kind, term.term)}</h2>
      </header>
      {term.subjects.length === 0 ? (
        <p className="in soft">{words.noMarks}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.subject}</th>
              <th scope="col">{words.lastMarks}</th>
              <th scope="col" className="num">
                {words.average}
              </th>
              {withTotals && (
                <th scope="col" className="num">
                  {words.termMark}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {term.subjects.map((s) => (
              <Row key={s.subject} subject={s} withTotals={withTotals} norms={term.averages} />
            ))}
          </tbody>
        </table>
      )}
      {weighted && <p className="foot muted small">{words.weighted}</p>}
    </section>
  );
}

type RowProps = { subject: Term["subjects"][number]; withTotals: boolean; norms: AverageNorms };

function Row({ subject: { subject, marks, termMark }, withTotals, norms }: RowProps) {
  const average = weightedAverage(marks, norms);
  return (
    <tr>
      <th scope="row">{subject}</th>
      <td className="strip">
        {marks.slice(-LAST).map(({ mark, weight, retake }, i) => (
          <Fragment key={i}>
            <span className={mark === "2" ? "low" : undefined}>
              {retake && words.retakeOf}
              {mark}
              {weight !== 1 && (
                <>
                  <sup aria-hidden="true">{weight}</sup>
                  <span className="vh">, {words.weight(weight)}</span>
                </>
              )}
            </span>{" "}
          </Fragment>
        ))}
      </td>
      <td className="num">{average === null ? <Nothing /> : <b>{words.decimal(average)}</b>}</td>
      {withTotals && <td className="num">{termMark === null ? <Nothing /> : <b>{termMark}</b>}</td>}
    </tr>
  );
}

function Nothing() {
  return (
    <>
      <span aria-hidden="true">{words.none}</span>
      <span className="vh">{words.noneLabel}</span>
    </>
  );
}
