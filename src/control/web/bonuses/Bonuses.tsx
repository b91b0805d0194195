import { useId, useState } from "react";
import type { SubmitEvent } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { submitBonusesRoute } from "../../contract/bonuses.ts";
import { Told } from "../inspections/Told.tsx";
import { useDeed } from "../inspections/use-inspections.ts";
import { CriteriaForm } from "./CriteriaForm.tsx";
import { RankingTable } from "./RankingTable.tsx";
import { Submissions } from "./Submissions.tsx";
import { bonusWords as words } from "./bonus-words.ru.ts";
import { useRanking } from "./use-bonuses.ts";
import "./bonuses.css";

type Props = { today: string; office: "deputy" | "director" | null };

/** The ranking of a period with its metrics, the proposals of the deputy and the decisions of the director (004 §4.3.3, 4.8.4). */
export function Bonuses({ today, office }: Props) {
  const [from, setFrom] = useState(`${today.slice(0, 7)}-01`);
  const [to, setTo] = useState(today);
  const { data, error } = useRanking(from, to);
  const [reasons, setReasons] = useState<ReadonlyMap<number, string>>(new Map());
  const [text, setText] = useState("");
  const { busy, told, run } = useDeed();
  const id = useId();
  const propose = (teacherId: number, reason: string | null) => {
    const next = new Map(reasons);
    if (reason === null) next.delete(teacherId);
    else next.set(teacherId, reason);
    setReasons(next);
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const lines = [...reasons].map(([teacherId, reason]) => ({ teacherId, reason }));
    if (await run(() => call(submitBonusesRoute, { body: { from, to, text, lines } }), words.sent)) {
      setReasons(new Map());
      setText("");
    }
  };
  return (
    <>
      <div className="in-bar noprint">
        <h2>{words.ranking}</h2>
        <label className="bo-day">
          {words.from} <input className="input" type="date" value={from} onChange={(event) => event.target.value !== "" && setFrom(event.target.value)} />
        </label>
        <label className="bo-day">
          {words.to} <input className="input" type="date" value={to} onChange={(event) => event.target.value !== "" && setTo(event.target.value)} />
        </label>
      </div>
      {error && (
        <p className="err" role="alert">
          {sentenceOfError(error)}
        </p>
      )}
      {!data && !error && <Waiting text={words.opening} />}
      {data && (
        <>
          <p className="soft noprint">{data.criteria.edition === 0 ? words.noCriteria : words.byCriteria}</p>
          {data.rows.length === 0 ? (
            <p className="empty">{words.none}</p>
          ) : (
            <RankingTable rows={data.rows} reasons={reasons} maySend={office === "deputy"} onPropose={propose} />
          )}
          {office === "deputy" && data.rows.length > 0 && (
            <form className="in-form noprint" onSubmit={(event) => void send(event)}>
              <div className="field">
                <label htmlFor={id}>{words.text}</label>
                <textarea className="input" id={id} rows={2} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
              </div>
              <button className="btn primary" type="submit" disabled={busy || reasons.size === 0}>
                {words.send(reasons.size)}
              </button>
              <Told told={told} />
            </form>
          )}
          {office === "director" && <CriteriaForm key={data.criteria.edition} criteria={data.criteria} />}
        </>
      )}
      <Submissions today={today} mayDecide={office === "director"} />
    </>
  );
}
