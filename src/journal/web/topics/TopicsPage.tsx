import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { timeIn } from "../../../foundation/day.ts";
import { call } from "../../../foundation/http-client.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { lessonRecordsRoute } from "../../contract/lesson-records.ts";
import type { GridStore } from "../grid/grid-store.ts";
import type { LessonColumn } from "../grid/page-model.ts";
import { useGrid, useNow } from "../grid/use-grid.ts";
import { OfflineBar } from "../page/OfflineBar.tsx";
import { PrintedLine } from "../page/PrintedLine.tsx";
import { SaveState } from "../page/StatusLine.tsx";
import { Telling } from "../page/Telling.tsx";
import { Terms } from "../page/Terms.tsx";
import { journalWords } from "../words.ru.ts";
import { topicsWords as words } from "./topics-words.ru.ts";
import { TopicsRow } from "./TopicsRow.tsx";
import "./topics.css";

type PageProps = { store: GridStore; asOf: number | null; timezone: string; school: string; onTerm: (term: number) => void };

const FIELD = "textarea, input, select";

/** Alt with an arrow leads to the same field of the lesson before or after. */
function toNeighbour(event: KeyboardEvent): void {
  if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const [field, row] = [(event.target as HTMLElement).dataset["field"], (event.target as HTMLElement).closest("tr")];
  if (!field || !row) return;
  event.preventDefault();
  for (let next: Element | null = row; (next = event.key === "ArrowDown" ? next.nextElementSibling : next.previousElementSibling);) {
    const same = next.querySelector<HTMLElement>(`[data-field="${field}"]`);
    if (same) return same.focus();
  }
}

/** The page «Темы уроков и задания»: a row a lesson, written in place; it saves by itself over the version seen. */
export function TopicsPage({ store, asOf, timezone, school, onTerm }: PageProps) {
  const now = useNow();
  const clock = timeIn(timezone, now);
  const state = useGrid(store);
  const { model, notes } = state;
  const { page } = model;
  const { pageId, groupName, subject } = page.page;
  const [open, setOpen] = useState<number | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const records = useQuery({
    queryKey: ["journal", "records", pageId, state.savedAt],
    queryFn: () => call(lessonRecordsRoute, { params: { pageId } }),
    placeholderData: (before) => before,
  });
  const of = useMemo(() => new Map(records.data?.records.map((one) => [one.lesson, one])), [records.data]);
  const columns = model.columns.filter((column): column is LessonColumn => column.at === "lesson");
  const shown = page.terms.find((term) => term.term === page.term);
  const current = columns.findLast((column) => column.when !== "future")?.id;

  useEffect(() => {
    document.title = words.page.title(groupName, subject);
  }, [groupName, subject]);
  // Enter and arrows of a field are the field's own; only Alt with an arrow is heard. Heard as soon as there is a field, for the first focus opens its lesson.
  useLayoutEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const row = target instanceof Element && target.matches(FIELD) ? target.closest<HTMLElement>("[data-lesson]") : null;
      if (row) setOpen(Number(row.dataset["lesson"]));
    };
    document.addEventListener("keydown", toNeighbour);
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("keydown", toNeighbour);
      document.removeEventListener("focusin", onFocus);
    };
  }, []);
  useEffect(() => {
    table.current?.querySelector(`[data-lesson="${current}"]`)?.scrollIntoView({ block: "center" });
  }, [current, page.term]);

  return (
    <main className="topics" id="main">
      <div className="topbar">
        <Link
          className="btn quiet icon"
          to="/journal/$pageId"
          params={{ pageId: String(pageId) }}
          search={page.term === null ? { term: 0 } : { term: page.term }}
        >
          <Icon name="left" />
          <span className="vh">{words.page.back}</span>
        </Link>
        <h1>{words.page.heading(groupName, subject)}</h1>
        <Terms page={page} onTerm={onTerm} />
        <span className="grow" />
        <SaveState state={state} timezone={timezone} />
        <button className="btn quiet icon opt" type="button" aria-label={words.page.print} title={words.page.print} onClick={() => print()}>
          <Icon name="print" />
        </button>
      </div>
      <OfflineBar store={store} asOf={asOf} timezone={timezone} />
      <p className="facts soft">
        {records.data && words.page.progress(records.data.passed, records.data.planned, records.data.held)}
        {records.data?.lastOn && ` ${words.page.lastOn(records.data.lastOn)}`}
        {page.norms.paperDiary && page.mayWrite && <span className="note t-late">{words.paperDiary}</span>}
      </p>
      {columns.length === 0 ? (
        <p className="soft none">{journalWords.topics.empty}</p>
      ) : (
        <table
          className="table"
          ref={table}
          aria-label={words.page.table(groupName, subject, shown ? journalWords.term.full(shown.term, shown.kind) : journalWords.term.year)}
        >
          <thead>
            <tr>
              {words.page.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => {
              const slot = notes[model.columnOf.get(column.id) ?? 0];
              return (
                slot && (
                  <TopicsRow
                    key={column.id}
                    store={store}
                    page={page}
                    column={column}
                    slot={slot}
                    record={of.get(column.id) ?? null}
                    open={open === column.id}
                    clock={clock}
                    timezone={timezone}
                  />
                )
              );
            })}
          </tbody>
        </table>
      )}
      <PrintedLine page={page} school={school} timezone={timezone} />
      <Telling store={store} />
    </main>
  );
}
