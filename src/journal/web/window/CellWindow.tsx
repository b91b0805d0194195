import { useEffect, useId, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { useEscape } from "../../../foundation/ui/use-escape.ts";
import { cellAt } from "../grid/grid-state.ts";
import type { Place } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { isLate } from "../grid/cell.ts";
import { closedBy } from "../grid/page-model.ts";
import { conflictOf, workTypeAt } from "../grid/say.ts";
import type { Sight } from "../grid/sight.ts";
import { useGrid } from "../grid/use-grid.ts";
import { LateBase } from "../late/LateBase.tsx";
import { lateNormsOf } from "../late/late-norms.ts";
import { journalWords as words } from "../words.ru.ts";
import { CellHistory, TermMarkHistory } from "./CellHistory.tsx";
import { CellValues } from "./CellValues.tsx";
import { PupilNoteFields } from "./PupilNoteFields.tsx";
import { ConflictChoice } from "./ConflictChoice.tsx";

/** All that is known of a cell, and by buttons everything that keys do. Not modal: Esc goes back to the cell. */
export function CellWindow({
  store,
  place,
  sight,
  timezone,
  onClose,
}: {
  store: GridStore;
  place: Place;
  sight: RefObject<Sight | null>;
  timezone: string;
  onClose: () => void;
}) {
  const state = useGrid(store);
  const box = useRef<HTMLElement>(null);
  const heading = useId();
  const [row, column] = [state.model.rows[place.r], state.model.columns[place.k]];
  const cell = cellAt(state, place);
  const torn = conflictOf(cell);
  const closed = closedBy(state.model, place.r, place.k);

  const settled = torn === null;
  useEscape(box, onClose);

  useLayoutEffect(() => {
    const [window, at] = [box.current, sight.current?.cellAt(place)];
    if (!window || !at) return;
    standBeside(window, at);
    // the history comes later and makes it taller
    const grown = new ResizeObserver(() => standBeside(window, at));
    grown.observe(window);
    return () => grown.disconnect();
  }, [place, sight, settled]);

  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>("[data-first]") ?? box.current?.querySelector<HTMLElement>("button");
    first?.focus({ preventScroll: true });
  }, [place]);

  if (!row || !column) return null;
  return (
    <section className="loupe" role="dialog" aria-labelledby={heading} ref={box}>
      <header>
        <h2 id={heading}>{row.name}</h2>
        <span className="muted">
          {column.at === "term"
            ? words.term.full(column.term.term, column.term.kind)
            : `${words.dayShort(column.lesson.day)}, ${words.weekday(column.weekday)}, ${words.lessonNo(column.lesson.slot)}`}
        </span>
        <span className="grow" />
        <button className="btn quiet icon small" type="button" aria-label={words.window.close} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      <div className="in">
        {torn ? (
          <ConflictChoice
            torn={torn}
            timezone={timezone}
            onChoose={(choice) => {
              store.settle(place, choice);
              onClose();
            }}
          />
        ) : (
          <>
            {closed && <p className="soft">{words.cell.closed[closed]}</p>}
            <CellValues store={store} state={state} place={place} closed={closed} />
            {isLate(cell) && (
              <>
                <p>
                  <span className="badge t-late">
                    <Icon name="clock" />
                    {words.window.late}
                  </span>{" "}
                  {words.window.lateText}
                </p>
                {column.at === "lesson" && (
                  <LateBase day={column.lesson.day} norms={lateNormsOf(cell, state.model.page.workTypes, workTypeAt(state, place.k))} />
                )}
              </>
            )}
          </>
        )}
        {column.at === "lesson" && !column.lesson.cancelled && closed !== "not_in_group" && (
          <PupilNoteFields
            key={`${column.id}:${row.pupilId}`}
            page={state.model.page}
            lessonId={column.id}
            pupilId={row.pupilId}
            closed={!state.model.page.mayWrite}
          />
        )}
        {column.at === "lesson" && (
          <CellHistory pageId={state.model.page.page.pageId} lessonId={column.id} pupilId={row.pupilId} timezone={timezone} savedAt={state.savedAt} />
        )}
        {column.at === "term" && (
          <TermMarkHistory pageId={state.model.page.page.pageId} term={column.term.term} pupilId={row.pupilId} timezone={timezone} savedAt={state.savedAt} />
        )}
      </div>
    </section>
  );
}

const [GAP, EDGE, TOTALS, STATUS] = [8, 8, 180, 34];

/** Right of the cell, or left of it where the totals stand; on a phone the style sheet puts it at the bottom. */
function standBeside(window: HTMLElement, cell: HTMLElement): void {
  const at = cell.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = window;
  const right = at.right + GAP;
  const left = right + offsetWidth < innerWidth - TOTALS ? right : at.left - offsetWidth - GAP;
  window.style.left = `${Math.max(EDGE, left)}px`;
  window.style.top = `${Math.max(EDGE, Math.min(at.top - 40, innerHeight - offsetHeight - STATUS))}px`;
}
