import type { Page } from "../grid/page-model.ts";
import { journalWords as words } from "../words.ru.ts";

/** The terms of the year and the year itself; the one shown is pressed and has its full name. */
export function Terms({ page, onTerm }: { page: Page; onTerm: (term: number) => void }) {
  return (
    <div className="seg" role="group" aria-label={words.term.choose}>
      {page.terms.map((term) => (
        <button
          key={term.term}
          type="button"
          aria-pressed={term.term === page.term}
          aria-label={words.term.full(term.term, term.kind)}
          onClick={() => onTerm(term.term)}
        >
          {term.term === page.term ? words.term.full(term.term, term.kind) : words.term.roman(term.term)}
        </button>
      ))}
      <button type="button" aria-pressed={page.term === null} onClick={() => onTerm(0)}>
        {words.term.year}
      </button>
    </div>
  );
}
