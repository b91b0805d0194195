import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { setCurriculumRoute } from "../../contract/curriculum/curriculum.ts";
import { yearHours } from "../../rules/curriculum/year-day.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { useCurriculum, useLoad, usePlanWork } from "../plans/use-plans.ts";
import type { Curriculum } from "../plans/use-plans.ts";
import { cellKey } from "./cells.ts";
import type { Cells } from "./cells.ts";
import { CurriculumTable } from "./CurriculumTable.tsx";
import { IndividualView } from "./IndividualView.tsx";
import { OrderDialog } from "./OrderDialog.tsx";
import { weeklyTyped } from "./weekly-typed.ts";

const words = planWords.curriculum;

const cellsOf = (data: Curriculum): Cells => new Map(data.lines.map((line) => [cellKey(line.subject, line.gradeLevel), planWords.number(line.weeklyHours)]));

/** The curriculum of the year: hours a week of subjects by grades, its approval, the order on tariffication, classes of individual curricula. */
export function CurriculumView() {
  const asked = useCurriculum();
  if (!asked.data) return <Unanswered asked={asked} opening={planWords.opening} />;
  return <Open key={asked.data.version} data={asked.data} />;
}

function Open({ data }: { data: Curriculum }) {
  const [cells, setCells] = useState<Cells>(() => cellsOf(data));
  const [subjects, setSubjects] = useState<string[]>(() => [...new Set(data.lines.map((line) => line.subject))]);
  const [asking, setAsking] = useState<"approve" | "tariffication" | null>(null);
  const { run, wrong, busy } = usePlanWork();
  const filled = [...cells].filter(([, text]) => text.trim() !== "");
  const misread = filled.find(([, text]) => weeklyTyped(text) === null);
  const before = cellsOf(data);
  const dirty = filled.length !== before.size || filled.some(([key, text]) => before.get(key) !== text.trim());
  const save = () => {
    const lines = filled.map(([key, text]) => {
      const at = key.lastIndexOf("|");
      const [subject, gradeLevel, weeklyHours] = [key.slice(0, at), Number(key.slice(at + 1)), weeklyTyped(text) ?? 0];
      const same = data.lines.find((line) => line.subject === subject && line.gradeLevel === gradeLevel && line.weeklyHours === weeklyHours);
      return { subject, gradeLevel, weeklyHours, yearHours: same?.yearHours ?? yearHours(weeklyHours, gradeLevel, data.weeks) };
    });
    void run(() => call(setCurriculumRoute, { params: { year: data.year }, body: { expectedVersion: data.version, lines } }));
  };
  return (
    <>
      <State data={data} />
      <div className="tools">
        {data.mayWrite && (
          <button className="btn primary" type="button" disabled={!dirty || misread !== undefined || busy} onClick={save}>
            {planWords.save}
          </button>
        )}
        {data.mayApprove && data.approvedOn === null && data.lines.length > 0 && (
          <button className="btn" type="button" disabled={dirty} onClick={() => setAsking("approve")}>
            {words.approve}
          </button>
        )}
        {data.mayWrite && data.lines.length === 0 && (
          <FromLoad
            onFill={(next) => {
              setCells(next);
              setSubjects([...new Set([...next.keys()].map((key) => key.slice(0, key.lastIndexOf("|"))))].toSorted((a, b) => a.localeCompare(b, "ru")));
            }}
          />
        )}
        {misread && <span className="err">{words.wrong(misread[1])}</span>}
        {dirty && data.approvedOn !== null && <span className="soft">{words.willBeDraft}</span>}
        <Wrong text={wrong} />
      </div>
      <CurriculumTable data={data} cells={cells} subjects={subjects} onCells={setCells} onSubjects={setSubjects} />
      <p className="soft small">{words.yearHours(data.weeks.first, data.weeks.other)}</p>
      <section className="panel order">
        <header>
          <h2>{words.tariffication}</h2>
          {data.tariffication.orderNo !== null && data.tariffication.orderOn !== null ? (
            <p>{words.tarifficationIs(data.tariffication.orderNo, data.tariffication.orderOn)}</p>
          ) : (
            <span className={data.tariffication.overdue ? "badge t-missing" : "badge"}>
              {words.tarifficationNone(data.tariffication.due, data.tariffication.overdue)}
            </span>
          )}
          {data.mayApprove && (
            <button className="btn small" type="button" onClick={() => setAsking("tariffication")}>
              {words.record}
            </button>
          )}
        </header>
      </section>
      <IndividualView data={data} />
      {asking && <OrderDialog data={data} what={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function State({ data }: { data: Curriculum }) {
  return (
    <p className="facts">
      <b>{planWords.schoolYear(data.year)}</b>
      {data.approvedOn !== null ? (
        <span className="badge t-ok">{words.state.approved(data.approvedOn, data.approvedBy ?? "", data.orderRef)}</span>
      ) : (
        <>
          <span className={data.overdue ? "badge t-missing" : "badge t-late"}>{data.lines.length === 0 ? words.state.none : words.state.draft}</span>
          <span className={data.overdue ? "badge t-missing" : "soft"}>{data.overdue ? words.overdue(data.due) : words.due(data.due)}</span>
        </>
      )}
    </p>
  );
}

/** What is taught already fills an empty curriculum: the hours that most of a grade's pages have. */
function FromLoad({ onFill }: { onFill: (cells: Cells) => void }) {
  const load = useLoad();
  const fill = () => {
    const cells = new Map<string, string>();
    for (const line of load.data?.lines ?? []) {
      const key = cellKey(line.subject, line.gradeLevel);
      if (line.gradeLevel > 0 && !cells.has(key)) cells.set(key, planWords.number(line.weeklyHours));
    }
    onFill(cells);
  };
  return (
    <button className="btn" type="button" disabled={!load.data} onClick={fill}>
      {words.fromLoad}
    </button>
  );
}
