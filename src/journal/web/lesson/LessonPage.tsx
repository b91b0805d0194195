import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { timeIn } from "../../../foundation/day.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { stateOf, valuesOf, withAbsence } from "../grid/cell.ts";
import type { Values } from "../grid/cell.ts";
import { cellAt } from "../grid/grid-state.ts";
import type { GridStore } from "../grid/grid-store.ts";
import { closedBy } from "../grid/page-model.ts";
import type { LessonColumn } from "../grid/page-model.ts";
import { useGrid, useNow } from "../grid/use-grid.ts";
import { WorkDialog } from "../marks/WorkDialog.tsx";
import { OfflineBar } from "../page/OfflineBar.tsx";
import { SaveState } from "../page/StatusLine.tsx";
import { Telling } from "../page/Telling.tsx";
import { journalWords } from "../words.ru.ts";
import { MarkPad } from "./MarkPad.tsx";
import { PupilList } from "./PupilList.tsx";
import { passedOf, pupilsOf, toAsk } from "./lesson-model.ts";
import { lessonWords as words } from "./lesson-words.ru.ts";

/** What the taps write: presence, or marks of those who answer. */
export type Mode = "here" | "answers";

const NEXT = { none: "absent", absent: "late", ill: "none", late: "none" } as const;

/** The head with the clock of the lesson, the list, and under the thumb what may be done. */
export function LessonPage({ store, asOf, lessonId, timezone }: { store: GridStore; asOf: number | null; lessonId: number; timezone: string }) {
  const state = useGrid(store);
  const clock = timeIn(timezone, useNow());
  const [mode, setMode] = useState<Mode>("here");
  const [chosen, setChosen] = useState<number | null>(null);
  const [seen, setSeen] = useState(0);
  const k = state.model.columnOf.get(lessonId) ?? -1;
  const column = state.model.columns[k];
  if (column?.at !== "lesson") return null;
  // a mark without a work type asks for it at once
  const lacksWork = state.told?.what.is === "no_work" && state.told.n !== seen;

  const pupils = pupilsOf(state, k);
  const asked = toAsk(state, pupils, k);
  const current = asked.find(({ r }) => r === chosen) ?? asked[0];
  const closed = pupils.length > 0 ? closedBy(state.model, pupils[0]!.r, k) : null;
  const { marks } = state.model.page.uses;

  const set = (r: number, values: Values) => store.does({ do: "set", place: { r, k }, values });
  const tap = (r: number) => {
    if (mode === "answers") {
      setChosen(r);
      return;
    }
    const cell = cellAt(state, { r, k });
    if (stateOf(cell) === "conflict") store.does({ do: "focus", place: { r, k } });
    const values = valuesOf(cell);
    // who has a mark was here: a tap does not take the mark away
    const next = values.marks.some((mark) => mark !== null) && values.absence === "none" ? "late" : NEXT[values.absence];
    set(r, withAbsence(values, next));
  };

  const absent = pupils.filter(({ r }) => ["absent", "ill"].includes(cellAt(state, { r, k }).absence.wanted)).length;
  return (
    <main className="lesson-now" id="main">
      <LessonTop store={store} column={column} clock={clock} />
      <OfflineBar store={store} asOf={asOf} timezone={timezone} />
      <PupilList state={state} k={k} mode={mode} pupils={mode === "here" ? pupils : asked} current={current?.r ?? null} onTap={tap} />
      <footer className="foot">
        <div className="saved">
          <SaveState state={state} timezone={timezone} />
          <button className="btn quiet" type="button" aria-disabled={state.undo.length === 0} onClick={() => store.does({ do: "undo" })}>
            <Icon name="undo" /> {words.undo}
          </button>
        </div>
        {closed !== null ? (
          <p className="soft">{journalWords.cell.closed[closed]}</p>
        ) : mode === "here" ? (
          <button className="btn primary done" type="button" onClick={() => setMode(marks ? "answers" : "here")}>
            {words.done(absent, pupils.length - absent)}
          </button>
        ) : current ? (
          <MarkPad state={state} place={{ r: current.r, k }} name={current.name} onSet={(values) => set(current.r, values)} />
        ) : (
          <p className="soft">{words.choose}</p>
        )}
        {marks && (
          <div className="seg" role="group" aria-label={words.modes}>
            {(["here", "answers"] as const).map((one) => (
              <button key={one} type="button" aria-pressed={mode === one} onClick={() => setMode(one)}>
                {words[one]}
              </button>
            ))}
          </div>
        )}
      </footer>
      <Telling store={store} />
      {lacksWork && <WorkDialog store={store} column={column} onClose={() => setSeen(state.told?.n ?? 0)} />}
    </main>
  );
}

function LessonTop({ store, column, clock }: { store: GridStore; column: LessonColumn; clock: string }) {
  const { page } = store.get().model;
  const { lesson } = column;
  const passed = lesson.day === page.today ? passedOf(lesson.starts, lesson.ends, clock) : null;
  return (
    <header className="top">
      <div className="row">
        <Link className="btn quiet icon" to="/" aria-label={words.back}>
          <Icon name="left" />
        </Link>
        <div className="grow">
          <h1>{words.heading(page.page.groupName, page.page.subject)}</h1>
          <p>
            {words.where(lesson.day, journalWords.weekday(column.weekday), lesson.slot)}
            {lesson.ends !== null && words.until(lesson.ends)}
            {lesson.room !== null && words.room(lesson.room)}
          </p>
        </div>
        <Link className="btn" to="/journal/$pageId" params={{ pageId: String(page.page.pageId) }} search={{ lesson: lesson.lessonId }} title={words.toGridFull}>
          {words.toGrid}
        </Link>
      </div>
      {passed && <progress className="time" max={passed.all} value={passed.passed} aria-label={words.passed(passed.passed, passed.all)} />}
    </header>
  );
}
