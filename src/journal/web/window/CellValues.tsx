import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { cleared, isBlank, tokensOf, valuesOf, withAbsence, withMark, withoutWork } from "../grid/cell.ts";
import type { Values } from "../grid/cell.ts";
import { cellAt } from "../grid/grid-state.ts";
import type { GridState, Place } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { scaleOf } from "../grid/page-model.ts";
import type { Closed } from "../grid/page-model.ts";
import { weightOf, workOf } from "../grid/say.ts";
import { ABSENCE_SIGNS, journalWords as words } from "../words.ru.ts";

const KINDS = ["absent", "ill", "late"] as const satisfies readonly AbsenceKind[];

/** What stands in the cell, each with its way out, and a button for every value of the scale. */
export function CellValues({ store, state, place, closed }: { store: GridStore; state: GridState; place: Place; closed: Closed | null }) {
  const cell = cellAt(state, place);
  const values = valuesOf(cell);
  const weight = weightOf(state, place.k);
  const lesson = state.model.columns[place.k]?.at === "lesson";
  const scale = scaleOf(state.model, place.k);
  const set = (next: Values) => store.does({ do: "set", place, values: next });
  const work = lesson ? workOf(state, place.k) + words.cell.weight(weight) : "";
  return (
    <>
      {values.marks.map(
        (mark, at) =>
          mark !== null && (
            <div className="mk" key={at}>
              <span className={mark === "2" ? "mark low" : "mark"}>
                {mark}
                {lesson && weight > 1 && <sup>{weight}</sup>}
              </span>
              <span>{work}</span>
              {closed === null && (
                <button className="btn quiet small" type="button" aria-label={words.window.remove(mark)} onClick={() => set(withoutWork(values, at))}>
                  {words.window.removeShort}
                </button>
              )}
            </div>
          ),
      )}
      {tokensOf(cell).length === 0 && <p className="soft">{values.absence === "none" ? words.window.empty : words.absence(values.absence)}</p>}
      {closed === null && (
        <div className="put">
          {scale.length > 0 && (
            <PutButtons label={words.window.put} say={words.window.putMark} scale={scale} first onPut={(token) => set(withMark(values, token, false))} />
          )}
          {scale.length > 0 && lesson && tokensOf(cell).length > 0 && (
            <PutButtons label={words.window.oneMore} say={words.window.oneMoreMark} scale={scale} onPut={(token) => set(withMark(values, token, true))} />
          )}
          {lesson && state.model.page.uses.attendance && (
            <div className="line" role="group" aria-label={words.window.attendance}>
              {KINDS.map((kind) => (
                <button
                  key={kind}
                  className="btn small"
                  type="button"
                  aria-pressed={values.absence === kind}
                  onClick={() => set(values.absence === kind ? { ...values, absence: "none" } : withAbsence(values, kind))}
                >
                  {ABSENCE_SIGNS[kind]} <span className="muted">{words.absence(kind)}</span>
                </button>
              ))}
            </div>
          )}
          {!isBlank(cell) && (
            <button className="btn small" type="button" onClick={() => set(cleared(values))}>
              {words.window.clear}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function PutButtons({
  label,
  say,
  scale,
  first = false,
  onPut,
}: {
  label: string;
  say: (mark: string) => string;
  scale: readonly string[];
  first?: boolean;
  onPut: (token: string) => void;
}) {
  return (
    <div className="line" role="group" aria-label={label}>
      <span className="muted">{label}</span>
      {scale.map((token, at) => (
        <button
          key={token}
          className="btn small"
          type="button"
          aria-label={say(token)}
          data-first={first && at === 0 ? "" : undefined}
          onClick={() => onPut(token)}
        >
          {token}
        </button>
      ))}
    </div>
  );
}
