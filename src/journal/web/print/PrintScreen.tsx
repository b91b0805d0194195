import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { journalPageRoute } from "../../contract/journal-page.ts";
import type { Page } from "../grid/page-model.ts";
import { journalWords } from "../words.ru.ts";
import { GroupSections } from "./GroupSections.tsx";
import { cellsOf, sheetsOf } from "./printed-page.ts";
import { printWords as words } from "./print-words.ru.ts";
import "./print.css";

/** A page of the journal on paper: pupils with marks and presence, and what was taught, with every field that the paper journal had (002 П2 §1.9). */
export function PrintScreen({ pageId, term, school }: { pageId: number; term: number; school: string }) {
  const found = useQuery({ queryKey: ["journal", "print", pageId, term], queryFn: () => call(journalPageRoute, { params: { pageId }, query: { term } }) });
  const page = found.data;
  useEffect(() => {
    if (page) document.title = words.title(journalWords.page.name(page.page.groupName, page.page.subject));
  }, [page]);
  return (
    <main className="page print-page" id="main">
      <p className="noprint deeds">
        <Link className="btn quiet" to="/journal/$pageId" params={{ pageId: String(pageId) }}>
          <Icon name="left" /> {words.back}
        </Link>
        <button className="btn primary" type="button" disabled={!page} onClick={() => print()}>
          <Icon name="print" /> {words.print}
        </button>
      </p>
      {found.error ? <p role="alert">{sentenceOfError(found.error)}</p> : page ? <Paper page={page} school={school} /> : <Waiting text={words.opening} />}
    </main>
  );
}

function Paper({ page, school }: { page: Page; school: string }) {
  const name = (personId: number) => page.staff.find((one) => one.personId === personId)?.name ?? "";
  const leaders = page.page.teacherIds.map(name).filter(Boolean).join(", ");
  const isGroup = page.kind === "extended_day";
  const term = page.terms.find((one) => one.term === page.term);
  return (
    <>
      <header className="paper-head">
        <p>{school}</p>
        <h1>{journalWords.page.name(page.page.groupName, page.page.subject)}</h1>
        <p>
          {words.year(page.page.year)}
          {term && `, ${journalWords.term.full(term.term, term.kind)}`}. {isGroup ? words.leaders(leaders) : words.teachers(leaders)}
        </p>
      </header>
      {isGroup && <GroupSections page={page} />}
      <Grid page={page} />
      {!isGroup && <Taught page={page} nameOf={name} />}
    </>
  );
}

function Grid({ page }: { page: Page }) {
  const cell = cellsOf(page);
  const lessons = page.lessons.filter((l) => !l.cancelled && l.day <= page.today);
  const sheets = sheetsOf(lessons);
  const terms = page.uses.marks ? page.terms.filter((t) => page.term === null || t.term === page.term) : [];
  const termMark = (pupil: number, term: number) => page.termMarks.find((m) => m.pupil === pupil && m.term === term)?.mark ?? "";
  return (
    <>
      {sheets.map((sheet, n) => (
        <ScrollBox
          className="paper"
          label={`${page.uses.marks ? words.marksHead : words.attendanceHead} ${words.part(n + 1, sheets.length)}`}
          key={sheet[0]?.lessonId ?? n}
        >
          <h2>
            {page.uses.marks ? words.marksHead : words.attendanceHead} <small>{words.part(n + 1, sheets.length)}</small>
          </h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.no}</th>
                <th scope="col">{words.pupil}</th>
                {sheet.map((l) => (
                  <th scope="col" key={l.lessonId} className="day">
                    {journalWords.dayDots(l.day)}
                  </th>
                ))}
                {n === sheets.length - 1 &&
                  terms.map((t) => (
                    <th scope="col" key={t.term} className="day">
                      {journalWords.term.roman(t.term)}
                    </th>
                  ))}
              </tr>
            </thead>
            <tbody>
              {page.pupils.map((p, i) => (
                <tr key={p.pupilId}>
                  <td>{i + 1}</td>
                  <th scope="row">{p.name}</th>
                  {sheet.map((l) => (
                    <td key={l.lessonId} className="day">
                      {cell(p.pupilId, l.lessonId)}
                    </td>
                  ))}
                  {n === sheets.length - 1 &&
                    terms.map((t) => (
                      <td key={t.term} className="day">
                        <b>{termMark(p.pupilId, t.term)}</b>
                      </td>
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ))}
    </>
  );
}

function Taught({ page, nameOf }: { page: Page; nameOf: (personId: number) => string }) {
  return (
    <ScrollBox className="paper" label={words.lessonsHead}>
      <h2>{words.lessonsHead}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.topic}</th>
            {page.uses.homework && <th scope="col">{words.homework}</th>}
            <th scope="col">{words.teacher}</th>
            <th scope="col">{words.signature}</th>
          </tr>
        </thead>
        <tbody>
          {page.lessons
            .filter((l) => l.day <= page.today)
            .map((l) => (
              <tr key={l.lessonId}>
                <td className="nw">{words.day(l.day)}</td>
                <td>{l.cancelled ? words.cancelled : l.topic}</td>
                {page.uses.homework && <td>{l.homework}</td>}
                <td className="nw">{nameOf(l.substituteId ?? l.teacherId)}</td>
                <td className="sign">{"\u00a0"}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
