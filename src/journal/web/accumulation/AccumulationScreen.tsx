import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Answered } from "../../../foundation/ui/Answered.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScreenFrame } from "../../../foundation/ui/ScreenFrame.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { accumulationRoute } from "../../contract/accumulation.ts";
import { accumulationWords as words } from "./accumulation-words.ru.ts";
import "./accumulation.css";

type Line = Output<typeof accumulationRoute>["lines"][number];

/** How marks are gathered by class and subject: for the month's report and for the year (002 П4 §4.2). A teacher sees own pages. */
export function AccumulationScreen({ title, today }: { title: string; today: string }) {
  const [month, setMonth] = useState(today.slice(0, 7));
  const [span, setSpan] = useState<"month" | "year">("month");
  const [all, setAll] = useState(false);
  const asked = useQuery({ queryKey: ["journal", "accumulation", month, span], queryFn: () => call(accumulationRoute, { query: { month, span } }) });
  const lines = asked.data?.lines ?? [];
  const lacking = lines.filter((l) => l.short.length + l.noWritten.length > 0);
  const shown = all ? lines : lacking;
  return (
    <ScreenFrame
      title={title}
      heading={words.heading}
      className="gathered"
      beside={
        <>
          <div className="seg noprint" role="group" aria-label={words.spans}>
            <button type="button" aria-pressed={span === "month"} onClick={() => setSpan("month")}>
              {words.byMonth}
            </button>
            <button type="button" aria-pressed={span === "year"} onClick={() => setSpan("year")}>
              {words.byYear}
            </button>
          </div>
          {span === "month" && (
            <label className="ch-month">
              <span className="vh">{words.month}</span>
              <input
                className="input"
                type="month"
                value={month}
                max={today.slice(0, 7)}
                onChange={(event) => event.target.value !== "" && setMonth(event.target.value)}
              />
            </label>
          )}
          <div className="seg noprint" role="group" aria-label={words.which}>
            <button type="button" aria-pressed={!all} onClick={() => setAll(false)}>
              {words.onlyShort}
            </button>
            <button type="button" aria-pressed={all} onClick={() => setAll(true)}>
              {words.all}
            </button>
          </div>
        </>
      }
      tools={
        <button className="btn noprint" type="button" onClick={() => print()}>
          <Icon name="print" /> {words.print}
        </button>
      }
    >
      {asked.data && (
        <p className="soft">
          {words.total(
            lines.length,
            lines.reduce((sum, l) => sum + l.short.length, 0),
          )}
        </p>
      )}
      <Answered asked={asked} opening={words.opening} empty={shown.length === 0 && (lines.length === 0 ? words.empty : words.none)}>
        {() => (
          <ScrollBox className="panel" label={words.heading}>
            <table className="table">
              <thead>
                <tr>
                  {words.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((line) => (
                  <Row key={`${line.pageId}:${line.term}`} line={line} />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Answered>
    </ScreenFrame>
  );
}

function Row({ line }: { line: Line }) {
  return (
    <tr>
      <th scope="row" className="nw">
        <a href={`/journal/${line.pageId}?term=${line.term}`}>{line.groupName}</a>
      </th>
      <td>{line.subject}</td>
      <td>{line.teachers}</td>
      <td className="nw">{words.period(line.term, line.kind)}</td>
      <td className="num">{words.hours(line.weeklyHours)}</td>
      <td className="nw" title={words.normFull(line.due, line.least)}>
        {words.norm(line.due, line.least)}
      </td>
      <td>
        {line.short.length > 0 && (
          <details>
            <summary>
              <b className="few">{words.pupils(line.short.length)}</b>
            </summary>
            <ul>
              {line.short.map((p) => (
                <li key={p.pupilId}>{words.lacks(p.name, p.marks, p.lacks)}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td>
        {line.noWritten.length > 0 && (
          <details>
            <summary>{words.pupils(line.noWritten.length)}</summary>
            <ul>
              {line.noWritten.map((p) => (
                <li key={p.pupilId}>{p.name}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}
