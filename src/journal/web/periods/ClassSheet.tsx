import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { classSummaryRoute } from "../../contract/periods/class-summary.ts";
import { EXAM, YEAR } from "../../rules/period-mark.ts";
import { journalWords } from "../words.ru.ts";
import { DebtsPanel } from "./DebtsPanel.tsx";
import { ExamDialog } from "./ExamDialog.tsx";
import { periodWords as words } from "./period-words.ru.ts";

export type Summary = Output<typeof classSummaryRoute>;
export type May = { readonly debt: boolean; readonly exam: boolean; readonly close: boolean; readonly attach: boolean };

const useSummary = (classId: number) =>
  useQuery({ queryKey: ["journal", "summary", classId], queryFn: () => call(classSummaryRoute, { params: { classId } }) });

/** The grades that end with the state final attestation. */
const STATE_GRADES = [9, 11];

/** The summary sheet of a class: its pupils by subjects for a period, with debts and examinations below. */
export function ClassSheet({ classId, may }: { classId: number; may: May }) {
  const summary = useSummary(classId);
  if (summary.data) return <Sheet key={classId} data={summary.data} may={may} />;
  return <Unanswered asked={summary} opening={words.sheet.opening} />;
}

function Sheet({ data, may }: { data: Summary; may: May }) {
  const periods = [...data.terms.map(({ term, kind }) => ({ term, kind })), ...data.periods];
  const begun = data.terms.findLast((term) => term.startsOn <= data.today)?.term ?? data.terms[0]?.term ?? YEAR;
  const [period, setPeriod] = useState(begun);
  const [asking, setAsking] = useState<number | null>(null);
  const subjects = [...new Set(data.pages.map((page) => page.subject))];
  const subjectOf = new Map(data.pages.map((page) => [page.pageId, page.subject]));
  const markOf = new Map(data.marks.filter((one) => one.term === period).map((one) => [`${one.pupilId}:${subjectOf.get(one.pageId)}`, one]));
  const examOf = new Map(data.exams.map((one) => [`${one.pupilId}:${subjectOf.get(one.pageId)}`, one]));
  const state = STATE_GRADES.includes(data.class.gradeLevel);
  return (
    <>
      <div className="totals-bar">
        <div className="seg" role="group" aria-label={words.sheet.period}>
          {periods.map(({ term, kind }) => (
            <button key={term} type="button" aria-pressed={term === period} onClick={() => setPeriod(term)}>
              {journalWords.term.full(term, kind)}
            </button>
          ))}
        </div>
        {data.assessment && (
          <a href={data.assessment.address} target="_blank" rel="noreferrer">
            {data.assessment.title}
          </a>
        )}
      </div>
      <section className="panel">
        <ScrollBox label={words.sheet.tab}>
          <table className="table sheet-table">
            <thead>
              <tr>
                <th scope="col">{words.sheet.pupil}</th>
                {subjects.map((subject) => (
                  <th key={subject} scope="col" className="up m">
                    <span>{subject}</span>
                  </th>
                ))}
                {state && may.exam && (
                  <th scope="col">
                    <span className="vh">{words.sheet.state}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {data.pupils.map((pupil) => (
                <tr key={pupil.pupilId}>
                  <th scope="row">
                    <Link to="/pupil/$pupilId" params={{ pupilId: String(pupil.pupilId) }}>
                      {pupil.name}
                    </Link>
                  </th>
                  {subjects.map((subject) => {
                    const one = markOf.get(`${pupil.pupilId}:${subject}`);
                    const exam = period === EXAM ? examOf.get(`${pupil.pupilId}:${subject}`) : undefined;
                    const why = [...(one?.short ? [words.sheet.few] : []), ...(one?.late ? [words.sheet.late] : [])].join(", ");
                    return (
                      <td key={subject} className={one?.short ? "m few" : "m"} title={why || undefined}>
                        {one && <span className={one.mark === "2" ? "low" : undefined}>{one.mark}</span>}
                        {why !== "" && <span className="vh"> {why}</span>}
                        {exam && <div className="small">{words.sheet.exam_of(words.sheet.forms[exam.form] ?? "", exam.mark, exam.score)}</div>}
                      </td>
                    );
                  })}
                  {state && may.exam && (
                    <td>
                      <button className="btn small" type="button" aria-label={words.exam.heading(pupil.name)} onClick={() => setAsking(pupil.pupilId)}>
                        {words.sheet.state}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
      <DebtsPanel data={data} may={may} />
      {asking !== null && <ExamDialog data={data} pupilId={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
