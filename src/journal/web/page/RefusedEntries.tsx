import { useSyncExternalStore } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import type { GridStore } from "../grid/grid-store.ts";
import { momentOf } from "../offline/moment.ts";
import { journalWords as words } from "../words.ru.ts";

/** What was written without network and then refused: each with the reason, until it is read. */
export function RefusedEntries({ store, timezone }: { store: GridStore; timezone: string }) {
  const refused = useSyncExternalStore(store.subscribeAfterPaint, store.refused);
  return (
    <div role="alert">
      {refused.length > 0 && (
        <section className="refused" aria-label={words.save.refused(refused.length)}>
          <Icon name="bad" />
          <b>{words.save.refused(refused.length)}</b>
          <ul>
            {refused.map(({ key, said, sentence, enteredAt }) => (
              <li key={key}>
                {said} <span className="muted">{words.save.enteredAt(momentOf(enteredAt, timezone))}</span> {sentence}
              </li>
            ))}
          </ul>
          <button className="btn small" type="button" onClick={store.dismiss}>
            {words.save.understood}
          </button>
        </section>
      )}
    </div>
  );
}
