import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
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
  useEffect(() => {
    document.title = title;
  }, [title]);
  const lines = asked.data?.lines ?? [];
  const lacking = lines.filter((l) => l.short.length + l.noWritten.length > 0);
  const shown = all ? lines : lacking;
  return (
    <main className="page gathered" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
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
        <span className="grow" />
        <button className="btn noprint" type="button" onClick={() => print()}>
          <Icon name="print" /> {words.print}
        </button>
      </div>
      {asked.isPending && <Waiting text={words.opening} />}
      {asked.isError && (
        <p className="err" role="alert">
          {sentenceOfError(asked.error)}
        </p>
      )}
      {asked.data && (
        <p className="soft">
          {words.total(
            lines.length,
            lines.reduce((sum, l) => sum + l.short.length, 0),
          )}
        </p>
      )}
      {asked.data && shown.length === 0 && <p className="empty">{lines.length === 0 ? words.empty : words.none}</p>}
      {shown.length > 0 && (
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
    </main>
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
