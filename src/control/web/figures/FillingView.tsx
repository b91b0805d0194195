import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { figuresRoute } from "../../contract/figures/figures.ts";
import { groupFigures } from "../../rules/figures/group-figures.ts";
import { FigureCells } from "./FigureCells.tsx";
import type { CellsOf } from "./FigureCells.tsx";
import { Choice } from "./Choice.tsx";
import { DaysChoice } from "./DaysChoice.tsx";
import { FillingTable } from "./FillingTable.tsx";
import type { ReportProps } from "./ReportsScreen.tsx";
import { FILLING_METRICS, partOf } from "./filling.ts";
import { figuresWords as words } from "./figures-words.ru.ts";
import { daysShown } from "./shown-days.ts";
import { useTerms } from "./use-terms.ts";

/** How the journal is kept: metrics of the days, rows behind them, cells behind each number (002 П2 §2.16, REP-14, REP-16). */
export function FillingView({ timezone, today, shown, onShow }: ReportProps) {
  const { span = "week", by = "teacher" } = shown;
  const terms = useTerms();
  const days = daysShown(span, (shown.day ?? today) as LocalDate, terms);
  const asked = useQuery({
    queryKey: ["control", "figures", days.from, days.to],
    queryFn: () => call(figuresRoute, { query: days }),
    placeholderData: keepPreviousData,
  });
  const { data } = asked;
  const [open, setOpen] = useState<CellsOf | null>(null);
  const whole = data && groupFigures(data, "school")[0]?.sums;
  return (
    <>
      <div className="bar">
        <DaysChoice {...days} today={today} span={span} onSpan={(next) => onShow({ ...shown, span: next })} onDay={(day) => onShow({ ...shown, day })} />
        <Choice label={words.by} names={words.bys} chosen={by} onChoose={(next) => onShow({ ...shown, by: next })} />
      </div>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.opening} />}
      {data && !whole && <p className="empty">{words.nothing}</p>}
      {data && whole && (
        <>
          <div className="tiles" role="group" aria-label={words.metrics}>
            {FILLING_METRICS.map((metric) => {
              const { part, whole: all, share } = partOf(metric, whole);
              return (
                <button key={metric} type="button" onClick={() => setOpen({ metric, by: "school", id: 0, name: words.school })}>
                  <span className="t">{words.metric(metric)}</span>
                  <span className="v">{words.percent(share)}</span>
                  <span className="d">{words.of(part, all)}</span>
                </button>
              );
            })}
          </div>
          {open && <FigureCells {...days} {...open} timezone={timezone} onClose={() => setOpen(null)} />}
          {by === "department" && data.departments.length === 0 ? (
            <p className="empty">{words.noDepartments}</p>
          ) : (
            <ScrollBox className="panel" label={words.table}>
              <FillingTable figures={data} whole={whole} by={by} onOpen={setOpen} />
            </ScrollBox>
          )}
          <LateWorks works={data.works} />
          <p className="more noprint" aria-label={words.linksLabel}>
            <Link to="/accumulation">{words.links.accumulation}</Link>
            <Link to="/corrections">{words.links.corrections}</Link>
            <Link to="/lessons-check" search={{ view: "homework" }}>
              {words.links.homework}
            </Link>
            <Link to="/plans" search={{ view: "fulfilment" }}>
              {words.links.fulfilment}
            </Link>
            <Link to="/remarks">{words.links.remarks}</Link>
          </p>
        </>
      )}
    </>
  );
}

function LateWorks({ works }: { works: readonly { workType: number; name: string; marks: number; late: number }[] }) {
  if (!works.some(({ late }) => late > 0)) return null;
  return (
    <section className="panel small-table">
      <h2>{words.lateWorks}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.work}</th>
            <th scope="col" className="num">
              {words.marks}
            </th>
            <th scope="col" className="num">
              {words.late}
            </th>
            <th scope="col" className="num">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {works.map(({ workType, name, marks, late }) => (
            <tr key={workType}>
              <th scope="row">{name}</th>
              <td className="num">{marks}</td>
              <td className="num">{late}</td>
              <td className="num">{words.percent(marks === 0 ? null : late / marks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
