import { NO_DUTY } from "../../../regulation/rules/duty-norms.ts";
import { byChapter, titleRu } from "../../../regulation/rules/words/titles.ru.ts";
import { valueRu } from "../../../regulation/rules/words/value.ru.ts";
import { keyOf } from "./draft.ts";
import type { Draft, Norm } from "./draft.ts";
import { regulationWords as words } from "./regulation-words.ru.ts";

type Props = { norms: readonly Norm[]; document: string; draft: Draft; open: string | null; sought: string; onOpen: (key: string) => void };

/** Where a chapter stands on the page. */
export const chapterId = (title: string): string => `chapter-${title.replaceAll(" ", "-")}`;

const isSilent = ({ value }: Norm) => value === null || value === NO_DUTY;

/** Words of a norm that a search looks through. */
const textOf = (norm: Norm) => `${titleRu(norm.code)} ${valueRu(norm.code, norm.value)} ${norm.clause}`.toLowerCase();

/** The regulation as a paper: chapters, and in each its norms with their clauses; what the acts are silent about stands folded at the end. */
export function NormLines({ norms, document, draft, open, sought, onOpen }: Props) {
  const text = sought.trim().toLowerCase();
  const found = text === "" ? norms : norms.filter((norm) => textOf(norm).includes(text));
  if (found.length === 0) return <p className="soft">{words.nothingFound}</p>;
  const line = (norm: Norm) => (
    <Line key={keyOf(norm)} norm={norm} document={document} change={draft.get(keyOf(norm))?.value} isOpen={open === keyOf(norm)} onOpen={onOpen} />
  );
  return byChapter(found).map((chapter) => {
    const silent = chapter.norms.filter(isSilent);
    return (
      <section key={chapter.title} id={chapterId(chapter.title)}>
        <h2>{chapter.title}</h2>
        <ul className="lines">{chapter.norms.filter((norm) => !isSilent(norm)).map(line)}</ul>
        {silent.length > 0 && (
          <details open={text !== ""}>
            <summary>{words.silentOf(silent.length)}</summary>
            <ul className="lines">{silent.map(line)}</ul>
          </details>
        )}
      </section>
    );
  });
}

type LineProps = { norm: Norm; document: string; change: unknown; isOpen: boolean; onOpen: (key: string) => void };

function Line({ norm, document, change, isOpen, onOpen }: LineProps) {
  const { code, value, act, clause, grade, subject } = norm;
  const scope = [grade === null ? "" : words.forGrade(grade), subject === null ? "" : words.forSubject(subject)].filter((part) => part !== "").join(", ");
  return (
    <li className={isOpen ? "on" : undefined}>
      <span>
        {titleRu(code)}
        {scope !== "" && ` (${scope})`}:{" "}
        <button className="v" type="button" aria-pressed={isOpen} onClick={() => onOpen(keyOf(norm))}>
          {change === undefined ? (
            valueRu(code, value)
          ) : (
            <>
              <s>{valueRu(code, value)}</s> <ins>{valueRu(code, change)}</ins>
            </>
          )}
        </button>
      </span>
      <small className="clause">{act === document || words.unsaid.includes(act) ? words.own(clause) : words.clauseOf(act, clause)}</small>
    </li>
  );
}
