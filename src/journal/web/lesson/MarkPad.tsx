import { useState } from "react";
import { POINT } from "../../rules/cell-signs.ts";
import { cleared, stateOf, valuesOf, withAbsence, withMark } from "../grid/cell.ts";
import type { Values } from "../grid/cell.ts";
import { cellAt } from "../grid/grid-state.ts";
import type { GridState, Place } from "../grid/grid-state.ts";
import { scaleOf } from "../grid/page-model.ts";
import { lessonWords as words } from "./lesson-words.ru.ts";

/** The keys under the thumb: the marks of the scale, one more, the point, gone, away with it. */
export function MarkPad({ state, place, name, onSet }: { state: GridState; place: Place; name: string; onSet: (values: Values) => void }) {
  const [adding, setAdding] = useState<Place | null>(null);
  const cell = cellAt(state, place);
  const values = valuesOf(cell);
  const more = adding?.r === place.r;
  if (stateOf(cell) === "conflict") return <p className="soft">{words.conflict}</p>;
  const put = (token: string) => {
    onSet(withMark(values, token, more ? "more" : "instead"));
    setAdding(null);
  };
  return (
    <div className="pad" role="group" aria-label={words.markFor(name)}>
      {scaleOf(state.model, place.k).map((token) => (
        <button key={token} type="button" aria-label={words.put(token)} onClick={() => put(token)}>
          {token}
        </button>
      ))}
      <button className="s" type="button" aria-pressed={more} onClick={() => setAdding(more ? null : place)}>
        +<small>{words.oneMore}</small>
      </button>
      <button className="s" type="button" onClick={() => put(POINT)}>
        {POINT}
        <small>{words.point}</small>
      </button>
      <button className="s" type="button" onClick={() => onSet(withAbsence(values, "absent"))}>
        {words.leftSign}
        <small>{words.left}</small>
      </button>
      <button className="s" type="button" onClick={() => onSet(cleared(values))}>
        ⌫<small>{words.clear}</small>
      </button>
    </div>
  );
}
