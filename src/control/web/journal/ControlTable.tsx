import { Fragment, useState } from "react";
import type { Static } from "typebox";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { journalControlRoute } from "../../contract/journal-control.ts";
import { Findings } from "./Findings.tsx";
import { Trend } from "./Trend.tsx";
import { controlWords as words } from "./control-words.ru.ts";
import { METRIC_CODES, shareOf } from "./metrics.ts";
import type { Figures, MetricCode } from "./metrics.ts";

type Report = Static<typeof journalControlRoute.response>;
type Props = { report: Report; trend: Report | undefined; by: "teacher" | "class"; metric: MetricCode; timezone: string };

const COLUMNS = METRIC_CODES.length + 3;

/** The teachers or classes with their numbers, who needs help first; a row opens the lessons behind it. */
export function ControlTable({ report, trend, by, metric, timezone }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const rows = report.rows.toSorted((a, b) => (shareOf(metric, a.figures).share ?? 1) - (shareOf(metric, b.figures).share ?? 1));
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.who[by]}</th>
          <th scope="col" className="num">
            {words.lessons}
          </th>
          {METRIC_CODES.map((code) => (
            <th scope="col" className="num" key={code}>
              {words.columns[code]}
            </th>
          ))}
          <th scope="col">{words.weeks}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr className={open === row.id ? "opened" : ""}>
              <th scope="row">
                <button type="button" aria-expanded={open === row.id} onClick={() => setOpen(open === row.id ? null : row.id)}>
                  <Icon name="right" /> {row.name === "" ? words.groups : row.name}
                </button>
              </th>
              <td className="num">{row.figures.held}</td>
              {METRIC_CODES.map((code) => (
                <td className="num" key={code}>
                  <ShareCell code={code} figures={row.figures} whole={report.total} />
                </td>
              ))}
              <td className="tr">
                <Trend weeks={trend?.rows.find(({ id }) => id === row.id)?.weeks ?? []} />
              </td>
            </tr>
            {open === row.id && (
              <tr className="drill">
                <td colSpan={COLUMNS}>
                  <div className="box">
                    <Findings from={report.from} to={report.to} by={by} id={row.id} timezone={timezone} />
                  </div>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** A share stands out where it is below that of the whole school. */
function ShareCell({ code, figures, whole }: { code: MetricCode; figures: Figures; whole: Figures }) {
  const { share } = shareOf(code, figures);
  if (share === null) return "—";
  const low = share < (shareOf(code, whole).share ?? 0);
  return <span className={low ? "low" : ""}>{words.percent(share)}</span>;
}
