import { Icon } from "../../../foundation/ui/Icon.tsx";
import { inspectionWords as words } from "./inspection-words.ru.ts";
import type { InspectionList } from "./use-inspections.ts";

/** Whether the director checked the journals in each term (004 §4.8.2). */
export function TermsPanel({ terms }: { terms: InspectionList["terms"] }) {
  if (terms.length === 0) return null;
  return (
    <section className="panel in-entries" aria-labelledby="inspection-terms">
      <header>
        <h2 id="inspection-terms">{words.terms}</h2>
      </header>
      <ol>
        {terms.map((one) => (
          <li key={`${one.kind} ${one.term} ${one.from}`} className="in-term">
            <span>{words.term(one.term, one.kind, one.from, one.to)}</span>
            {one.checkedOn !== null ? (
              <span className="badge t-ok">
                <Icon name="ok" />
                {words.termChecked(one.checkedOn, one.checkedBy ?? "")}
              </span>
            ) : one.due.overdue ? (
              <span className="badge t-missing">
                <Icon name="bad" />
                {words.termOverdue}
              </span>
            ) : (
              <span className="muted">{words.termWaits}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
