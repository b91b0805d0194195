import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { byChapter } from "../../../regulation/rules/words/titles.ru.ts";
import { regulationRoute } from "../../contract/regulation/regulation.ts";
import { DraftPanel } from "./DraftPanel.tsx";
import { Editions } from "./Editions.tsx";
import { NormCard } from "./NormCard.tsx";
import { NormLines, chapterId } from "./NormLines.tsx";
import { keyOf, useDraft } from "./draft.ts";
import type { Regulation } from "./draft.ts";
import { regulationWords as words } from "./regulation-words.ru.ts";
import "./regulation.css";

type Props = { title: string; day: string | undefined; onShow: (day: string | undefined) => void };

/** The whole regulation in plain Russian with its editions; the director changes it by a new one and sees beforehand what it changes. */
export function RegulationScreen({ title, day, onShow }: Props) {
  const asked = useQuery({
    queryKey: ["control", "regulation", day ?? ""],
    queryFn: () => call(regulationRoute, { query: day === undefined ? {} : { day } }),
    placeholderData: keepPreviousData,
  });
  const { data } = asked;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page regulation" id="main">
      {(!data || asked.error) && <Unanswered asked={asked} opening={words.waiting} />}
      {data && <Paper regulation={data} onShow={(next) => onShow(next === data.today ? undefined : next)} />}
    </main>
  );
}

function Paper({ regulation, onShow }: { regulation: Regulation; onShow: (day: string) => void }) {
  const { school, day, today, editions, norms, mayChange } = regulation;
  const [open, setOpen] = useState<string | null>(null);
  const [sought, setSought] = useState("");
  const [done, setDone] = useState<string | null>(null);
  const { draft, put, drop, clear } = useDraft();
  const search = useId();
  const chosen = norms.find((norm) => keyOf(norm) === open);
  const standing = editions.findLast(({ startsOn }) => startsOn <= day) ?? editions[0];
  // what is past or to come is read; changes are made to what stands today
  const changes = mayChange && day === today;
  return (
    <div className="cols">
      <Editions editions={editions} day={day} today={today} mayChange={mayChange} onShow={onShow}>
        <ul className="chapters" aria-label={words.chapters}>
          {byChapter(norms).map((chapter) => (
            <li key={chapter.title}>
              <a href={`#${chapterId(chapter.title)}`}>{chapter.title}</a>
            </li>
          ))}
        </ul>
      </Editions>
      <article className="doc">
        <header>
          <h1>{words.heading}</h1>
          <p className="soft">
            {standing ? words.school(school, standing.document) : school}. {words.ofDay(day)}.
          </p>
          <div className="bar">
            <label className="vh" htmlFor={search}>
              {words.search}
            </label>
            <input className="input" id={search} type="search" placeholder={words.search} value={sought} onChange={(event) => setSought(event.target.value)} />
            <button className="btn" type="button" onClick={() => window.print()}>
              <Icon name="print" />
              {words.print}
            </button>
          </div>
        </header>
        <NormLines norms={norms} document={standing?.document ?? ""} draft={draft} open={open} sought={sought} onOpen={setOpen} />
      </article>
      <aside className="side">
        {done !== null && (
          <p className="note t-ok" role="status">
            {words.draft.done(done)}
          </p>
        )}
        {chosen ? (
          <NormCard
            key={keyOf(chosen)}
            norm={chosen}
            change={draft.get(keyOf(chosen))}
            mayChange={changes}
            onPut={(change) => {
              setDone(null);
              put(keyOf(chosen), change);
            }}
            onDrop={() => drop(keyOf(chosen))}
          />
        ) : (
          <p className="soft hintline">{changes ? words.card.noneChange : words.card.none}</p>
        )}
        <DraftPanel
          draft={draft}
          regulation={regulation}
          onDrop={drop}
          onDone={(startsOn) => {
            clear();
            setDone(startsOn);
          }}
        />
      </aside>
    </div>
  );
}
