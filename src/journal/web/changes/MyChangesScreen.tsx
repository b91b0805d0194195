import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { timeIn } from "../../../foundation/day.ts";
import { ProblemError, call } from "../../../foundation/http-client.ts";
import { Answered } from "../../../foundation/ui/Answered.tsx";
import { ScreenFrame } from "../../../foundation/ui/ScreenFrame.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { myChangesRoute } from "../../contract/changes.ts";
import { stateOfChange } from "../../rules/undo-change.ts";
import { changeWords, valueRu } from "./change-words.ru.ts";
import { ChangeValue, whatOf } from "./ChangeValues.tsx";
import { undoChanges } from "./undo.ts";
import type { MyLine } from "./undo.ts";
import "./changes.css";

const words = changeWords.mine;
const KEY = ["journal", "my-changes"];
const keyOf = (l: MyLine) => `${l.pageId}:${l.seq}:${l.part}`;
type Props = { title: string; timezone: string; today: string; day: string; onDay: (day: string) => void };

/** All that the person changed on a day: old and new value, the way to the place, and undo of one or several. */
export function MyChangesScreen({ title, timezone, today, day, onDay }: Props) {
  const asked = useQuery({ queryKey: [...KEY, day], queryFn: () => call(myChangesRoute, { query: { day } }) });
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState({ text: "", no: false });
  const [late, setLate] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const lines = asked.data?.lines ?? [];

  const undo = async (which: readonly MyLine[]) => {
    setBusy(true);
    const { done, error } = await undoChanges(which, reason.trim());
    const needs = error instanceof ProblemError && error.code === "planning.correction_needs_reason";
    setLate(needs);
    if (!needs) setReason("");
    const no = error === null ? "" : needs ? words.late : sentenceOfError(error);
    setSaid({ text: [done > 0 ? words.undone(done) : "", no].filter(Boolean).join(" "), no: error !== null });
    if (!needs) setChosen(new Set());
    await client.invalidateQueries({ queryKey: ["journal"] });
    setBusy(false);
  };
  const picked = lines.filter((l) => chosen.has(keyOf(l)));
  const pick = (key: string, on: boolean) => setChosen((was) => new Set(on ? [...was, key] : [...was].filter((one) => one !== key)));

  return (
    <ScreenFrame
      title={title}
      heading={words.heading(day, day === today)}
      className="changes"
      beside={lines.length > 0 && <span className="soft">{words.count(lines.length)}</span>}
      tools={
        <>
          <label className="ch-day">
            {words.day}
            <input className="input" type="date" value={day} max={today} onChange={(event) => event.target.value !== "" && onDay(event.target.value)} />
          </label>
          <button className="btn" type="button" disabled={picked.length === 0 || busy} onClick={() => void undo(picked)}>
            {words.undoMany(picked.length)}
          </button>
        </>
      }
    >
      <p className={said.no ? "err" : "soft"} role={said.no ? "alert" : "status"}>
        {said.text}
      </p>
      {late && (
        <div className="field ch-reason">
          <label htmlFor="undo-reason">{words.reason}</label>
          <input className="input" id="undo-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      )}
      <Answered asked={asked} opening={words.opening} empty={lines.length === 0 && words.none}>
        {() => (
          <ScrollBox className="panel" label={words.title}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="vh">{words.pick}</span>
                  </th>
                  {words.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Row
                    key={keyOf(line)}
                    line={line}
                    timezone={timezone}
                    chosen={chosen.has(keyOf(line))}
                    busy={busy}
                    onChoose={(on) => pick(keyOf(line), on)}
                    onUndo={() => void undo([line])}
                  />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Answered>
    </ScreenFrame>
  );
}

type RowProps = { line: MyLine; timezone: string; chosen: boolean; busy: boolean; onChoose: (on: boolean) => void; onUndo: () => void };

function Row({ line, timezone, chosen, busy, onChoose, onUndo }: RowProps) {
  const state = stateOfChange(line);
  const where = changeWords.place(line.groupName, line.subject, line.day);
  const stands = state === "stands";
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={words.choose(`${where}, ${whatOf(line)}`)}
          checked={chosen && stands}
          disabled={!stands}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <td className="nw">{timeIn(timezone, new Date(line.at))}</td>
      <td>
        <a href={`/journal/${line.pageId}${line.lessonId === null ? "" : `?lesson=${line.lessonId}`}`}>{where}</a>
      </td>
      <td>{whatOf(line)}</td>
      <td>
        <ChangeValue line={line} side="before" />
      </td>
      <td>
        <ChangeValue line={line} side="after" />
      </td>
      <td>
        {stands && (
          <button className="btn small" type="button" disabled={busy} aria-label={`${words.undo}: ${where}, ${whatOf(line)}`} onClick={onUndo}>
            {words.undo}
          </button>
        )}
        {state === "changed" && <span className="soft">{line.pupil === null ? words.lessonChanged : words.changed(valueRu(line.act, line.standing))}</span>}
        {state === "other" && <span className="soft">{words.other}</span>}
      </td>
    </tr>
  );
}
