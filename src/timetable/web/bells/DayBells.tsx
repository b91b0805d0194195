import { useId, useState } from "react";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { bellsWords as words } from "./bells-words.ru.ts";
import { chooseBells, useBellsChange } from "./use-bells.ts";
import type { BellsData } from "./use-bells.ts";

/** Days to come that ring by another variant, and the choice of one. */
export function DayBells({ data }: { data: BellsData }) {
  const [dayField, bellsField] = [useId(), useId()];
  const [day, setDay] = useState<string>(data.today);
  const others = data.bells.filter((b) => !b.isUsual);
  const [variant, setVariant] = useState<number | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const apply = useBellsChange();
  const chosen = others.find((b) => b.bellScheduleId === variant) ?? others[0];
  const nameOf = (id: number) => data.bells.find((b) => b.bellScheduleId === id)?.name ?? "";

  const choose = async (on: string, bellScheduleId: number | null) => {
    setWrong(null);
    setTold("");
    try {
      await apply(() => chooseBells(on, bellScheduleId));
      setTold(bellScheduleId === null ? words.day.back(on) : words.day.done(on, nameOf(bellScheduleId)));
    } catch (error) {
      setWrong(sentenceOfError(error));
    }
  };

  return (
    <section className="panel">
      <header>
        <h2>{words.day.heading}</h2>
      </header>
      <div className="in daybells">
        <p className="soft">{words.day.text}</p>
        {data.mayEdit && chosen === undefined && <p className="soft">{words.day.noVariants}</p>}
        {data.mayEdit && chosen !== undefined && (
          <>
            <div className="field">
              <label htmlFor={dayField}>{words.day.day}</label>
              <input
                id={dayField}
                className="input"
                type="date"
                min={data.today}
                value={day}
                onChange={(event) => event.target.value !== "" && setDay(event.target.value)}
              />
            </div>
            <div className="field">
              <label htmlFor={bellsField}>{words.day.bells}</label>
              <select id={bellsField} className="input" value={chosen.bellScheduleId} onChange={(event) => setVariant(Number(event.target.value))}>
                {others.map((b) => (
                  <option key={b.bellScheduleId} value={b.bellScheduleId}>
                    {b.name}
                  </option>
                ))}
              </select>
            </div>
            <button className="btn primary" type="button" onClick={() => void choose(day, chosen.bellScheduleId)}>
              {words.day.choose}
            </button>
          </>
        )}
        {wrong !== null && (
          <p className="err" role="alert">
            {wrong}
          </p>
        )}
        <p className="told" role="status">
          {told}
        </p>
        {data.days.length === 0 && <p className="soft">{words.day.none}</p>}
        <ul className="days">
          {data.days.map((d) => (
            <li key={d.day}>
              <span>{words.day.line(d.day, nameOf(d.bellScheduleId))}</span>
              {data.mayEdit && (
                <button className="btn small" type="button" aria-label={words.day.takeBackFor(d.day)} onClick={() => void choose(d.day, null)}>
                  {words.day.takeBack}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
