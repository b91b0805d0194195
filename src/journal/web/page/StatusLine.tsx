import { timeIn } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { cellAt, countsOf } from "../grid/grid-state.ts";
import type { GridState } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { closedBy } from "../grid/page-model.ts";
import { sayCell, weightOf, workOf } from "../grid/say.ts";
import { offersOfLine, totalsOfLine } from "../grid/offers.ts";
import { usePaintedGrid } from "../grid/use-grid.ts";
import { decimalRu, journalWords as words } from "../words.ru.ts";

/** Where you are in words, the keys, and whether everything is saved. */
export function StatusLine({ store, timezone }: { store: GridStore; timezone: string }) {
  const state = usePaintedGrid(store);
  const name = state.model.rows[state.focus.r]?.name;
  return (
    <div className="status">
      <span className="addr">
        {name === undefined ? (
          words.status.choose
        ) : (
          <>
            <b>{name}</b> · {addressOf(state)}
          </>
        )}
      </span>
      <span className="grow" />
      <span className="keys" aria-hidden="true" hidden={!state.model.page.mayWrite}>
        {words.status.keys.map(([keys, what]) => (
          <span key={what}>
            {keys.map((key, at) => (
              <span key={key}>
                {at > 0 && "…"}
                <kbd>{key}</kbd>
              </span>
            ))}{" "}
            {what}
          </span>
        ))}
      </span>
      <SaveState state={state} timezone={timezone} />
    </div>
  );
}

/** Whether everything is saved. */
export function SaveState({ state, timezone }: { state: GridState; timezone: string }) {
  const { unsent, conflicts, flying } = countsOf(state);
  const kind = unsent > 0 ? "un" : conflicts > 0 ? "cf" : "";
  return (
    <span className={`save ${kind}`} role="status">
      {unsent > 0 ? (
        <>
          <Icon name="up" /> {words.save.unsent(unsent)}
        </>
      ) : conflicts > 0 ? (
        <>
          <Icon name="conflict" />
          <span>
            {words.save.conflicts(conflicts)}
            <span className="opt2">{words.save.restSaved}</span>
          </span>
        </>
      ) : (
        // The time of the save is not spoken: the region speaks on a change of kind only.
        <>
          <Icon name="ok" />
          <span className="vh">{words.save.nothing}</span>
          <span aria-hidden="true">
            {state.savedAt === null || flying > 0
              ? flying > 0 && state.savedAt === null
                ? words.save.saving
                : savedText(state, timezone)
              : savedText(state, timezone)}
          </span>
        </>
      )}
    </span>
  );
}

const savedText = (state: GridState, timezone: string): string =>
  state.savedAt === null ? words.save.nothing : words.save.saved(timeIn(timezone, new Date(state.savedAt)));

function addressOf(state: GridState): string {
  const { model, focus } = state;
  const column = model.columns[focus.k];
  const cell = cellAt(state, focus);
  const closed = closedBy(model, focus.r, focus.k);
  if (!column) return "";
  if (column.at === "term") {
    const weights = model.columns.map((_, k) => weightOf(state, k));
    const line = state.cells[focus.r] ?? [];
    const totals = totalsOfLine(model, focus.r, line, weights);
    const offer = offersOfLine(model, focus.r, line, totals)[focus.k] ?? null;
    const weighted = totals.ofTerm.get(column.term.term)?.weighted;
    const said = !offer ? words.status.termEmpty : weighted ? words.status.term(decimalRu(weighted), offer) : words.status.period(offer);
    return `${words.term.full(column.term.term, column.term.kind)} · ${said}`;
  }
  const { lesson } = column;
  const substitute = model.page.staff.find((one) => one.personId === lesson.substituteId)?.name;
  const what = lesson.cancelled ? words.cell.closedShort.cancelled : workOf(state, focus.k) + words.cell.weight(weightOf(state, focus.k));
  const where = `${words.day(lesson.day)}, ${words.lessonNo(lesson.slot)}`;
  return [
    where,
    ...(substitute ? [words.status.substitution(substitute)] : []),
    what,
    sayCell(cell, weightOf(state, focus.k), closed === "future" || closed === "read_only" ? null : closed),
  ].join(" · ");
}
