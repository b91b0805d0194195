import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayIn, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Answered } from "../../../foundation/ui/Answered.tsx";
import { ScreenFrame } from "../../../foundation/ui/ScreenFrame.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
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
  const lines = asked.data?.lines ?? [];
  return (
    <ScreenFrame
      title={title}
      heading={words.heading}
      className="changes"
      tools={
        <>
          <label className="ch-day">
            {words.from}
            <input className="input" type="date" value={from} onChange={(event) => event.target.value !== "" && setFrom(event.target.value)} />
          </label>
          <label className="ch-day">
            {words.to}
            <input className="input" type="date" value={to} onChange={(event) => event.target.value !== "" && setTo(event.target.value)} />
          </label>
        </>
      }
    >
      <p className="soft">{words.lead}</p>
      <Answered asked={asked} opening={words.opening} empty={lines.length === 0 && words.none}>
        {() => (
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
      </Answered>
    </ScreenFrame>
  );
}
