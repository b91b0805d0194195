import { inspectionWords as words } from "./inspection-words.ru.ts";
import type { InspectionList } from "./use-inspections.ts";

/** Entries of checks, the last first: who, when, what, what was found, with the remarks given. */
export function Entries({ inspections }: { inspections: InspectionList["inspections"] }) {
  return (
    <section className="panel in-entries" aria-labelledby="inspection-entries">
      <header>
        <h2 id="inspection-entries">{words.entries}</h2>
      </header>
      {inspections.length === 0 ? (
        <p className="in soft">{words.noEntries}</p>
      ) : (
        <ol>
          {inspections.map((one) => (
            <li key={one.inspectionId}>
              <b>{words.entry(one.kind, one.madeBy)}</b> <span className="muted">{words.entryDays(one.madeOn, one.from, one.to)}</span>
              <p className="soft">
                {one.department === null ? "" : `${one.department}, `}
                {words.entryPages(one.pages, one.grades)}
                {one.remarks > 0 && `, ${words.remarks(one.remarks, one.openRemarks)}`}
              </p>
              {one.findings !== "" && <p>{one.findings}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
