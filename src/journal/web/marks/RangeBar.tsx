import "./marks.css";
import type { GridStore } from "../grid/grid-store.ts";
import { placesOf } from "../grid/moves.ts";
import { scaleOf } from "../grid/page-model.ts";
import { usePaintedGrid } from "../grid/use-grid.ts";
import { marksWords } from "../marks-words.ru.ts";

const MOST = 12;

/** What may be done with the chosen cells at once; each is one step of undo. */
export function RangeBar({ store, onDone }: { store: GridStore; onDone: () => void }) {
  const state = usePaintedGrid(store);
  if (state.anchor === null || !state.model.page.mayWrite) return null;
  const scale = scaleOf(state.model, state.focus.k);
  const does = (deed: Parameters<GridStore["does"]>[0]) => {
    store.does(deed);
    onDone();
  };
  const rows = [
    [marksWords.range.empty, "put", marksWords.range.put],
    [marksWords.range.all, "put_over", marksWords.range.putOver],
  ] as const;
  return (
    <div className="rangebar" role="toolbar" aria-label={marksWords.range.chosen(placesOf(state).length)}>
      <b>{marksWords.range.chosen(placesOf(state).length)}</b>
      {scale.length <= MOST &&
        rows.map(([label, what, say]) => (
          <span key={what} className="line">
            <span className="muted">{label}</span>
            {scale.map((token) => (
              <button key={token} className="btn small" type="button" aria-label={say(token)} onClick={() => does({ do: what, token })}>
                {token}
              </button>
            ))}
          </span>
        ))}
      <button className="btn small" type="button" onClick={() => does({ do: "clear" })}>
        {marksWords.range.clear}
      </button>
    </div>
  );
}
