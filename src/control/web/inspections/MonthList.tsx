import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { SubmitEvent } from "react";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { makeInspectionRoute } from "../../contract/inspections/inspections.ts";
import { Entries } from "./Entries.tsx";
import { PagesTable } from "./PagesTable.tsx";
import { TermsPanel } from "./TermsPanel.tsx";
import { Told } from "./Told.tsx";
import { inspectionWords as words } from "./inspection-words.ru.ts";
import { useDeed, useInspectionList } from "./use-inspections.ts";

type Props = { day: string; today: string; office: "deputy" | "director" | null; onDay: (day: string) => void };

/** The pages of a month with what is checked, a form that writes a check of the chosen ones, and the entries. */
export function MonthList({ day, today, office, onDay }: Props) {
  const month = day.slice(0, 7);
  const { data, error } = useInspectionList(month);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [findings, setFindings] = useState("");
  const { busy, told, run } = useDeed();
  const id = useId();
  if (error) return <p className="err">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={words.opening} />;
  const left = data.pages.filter((page) => page.checkedOn === null);
  const pick = (pageId: number, on: boolean) => setChosen((was) => new Set(on ? [...was, pageId] : [...was].filter((one) => one !== pageId)));
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { kind: office ?? "deputy", from: data.from, to: data.to, pageIds: [...chosen], findings };
    if (await run(() => call(makeInspectionRoute, { body }), words.made)) {
      setChosen(new Set());
      setFindings("");
    }
  };
  const turn = (next: LocalDate) => {
    setChosen(new Set());
    onDay(next);
  };
  return (
    <>
      <div className="in-bar">
        <button className="btn quiet icon" type="button" aria-label={words.before} onClick={() => turn(plusDays(data.from as LocalDate, -1))}>
          <Icon name="left" />
        </button>
        <h2>{words.month(data.from)}</h2>
        <button
          className="btn quiet icon"
          type="button"
          aria-label={words.after}
          disabled={data.to >= today}
          onClick={() => turn(plusDays(data.to as LocalDate, 1))}
        >
          <Icon name="right" />
        </button>
        <span className="soft">{words.grades(data.grades)}</span>
        <span className="grow" />
        {data.pages.length > 0 && <span className="soft">{words.left(left.length, data.pages.length)}</span>}
        {data.due.overdue && (
          <span className="badge t-missing">
            <Icon name="bad" />
            {words.overdue}
          </span>
        )}
      </div>
      <div className="in-cols">
        <div>
          {data.pages.length === 0 ? (
            <p className="empty">{words.none}</p>
          ) : (
            <PagesTable pages={data.pages} chosen={chosen} mayPick={office !== null} onPick={pick} />
          )}
        </div>
        <aside>
          {office !== null && data.pages.length > 0 && (
            <form className="in-form" onSubmit={(event) => void make(event)}>
              <button className="btn small" type="button" onClick={() => setChosen(new Set(chosen.size > 0 ? [] : left.map((page) => page.pageId)))}>
                {chosen.size > 0 ? words.pickNone : words.pickAll}
              </button>
              <div className="field">
                <label htmlFor={id}>{words.findings}</label>
                <textarea className="input" id={id} rows={2} maxLength={4000} value={findings} onChange={(event) => setFindings(event.target.value)} />
                <span className="hint">{words.findingsHint}</span>
              </div>
              <button className="btn primary" type="submit" disabled={busy || chosen.size === 0}>
                {words.make(chosen.size)}
              </button>
              <Told told={told} />
            </form>
          )}
          <TermsPanel terms={data.terms} />
          <Entries inspections={data.inspections} />
          <p>
            <Link to="/remarks">{words.toRemarks}</Link>
          </p>
        </aside>
      </div>
    </>
  );
}
