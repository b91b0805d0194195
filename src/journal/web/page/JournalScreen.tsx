import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { storeOf } from "../grid/grid-store.ts";
import type { Page } from "../grid/page-model.ts";
import type { Beside } from "./beside.ts";
import { askPage } from "../offline/pages.ts";
import { journalWords as words } from "../words.ru.ts";
import { TopicsPage } from "../topics/TopicsPage.tsx";
import { OpenPage } from "./OpenPage.tsx";
import { useOpened } from "./use-opened.ts";
import "../journal.css";

export type ScreenProps = {
  pageId: number;
  /** A term's number, 0 the year; absent: the term of today. */
  term?: number | undefined;
  /** The lesson to stand on. */
  lessonId?: number | undefined;
  timezone: string;
  school: string;
  onTerm: (term: number) => void;
  /** What a later area shows above the grid. */
  Beside?: Beside | undefined;
  /** The grid of marks, or a row a lesson. */
  view?: "grid" | "topics";
};

/** How often a page that is shown from its copy is asked for, ms. */
const AGAIN = 10_000;

/** A page of the journal from its address to its grid. */
export function JournalScreen(props: ScreenProps) {
  const { pageId, term, timezone } = props;
  const page = useQuery({
    queryKey: ["journal", "page", pageId, term ?? null],
    queryFn: () => askPage(pageId, term, timezone),
    // a copy is asked anew until the server answers
    refetchInterval: (query) => (query.state.data?.asOf === null ? false : AGAIN),
    placeholderData: (before, query) => (query?.queryKey[2] === pageId ? keepPreviousData(before) : undefined),
  });

  if (page.data) return <Loaded {...props} page={page.data.answer} asOf={page.data.asOf} />;
  return (
    <main className="page" id="main">
      {page.isError ? (
        <div className="empty" role="alert">
          <h1>{words.page.notOpened}</h1>
          <p>{sentenceOfError(page.error)}</p>
          <p>
            <button className="btn primary" type="button" onClick={() => void page.refetch()}>
              {words.page.again}
            </button>{" "}
            <Link className="btn" to="/journal">
              {words.page.toPages}
            </Link>
          </p>
        </div>
      ) : (
        <Waiting text={words.pages.opening} />
      )}
    </main>
  );
}

function Loaded({ page, asOf, lessonId, timezone, school, onTerm, Beside, view = "grid" }: ScreenProps & { page: Page; asOf: number | null }) {
  const key = `${page.page.pageId}:${page.term ?? 0}`;
  // One store a page and a term: what the query brings later comes in by `refresh`.
  const store = storeOf(page, lessonId);
  useOpened(page.page.pageId, asOf === null);
  useEffect(() => store.refresh(page), [store, page]);
  useEffect(() => {
    const k = lessonId === undefined ? undefined : store.get().model.columnOf.get(lessonId);
    if (k !== undefined) store.does({ do: "focus", place: { r: 0, k } });
  }, [store, lessonId]);
  useEffect(() => {
    if (view === "grid") document.title = words.page.title(page.page.groupName, page.page.subject);
  }, [view, page.page.groupName, page.page.subject]);
  if (view === "topics") return <TopicsPage key={key} store={store} asOf={asOf} timezone={timezone} school={school} onTerm={onTerm} />;
  return <OpenPage key={key} store={store} asOf={asOf} timezone={timezone} school={school} onTerm={onTerm} Beside={Beside} />;
}
