import { numberRu } from "../../../foundation/count.ru.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { pageSectionsRoute, setPageSectionRoute } from "../../contract/print/page-sections.ts";
import type { Page } from "../grid/page-model.ts";
import { journalWords } from "../words.ru.ts";
import { printWords } from "./print-words.ru.ts";

const words = printWords.sections;
type Sections = Output<typeof pageSectionsRoute>;

/** The sections of the journal of an extended-day group: regime, leaders, pupils, health, and the hours worked with their content. */
export function GroupSections({ page }: { page: Page }) {
  const { pageId } = page.page;
  const found = useQuery({ queryKey: ["journal", "sections", pageId], queryFn: () => call(pageSectionsRoute, { params: { pageId } }) });
  if (found.error) return <p role="alert">{sentenceOfError(found.error)}</p>;
  if (!found.data) return null;
  const sections = found.data;
  const held = page.lessons.filter((l) => !l.cancelled && l.day <= page.today);
  const terms = page.terms.filter((t) => page.term === null || t.term === page.term);
  const nameOf = (personId: number) => page.staff.find((one) => one.personId === personId)?.name ?? "";
  const of = { sections, pageId };
  return (
    <>
      <section className="paper">
        <h2>{words.regime}</h2>
        {terms.map((t) => (
          <Written key={t.term} {...of} section="regime" about={t.term} label={words.regimeOf(journalWords.term.full(t.term, t.kind))} rows={4} shown />
        ))}
      </section>
      <section className="paper">
        <h2>{words.leaders}</h2>
        <table>
          <tbody>
            {sections.leaders.map((l) => (
              <tr key={`${l.name} ${l.what}`}>
                <th scope="row">{l.name}</th>
                <td>{l.what}</td>
                <td>{words.since(l.from)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="paper">
        <h2>{words.pupils}</h2>
        <table>
          <tbody>
            {page.pupils.map((p, i) => (
              <tr key={p.pupilId}>
                <td>{i + 1}</td>
                <th scope="row">{p.name}</th>
                <td>{p.className}</td>
                <td>{p.spans.map((s) => [printWords.day(s.from), s.order].filter(Boolean).join(", ")).join("; ")}</td>
                <td>{p.spans.map((s) => (s.to === null ? "" : [printWords.day(s.to), s.leftOrder].filter(Boolean).join(", "))).join("; ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="paper">
        <h2>{words.health}</h2>
        {page.pupils.map((p) => (
          <Written key={p.pupilId} {...of} section="health" about={p.pupilId} label={words.healthOf(p.name)} name={p.name} rows={1} />
        ))}
      </section>
      <section className="paper">
        <h2>{words.work}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{printWords.date}</th>
              <th scope="col">{words.hours}</th>
              <th scope="col">{printWords.content}</th>
              <th scope="col">{printWords.teacher}</th>
              <th scope="col">{printWords.signature}</th>
            </tr>
          </thead>
          <tbody>
            {held.map((l) => (
              <tr key={l.lessonId}>
                <td className="nw">{printWords.day(l.day)}</td>
                <td>{numberRu(sections.hoursOfDay)}</td>
                <td>{l.topic}</td>
                <td className="nw">{nameOf(l.substituteId ?? l.teacherId)}</td>
                <td className="sign">{"\u00a0"}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.total}</th>
              <td>{numberRu(Math.round(held.length * sections.hoursOfDay * 100) / 100)}</td>
              <td colSpan={3}>{"\u00a0"}</td>
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}

type WrittenProps = {
  sections: Sections;
  pageId: number;
  section: "regime" | "health";
  about: number;
  label: string;
  name?: string;
  rows: number;
  shown?: boolean;
};

/** A text of a section: on paper as it stands, on the screen a field for who writes on the page. */
function Written({ sections, pageId, section, about, label, name, rows, shown = false }: WrittenProps) {
  const client = useQueryClient();
  const standing = sections.sections.find((one) => one.section === section && one.about === about) ?? { text: "", version: 0 };
  const [text, setText] = useState<string | null>(null);
  const [told, setTold] = useState<{ text: string; isNo: boolean } | null>(null);
  const save = async () => {
    try {
      await call(setPageSectionRoute, { params: { pageId, section, about }, body: { text: text ?? "", expectedVersion: standing.version } });
      setTold({ text: words.saved, isNo: false });
      await client.invalidateQueries({ queryKey: ["journal", "sections", pageId] });
      setText(null);
    } catch (error) {
      setTold({ text: sentenceOfError(error), isNo: true });
    }
  };
  return (
    <div className="written">
      {(name ?? shown) && <b>{name ?? label}</b>}
      {sections.mayWrite && (
        <form
          className="noprint"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <textarea
            className="input"
            aria-label={label}
            rows={rows}
            maxLength={4000}
            value={text ?? standing.text}
            onChange={(event) => setText(event.target.value)}
          />
          {text !== null && text.trim() !== standing.text && (
            <button className="btn small" type="submit">
              {words.save}
            </button>
          )}
          <span role={told?.isNo ? "alert" : "status"} className={told?.isNo ? "err" : "small soft"}>
            {told?.text}
          </span>
        </form>
      )}
      <p className={sections.mayWrite ? "print-only" : undefined}>{standing.text || words.notWritten}</p>
    </div>
  );
}
