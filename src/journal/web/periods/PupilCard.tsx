import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { pupilRecordRoute, setBroughtMarkRoute } from "../../contract/periods/pupil-record.ts";
import { journalWords } from "../words.ru.ts";
import { periodWords as words } from "./period-words.ru.ts";
import "../journal.css";
import "./periods.css";

type Card = Output<typeof pupilRecordRoute>;
type RecordPage = Card["pages"][number];

/** The pupil's card: every mark of every subject and year that the journal keeps. */
export function PupilCard({ pupilId }: { pupilId: number }) {
  const card = useQuery({ queryKey: ["journal", "pupil", pupilId], queryFn: () => call(pupilRecordRoute, { params: { pupilId } }) });
  const name = card.data?.pupil.name;
  useEffect(() => {
    if (name !== undefined) document.title = words.card.title(name);
  }, [name]);
  if (!card.data) {
    return (
      <main className="page" id="main">
        <Unanswered asked={card} opening={words.card.opening} />
      </main>
    );
  }
  const { data } = card;
  const years = [...new Set(data.pages.map((page) => page.year))];
  return (
    <main className="page" id="main">
      <div className="pagehead">
        <h1>{data.pupil.name}</h1>
        {data.pupil.className !== null && <span className="soft">{data.pupil.className}</span>}
      </div>
      {years.length === 0 && <p className="soft">{words.card.noMarks}</p>}
      {years.map((year) => (
        <Year key={year} data={data} pages={data.pages.filter((page) => page.year === year)} year={year} />
      ))}
    </main>
  );
}

function Year({ data, pages, year }: { data: Card; pages: readonly RecordPage[]; year: number }) {
  const periods = [...new Set(pages.flatMap((page) => page.periods.map(({ term }) => term)))].sort((a, b) => a - b);
  const kindOf = (term: number) => pages.flatMap((page) => page.terms).find((one) => one.term === term)?.kind ?? KINDS[term] ?? "conduct";
  return (
    <section className="panel">
      <header>
        <h2>{words.card.year(year)}</h2>
      </header>
      <ScrollBox label={words.card.year(year)}>
        <table className="table sheet-table">
          <thead>
            <tr>
              <th scope="col">{journalWords.myDay.columns[2]}</th>
              {periods.map((term) => (
                <th key={term} scope="col" className="m">
                  <abbr title={journalWords.term.full(term, kindOf(term))}>{journalWords.term.head(term, kindOf(term)).join(" ")}</abbr>
                </th>
              ))}
              <th scope="col">{words.card.allMarks}</th>
            </tr>
          </thead>
          <tbody>
            {pages.map((page) => (
              <Subject key={page.pageId} data={data} page={page} periods={periods} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

const KINDS: Record<number, string> = { 20: "year", 21: "exam", 22: "final" };

function Subject({ data, page, periods }: { data: Card; page: RecordPage; periods: readonly number[] }) {
  const [bringing, setBringing] = useState(false);
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ["journal", "pupil", data.pupil.pupilId] });
  const change = async (one: RecordPage["brought"][number], part: { mark?: null; counts?: boolean }) => {
    const { no, day, weight, source, counts, mark, version } = one;
    await call(setBroughtMarkRoute, {
      params: { pageId: page.pageId, pupilId: data.pupil.pupilId, no },
      body: { day, weight, source, counts, mark, expectedVersion: version, ...part },
    }).catch(() => undefined);
    await again();
  };
  const putOf = new Map(page.periods.map(({ term, mark }) => [term, mark]));
  return (
    <tr>
      <th scope="row">
        {page.subject}
        <div className="small soft">{page.groupName}</div>
      </th>
      {periods.map((term) => (
        <td key={term} className="m">
          {putOf.get(term) ?? ""}
        </td>
      ))}
      <td>
        <details>
          <summary>
            {words.card.marks(page.marks.length)}
            {page.missed > 0 && `, ${words.card.missed(page.missed)}`}
          </summary>
          <ul className="card-marks">
            {page.marks.map((one, at) => (
              <li key={at} title={[one.work + words.card.weight(one.weight), one.topic].filter(Boolean).join(". ")}>
                <b className={one.mark === "2" ? "low" : undefined}>{one.mark}</b> <small>{journalWords.dayShort(one.day)}</small>
              </li>
            ))}
          </ul>
        </details>
        {page.brought.length > 0 && (
          <ul className="card-marks">
            {page.brought.map((one) => (
              <li key={one.no}>
                <b>{one.mark}</b>{" "}
                <small>
                  {journalWords.dayShort(one.day)}, {one.source}, {one.counts ? words.card.counted : words.card.uncounted}
                </small>{" "}
                {page.mayBring && (
                  <>
                    <button className="btn quiet small" type="button" onClick={() => void change(one, { counts: !one.counts })}>
                      {words.card.change(one.counts)}
                    </button>
                    <button className="btn quiet small" type="button" onClick={() => void change(one, { mark: null })}>
                      {words.card.take(one.mark)}
                    </button>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        {page.mayBring && (
          <button className="btn quiet small" type="button" aria-label={`${words.card.bring}: ${page.subject}`} onClick={() => setBringing(true)}>
            {words.card.bring}
          </button>
        )}
        {bringing && <BringDialog data={data} page={page} onSaved={again} onClose={() => setBringing(false)} />}
      </td>
    </tr>
  );
}

type BringProps = { data: Card; page: RecordPage; onSaved: () => Promise<unknown>; onClose: () => void };

/** A mark from another school: where it comes from, and whether it counts here. */
function BringDialog({ data, page, onSaved, onClose }: BringProps) {
  const [day, setDay] = useState(data.today);
  const [mark, setMark] = useState(data.currentScale[0] ?? "");
  const [source, setSource] = useState("");
  const [counts, setCounts] = useState(true);
  const save = async () => {
    const params = { pageId: page.pageId, pupilId: data.pupil.pupilId, no: 0 };
    await call(setBroughtMarkRoute, { params, body: { day, mark, weight: 1, counts, source, expectedVersion: 0 } });
    await onSaved();
  };
  return (
    <FormDialog title={words.bring.heading(page.subject)} submit={words.bring.save} cancel={words.bring.cancel} onSubmit={save} onClose={onClose}>
      <Field label={words.bring.source}>
        {(field) => <input className="input" {...field} maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />}
      </Field>
      <div className="two">
        <Field label={words.bring.day}>
          {(field) => <input className="input" {...field} type="date" max={data.today} value={day} onChange={(event) => setDay(event.target.value)} />}
        </Field>
        <Field label={words.bring.mark}>
          {(field) => (
            <select className="input" {...field} value={mark} onChange={(event) => setMark(event.target.value)}>
              {data.currentScale.map((token) => (
                <option key={token}>{token}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <label className="check">
        <input type="checkbox" checked={counts} onChange={(event) => setCounts(event.target.checked)} /> {words.bring.counts}
      </label>
    </FormDialog>
  );
}
