import { Answered } from "../../../foundation/ui/Answered.tsx";
import { ScreenFrame } from "../../../foundation/ui/ScreenFrame.tsx";
import { journalWords as words } from "../words.ru.ts";
import { PagesSearch } from "./PagesSearch.tsx";
import { useMyPages } from "./use-my-pages.ts";
import type { MyPages } from "./use-my-pages.ts";
import "./day.css";

/** All pages of the journal open to the person. */
export function PagesScreen({ title }: { title: string }) {
  const pages = useMyPages();
  return (
    <ScreenFrame title={title} heading={words.pages.title}>
      <Answered asked={pages} opening={words.pages.opening}>
        {(all) => <PagesPanels pages={all.pages} />}
      </Answered>
    </ScreenFrame>
  );
}

/** Own pages first, then the others, each in a panel. */
export function PagesPanels({ pages }: { pages: MyPages["pages"] }) {
  const [own, others] = [pages.filter((page) => page.own), pages.filter((page) => !page.own)];
  if (pages.length === 0) return <p className="empty">{words.pages.empty}</p>;
  return (
    <div className="panels">
      {own.length > 0 && <Panel heading={words.pages.own} pages={own} />}
      {others.length > 0 && <Panel heading={own.length > 0 ? words.pages.others : words.pages.all} pages={others} />}
    </div>
  );
}

function Panel({ heading, pages }: { heading: string; pages: MyPages["pages"] }) {
  return (
    <section className="panel">
      <header>
        <h2>{heading}</h2>
        <span className="muted">{words.pages.found(pages.length)}</span>
      </header>
      <div className="in">
        <PagesSearch pages={pages} />
      </div>
    </section>
  );
}
