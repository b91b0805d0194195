import { planWords } from "./plans-words.ru.ts";
import type { Plans } from "./use-plans.ts";

const words = planWords.documents;

/** The documents a teacher keeps, and where something is lacking. */
export function TeacherDocuments({ data }: { data: Plans }) {
  if (data.documents.length === 0) return null;
  const nameOf = new Map(data.pages.map((page) => [page.pageId, planWords.plan.title(page.groupName, page.subject)]));
  return (
    <section className="panel documents" aria-labelledby="documents">
      <header>
        <h2 id="documents">{words.title}</h2>
      </header>
      <ul>
        {data.documents.map(({ document, pages, missing }) => (
          <li key={document}>
            <b>{words.name[document]}</b>{" "}
            {document === "programme" ? (
              <span className={missing.length > 0 && data.programmeOverdue ? "badge t-late" : "soft"}>{words.missing(missing.length, pages.length)}</span>
            ) : document === "upbringing_plan" ? (
              <span className="soft">{words.homeroom}</span>
            ) : document === "characteristic" ? (
              <span className="soft">{words.onRequest}</span>
            ) : (
              <span className="soft">{words.pages(pages.map((pageId) => nameOf.get(pageId) ?? ""))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
