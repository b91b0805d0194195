import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { timeIn } from "../../../foundation/day.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { pairedRetakes } from "../../rules/paired-retakes.ts";
import { storeOf } from "../grid/grid-store.ts";
import type { GridStore } from "../grid/grid-store.ts";
import type { Place } from "../grid/grid-state.ts";
import { JournalGrid } from "../grid/JournalGrid.tsx";
import type { Page } from "../grid/page-model.ts";
import type { Sight } from "../grid/sight.ts";
import { useGrid, useNow } from "../grid/use-grid.ts";
import { askPage } from "../offline/pages.ts";
import { OfflineBar } from "../page/OfflineBar.tsx";
import { StatusLine } from "../page/StatusLine.tsx";
import { Telling } from "../page/Telling.tsx";
import { CellWindow } from "../window/CellWindow.tsx";
import { journalWords } from "../words.ru.ts";
import { PeriodsDialog, PeriodsPanel } from "./PeriodsPanel.tsx";
import { periodWords as words } from "./period-words.ru.ts";
import "../journal.css";
import "./periods.css";

/** How often a page that is shown from its copy is asked for, ms. */
const AGAIN = 10_000;

/** The page without its lessons: terms, year, examination and final mark side by side, with the marks of the terms behind the offers. */
function withoutLessons(page: Page): Page {
  const lessonOf = new Map(page.lessons.map((lesson) => [lesson.lessonId, lesson]));
  const weightOf = new Map(page.workTypes.map((one) => [one.workType, one.weight]));
  const byPupil = Map.groupBy(
    page.marks.flatMap((one) => {
      const lesson = lessonOf.get(one.lesson);
      if (!lesson || one.mark === null) return [];
      const weight = weightOf.get(one.workType ?? lesson.workType ?? page.usualWork ?? -1) ?? 1;
      return [{ pupil: one.pupil, term: lesson.term, lesson: one.lesson, work: one.work, token: one.mark, weight }];
    }),
    (one) => one.pupil,
  );
  const marksOfTerms = [...byPupil.values()].flatMap((marks) => pairedRetakes(marks));
  return { ...page, term: null, lessons: [], absences: [], marks: [], marksOfTerms };
}

/** The results of a page: pupils by terms, year, examination and final mark, entered by keys as in the journal. */
export function PeriodsScreen({ pageId, timezone }: { pageId: number; timezone: string }) {
  const page = useQuery({
    queryKey: ["journal", "page", pageId, 0],
    queryFn: () => askPage(pageId, 0, timezone),
    // a copy is asked anew until the server answers
    refetchInterval: (query) => (query.state.data?.asOf === null ? false : AGAIN),
  });
  const answer = page.data?.answer;
  const shown = useMemo(() => (answer ? withoutLessons(answer) : null), [answer]);
  if (shown) return <Loaded page={shown} asOf={page.data?.asOf ?? null} timezone={timezone} />;
  return (
    <main className="page" id="main">
      <Unanswered asked={page} opening={journalWords.pages.opening} />
    </main>
  );
}

function Loaded({ page, asOf, timezone }: { page: Page; asOf: number | null; timezone: string }) {
  const store = storeOf(page);
  useEffect(() => store.refresh(page), [store, page]);
  useEffect(() => {
    document.title = words.title(`${page.page.groupName}, ${page.page.subject}`);
  }, [page.page.groupName, page.page.subject]);
  return <Results store={store} asOf={asOf} timezone={timezone} />;
}

function Results({ store, asOf, timezone }: { store: GridStore; asOf: number | null; timezone: string }) {
  const clock = timeIn(timezone, useNow());
  const sight = useRef<Sight | null>(null);
  const [open, setOpen] = useState<{ at: Place | null; seen: number }>({ at: null, seen: 0 });
  const state = useGrid(store);
  const { told, focus, model } = state;
  const { page } = model;
  const quarrel = told?.what.is === "conflict" && told.n !== open.seen;
  const cell = open.at === focus || quarrel ? focus : null;
  const onSight = useCallback((given: Sight | null) => {
    sight.current = given;
  }, []);
  const [about, setAbout] = useState(false);
  const openCell = () => setOpen((was) => ({ ...was, at: store.get().focus }));
  const closeCell = useCallback(() => {
    setOpen({ at: null, seen: store.get().told?.n ?? 0 });
    sight.current?.show(store.get(), { focus: true, scroll: true });
  }, [store]);
  return (
    <main className="work results" id="main">
      <div className="topbar">
        <h1>{words.page.heading(page.page.groupName, page.page.subject)}</h1>
        <span className="grow" />
        {page.mayWrite && (
          <button className="btn quiet opt" type="button" aria-disabled={state.undo.length === 0} onClick={() => store.does({ do: "undo" })}>
            <Icon name="undo" /> {journalWords.bar.undo}
          </button>
        )}
        <button className="btn icon about" type="button" aria-label={words.page.terms} title={words.page.terms} onClick={() => setAbout(true)}>
          <Icon name="total" />
        </button>
        <Link className="btn" to="/journal/$pageId" params={{ pageId: String(page.page.pageId) }}>
          {words.page.toLessons}
        </Link>
      </div>
      <OfflineBar store={store} asOf={asOf} timezone={timezone} />
      <div className="mid">
        <JournalGrid
          store={store}
          clock={clock}
          onSight={onSight}
          onOpenCell={openCell}
          onOpenColumn={() => undefined}
          onTouchCell={openCell}
          onAsk={() => undefined}
        />
        <PeriodsPanel state={state} />
      </div>
      <StatusLine store={store} timezone={timezone} />
      <Telling store={store} />
      {about && <PeriodsDialog state={state} onClose={() => setAbout(false)} />}
      {cell && <CellWindow store={store} place={cell} sight={sight} timezone={timezone} onClose={closeCell} />}
    </main>
  );
}
