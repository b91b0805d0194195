import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { journalControlRoute } from "../../contract/journal-control.ts";
import { ControlTable } from "./ControlTable.tsx";
import { controlWords as words } from "./control-words.ru.ts";
import { METRIC_CODES, daysOf, neighbour, shareOf, trendDays } from "./metrics.ts";
import type { MetricCode, Span } from "./metrics.ts";
import "./control.css";

export type ShownControl = { readonly day?: string; readonly span?: Span; readonly by?: "teacher" | "class" };

type Props = { timezone: string; title: string; today: string; shown: ShownControl; onShow: (next: ShownControl) => void };

const useReport = (days: { from: string; to: string }, by: "teacher" | "class") =>
  useQuery({
    queryKey: ["control", "journal", days.from, days.to, by],
    queryFn: () => call(journalControlRoute, { query: { ...days, by } }),
    placeholderData: keepPreviousData,
  });

/** How the journal of the school is kept: metrics of a week or month, teachers or classes behind them, lessons behind each number. */
export function ControlScreen({ timezone, title, today, shown, onShow }: Props) {
  const { span = "week", by = "teacher" } = shown;
  const day = (shown.day ?? today) as LocalDate;
  const [metric, setMetric] = useState<MetricCode>("inTime");
  const days = daysOf(span, day);
  const asked = useReport(days, by);
  const { data } = asked;
  const trend = useReport(trendDays(days.to), by).data;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page control" id="main">
      <div className="bar">
        <h1>{words.heading}</h1>
        <span className="grow" />
        <span className="days">
          <button className="btn quiet icon" type="button" aria-label={words.before} onClick={() => onShow({ ...shown, day: neighbour(span, day, -1) })}>
            <Icon name="left" />
          </button>
          <span>{words.days(days.from, days.to)}</span>
          <button
            className="btn quiet icon"
            type="button"
            aria-label={words.after}
            disabled={days.to >= today}
            onClick={() => onShow({ ...shown, day: neighbour(span, day, 1) })}
          >
            <Icon name="right" />
          </button>
        </span>
        <Choice label={words.span} names={words.spans} chosen={span} onChoose={(next) => onShow({ ...shown, span: next })} />
        <Choice label={words.by} names={words.bys} chosen={by} onChoose={(next) => onShow({ ...shown, by: next })} />
      </div>
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.opening} />}
      {data && (
        <>
          <div className="six" role="group" aria-label={words.metrics}>
            {METRIC_CODES.map((code) => {
              const { part, whole, share } = shareOf(code, data.total);
              return (
                <button key={code} type="button" aria-pressed={metric === code} onClick={() => setMetric(code)}>
                  <span className="t">{words.metric(code)}</span>
                  <span className="v">{share === null ? "—" : words.percent(share)}</span>
                  <span className="d">{words.of(part, whole)}</span>
                </button>
              );
            })}
          </div>
          <section className="panel main" aria-labelledby="control-table">
            <header>
              <h2 id="control-table">{words.metric(metric)}</h2>
              <span className="muted small">{words.worstFirst}</span>
            </header>
            {data.rows.length === 0 ? (
              <p className="in">{words.nothing}</p>
            ) : (
              <ScrollBox label={words.table}>
                <ControlTable key={`${days.from} ${by}`} report={data} trend={trend} by={by} metric={metric} timezone={timezone} />
              </ScrollBox>
            )}
          </section>
        </>
      )}
    </main>
  );
}

type ChoiceProps<T extends string> = { label: string; names: Record<T, string>; chosen: T; onChoose: (next: T) => void };

function Choice<T extends string>({ label, names, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {(Object.keys(names) as T[]).map((one) => (
        <button key={one} type="button" aria-pressed={one === chosen} onClick={() => onChoose(one)}>
          {names[one]}
        </button>
      ))}
    </div>
  );
}
