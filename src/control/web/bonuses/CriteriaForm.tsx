import { useId, useState } from "react";
import type { SubmitEvent } from "react";
import { call } from "../../../foundation/http-client.ts";
import { setCriteriaRoute } from "../../contract/bonuses.ts";
import { CRITERIA } from "../../rules/bonuses/ranking.ts";
import { Told } from "../inspections/Told.tsx";
import { useDeed } from "../inspections/use-inspections.ts";
import { bonusWords as words } from "./bonus-words.ru.ts";
import type { Ranking } from "./use-bonuses.ts";

const MOST = 100;

/** The director names what weighs how much (002 П6 18). */
export function CriteriaForm({ criteria }: { criteria: Ranking["criteria"] }) {
  const [weights, setWeights] = useState(criteria.weights);
  const [text, setText] = useState(criteria.text);
  const { busy, told, run } = useDeed();
  const id = useId();
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void run(() => call(setCriteriaRoute, { body: { weights, text, expectedEdition: criteria.edition } }), words.savedCriteria);
  };
  return (
    <form className="panel bo-criteria noprint" aria-labelledby={`${id}h`} onSubmit={save}>
      <header>
        <h2 id={`${id}h`}>{words.criteria}</h2>
      </header>
      <div className="in">
        {CRITERIA.map((code) => (
          <label className="bo-weight" key={code}>
            <input
              className="input"
              type="number"
              min={0}
              max={MOST}
              value={weights[code]}
              onChange={(event) => setWeights({ ...weights, [code]: Math.max(0, Math.min(MOST, Math.round(Number(event.target.value)))) })}
            />{" "}
            {words.criterion(code)}
          </label>
        ))}
        <div className="field">
          <label htmlFor={`${id}t`}>{words.criteriaText}</label>
          <input className="input" id={`${id}t`} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <button className="btn" type="submit" disabled={busy}>
          {words.saveCriteria}
        </button>
        <Told told={told} />
      </div>
    </form>
  );
}
