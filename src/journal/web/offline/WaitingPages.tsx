import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { countsOf } from "../grid/grid-state.ts";
import { pendingStores } from "../grid/grid-store.ts";
import { momentOf } from "./moment.ts";
import { journalWords as words } from "../words.ru.ts";
import "../journal.css";

const LOOK = 1000;

/** Above the day: that there is no network, and the pages where something still waits for the server or for a choice. */
export function WaitingPages({ asOf, timezone }: { asOf: number | null; timezone: string }) {
  const stores = useWaiting();
  return (
    <div role="status">
      {asOf !== null && (
        <div className="offline">
          <Icon name="off" />
          <b>{words.save.offline(0)}</b>
          <span>{words.save.asOf(momentOf(asOf, timezone))}</span>
        </div>
      )}
      {stores.length > 0 && (
        <section className="panel waiting-pages" aria-label={words.save.waiting}>
          <header>
            <h2>{words.save.waiting}</h2>
          </header>
          <ul className="in">
            {stores.map(({ pageId, term, name, unsent, conflicts, refused }) => (
              <li key={`${pageId} ${term}`}>
                <Link to="/journal/$pageId" params={{ pageId: String(pageId) }} search={{ term: term ?? 0 }}>
                  {name}
                </Link>{" "}
                <span className="muted">{words.save.waits(unsent, conflicts, refused)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function useWaiting() {
  const [, look] = useState(0);
  useEffect(() => {
    const turn = setInterval(() => look((n) => n + 1), LOOK);
    return () => clearInterval(turn);
  }, []);
  return pendingStores().map((store) => {
    const state = store.get();
    const { page, term } = state.model.page;
    const { unsent, flying, conflicts } = countsOf(state);
    return {
      pageId: page.pageId,
      term,
      name: words.page.name(page.groupName, page.subject),
      unsent: unsent + flying,
      conflicts,
      refused: store.refused().length,
    };
  });
}
