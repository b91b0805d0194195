import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { dayIn, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { lateCorrectionsRoute } from "../../contract/changes.ts";
import { changeWords } from "./change-words.ru.ts";
import { ChangeValue, whatOf } from "./ChangeValues.tsx";
import "./changes.css";

const words = changeWords.late;
const MONTH = 30;

/** The deputy's list: changes after their term with old and new value, author and reason (002 П2 §2.16). */
export function CorrectionsScreen({ title, timezone, today }: { title: string; timezone: string; today: string }) {
  const [from, setFrom] = useState<string>(plusDays(today as LocalDate, -MONTH));
  const [to, setTo] = useState(today);
  const asked = useQuery({ queryKey: ["journal", "corrections", from, to], queryFn: () => call(lateCorrectionsRoute, { query: { from, to } }) });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const lines = asked.data?.lines ?? [];
  return (
    <main className="page changes" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        <span className="grow" />
        <label className="ch-day">
          {words.from}
          <input className="input" type="date" value={from} onChange={(event) => event.target.value !== "" && setFrom(event.target.value)} />
        </label>
        <label className="ch-day">
          {words.to}
          <input className="input" type="date" value={to} onChange={(event) => event.target.value !== "" && setTo(event.target.value)} />
        </label>
      </div>
      <p className="soft">{words.lead}</p>
      {asked.isPending && <Waiting text={words.opening} />}
      {asked.isError && (
        <p className="err" role="alert">
          {sentenceOfError(asked.error)}
        </p>
      )}
      {asked.data && lines.length === 0 && <p className="empty">{words.none}</p>}
      {lines.length > 0 && (
        <ScrollBox className="panel" label={words.scroll}>
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
              {lines.map((line) => (
                <tr key={`${line.pageId}:${line.seq}:${line.part}`}>
                  <td className="nw">{changeWords.moment(dayIn(timezone, new Date(line.at)), timeIn(timezone, new Date(line.at)))}</td>
                  <td>
                    <a href={`/journal/${line.pageId}${line.lessonId === null ? "" : `?lesson=${line.lessonId}`}`}>
                      {changeWords.place(line.groupName, line.subject, line.day)}
                    </a>
                  </td>
                  <td>{line.by}</td>
                  <td>{whatOf(line)}</td>
                  <td>
                    <ChangeValue line={line} side="before" />
                  </td>
                  <td>
                    <ChangeValue line={line} side="after" />
                  </td>
                  <td>{line.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </main>
  );
}
