import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { storeOf } from "../grid/grid-store.ts";
import type { Page } from "../grid/page-model.ts";
import { askPage } from "../offline/pages.ts";
import { useOpened } from "../page/use-opened.ts";
import { LessonPage } from "./LessonPage.tsx";
import { lessonWords as words } from "./lesson-words.ru.ts";
import "../journal.css";
import "./lesson.css";

/** How often a page that is shown from its copy is asked for, ms. */
const AGAIN = 10_000;

type ScreenProps = { pageId: number; lessonId: number; timezone: string };

/** A lesson in progress on a phone: who is here and who answered, by one thumb. It writes into the same store as the grid. */
export function LessonScreen({ pageId, lessonId, timezone }: ScreenProps) {
  const page = useQuery({
    queryKey: ["journal", "page", pageId, null],
    queryFn: () => askPage(pageId, undefined, timezone),
    // a copy is asked anew until the server answers
    refetchInterval: (query) => (query.state.data?.asOf === null ? false : AGAIN),
  });
  if (page.data) return <Loaded page={page.data.answer} asOf={page.data.asOf} lessonId={lessonId} timezone={timezone} />;
  return (
    <main className="page" id="main">
      {page.isError ? (
        <div className="empty" role="alert">
          <h1>{words.notOpened}</h1>
          <p>{sentenceOfError(page.error)}</p>
          <p>
            <button className="btn primary" type="button" onClick={() => void page.refetch()}>
              {words.again}
            </button>{" "}
            <Link className="btn" to="/">
              {words.back}
            </Link>
          </p>
        </div>
      ) : (
        <Waiting text={words.opening} />
      )}
    </main>
  );
}

function Loaded({ page, asOf, lessonId, timezone }: { page: Page; asOf: number | null; lessonId: number; timezone: string }) {
  const store = storeOf(page, lessonId);
  useOpened(page.page.pageId, asOf === null);
  useEffect(() => store.refresh(page), [store, page]);
  useEffect(() => {
    document.title = words.title(page.page.groupName, page.page.subject);
  }, [page.page.groupName, page.page.subject]);
  const k = store.get().model.columnOf.get(lessonId);
  if (k !== undefined) return <LessonPage store={store} asOf={asOf} lessonId={lessonId} timezone={timezone} />;
  return (
    <main className="page" id="main">
      <div className="empty">
        <h1>{words.notHere}</h1>
        <p>{words.notHereText}</p>
        <Link className="btn primary" to="/journal/$pageId" params={{ pageId: String(page.page.pageId) }}>
          {words.toGridFull}
        </Link>
      </div>
    </main>
  );
}
