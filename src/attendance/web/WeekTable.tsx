import { Fragment, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { weekdayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { LETTER_BY_PLACE } from "../../foundation/ui/key-letters.ru.ts";
import { DayLessons } from "./DayLessons.tsx";
import { daysOf, excusedOf, inUse, missedOf, reasonOfLetter, rowsOf, signsOf } from "./class-model.ts";
import type { ClassData, DayCell, PupilRow } from "./class-model.ts";
import { giveReason } from "./give-reason.ts";
import type { Doing } from "./use-class.ts";
import { classWords as words } from "./words.ru.ts";

const TOTALS = ["lessons", "days", "excused", "unexplained", "late"] as const;
type Place = { readonly r: number; readonly k: number };

/** Pupils by days: who was away and why. A letter gives the reason of a day, Enter opens its lessons. */
export function WeekTable({ data, doing }: { data: ClassData; doing: Doing }) {
  const days = daysOf(data);
  const rows = rowsOf(data);
  const [focus, setFocus] = useState<Place>({ r: 0, k: Math.max(0, days.indexOf(data.today)) });
  const [opened, setOpened] = useState<{ pupilId: number; day: string } | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const at = { r: Math.min(focus.r, rows.length - 1), k: Math.min(focus.k, days.length - 1) };
  const totals = new Map(data.term?.totals.map((t) => [t.pupilId, { ...t, excused: excusedOf(t, data.reasons) }]));

  const go = (r: number, k: number) => {
    const next = { r: Math.max(0, Math.min(rows.length - 1, r)), k: Math.max(0, Math.min(days.length - 1, k)) };
    setFocus(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.r} ${next.k}"]`)?.focus();
  };
  const open = (row: PupilRow, cell: DayCell) =>
    setOpened(opened?.pupilId === row.pupilId && opened.day === cell.day ? null : { pupilId: row.pupilId, day: cell.day });

  const give = (row: PupilRow, cell: DayCell, letter: string | null) => {
    const reason = letter === null ? null : reasonOfLetter(letter, data.reasons);
    if (reason === undefined || !data.mayCorrect || doing.busy) return false;
    const missed = missedOf(cell).filter((a) => cell.day <= data.today && (reason !== null || a.reason !== null));
    if (missed.length === 0) doing.tell(words.notMissed);
    else
      void doing.run(async (why) => {
        const given = { reason: reason?.reason ?? null, kind: reason === null ? ("absent" as const) : undefined, why };
        const undo = await giveReason(data.class.classId, missed, given);
        return { text: reason === null ? words.takenBack(row.name, cell.day) : words.given(row.name, cell.day, reason.name), undo };
      });
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const row = rows[at.r];
    const cell = row?.cells[at.k];
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyZ" && doing.undo) {
      event.preventDefault();
      doing.undo();
      return;
    }
    if (!row || !cell || !(event.target instanceof HTMLElement) || !event.target.dataset["at"] || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) go(at.r + step[0], at.k + step[1]);
    else if (event.key === "Home") go(at.r, 0);
    else if (event.key === "End") go(at.r, days.length - 1);
    else if (event.key === "Enter" || event.key === " ") open(row, cell);
    else if (event.key === "Escape" && opened) setOpened(null);
    else if (event.key === "Delete" || event.key === "Backspace") give(row, cell, null);
    else if (!give(row, cell, event.key.length === 1 && event.key > "\u007f" ? event.key : (LETTER_BY_PLACE[event.code] ?? "?"))) return;
    event.preventDefault();
  };

  if (days.length === 0) return <p className="empty">{words.noLessons}</p>;
  return (
    <section className="panel week">
      <div className="wrap" role="group" aria-label={words.scroll} tabIndex={-1}>
        <table
          className="table"
          // A real table keeps print, search and readers; its cells open and take a letter, hence a grid.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={words.tableLabel(data.class.name)}
          ref={table}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{words.pupil}</th>
              {days.map((day) => (
                <th key={day} scope="col" className={day === data.today ? "tod" : undefined}>
                  <span aria-hidden="true">
                    {words.weekday(weekdayOf(day as LocalDate))} <b>{Number(day.slice(8))}</b>
                  </span>
                  <span className="vh">{words.dayHead(words.weekday(weekdayOf(day as LocalDate)), day)}</span>
                </th>
              ))}
              {TOTALS.map((total) => (
                <th key={total} scope="col" className="num">
                  <abbr title={words.columnFull[total]}>{words.columns[total]}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => {
              const total = totals.get(row.pupilId);
              const shown = row.cells.find((cell) => opened?.pupilId === row.pupilId && opened.day === cell.day);
              return (
                <Fragment key={row.pupilId}>
                  <tr>
                    <th scope="row">{row.name}</th>
                    {row.cells.map((cell, k) => (
                      <Cell
                        key={cell.day}
                        at={`${r} ${k}`}
                        cell={cell}
                        data={data}
                        current={r === at.r && k === at.k}
                        open={shown === cell}
                        onFocus={() => setFocus({ r, k })}
                        onOpen={() => open(row, cell)}
                      />
                    ))}
                    {TOTALS.map((one) => (
                      <td key={one} className={one === "unexplained" && total?.unexplained ? "num waits" : "num"}>
                        {total?.[one] || <span className="muted">0</span>}
                      </td>
                    ))}
                  </tr>
                  {shown && <DayLessons row={row} cell={shown} data={data} doing={doing} span={days.length + TOTALS.length + 1} />}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="in small muted keys">
        {data.mayCorrect && <span className="noprint">{words.keys} </span>}
        {inUse(data.reasons).map((r) => (
          <span key={r.reason} className="nw">
            <kbd>{r.sign.charAt(0)}</kbd> {r.name.toLowerCase()}
          </span>
        ))}
        {data.term && <span>{words.totalsOf(words.term(data.term.term, data.term.kind))}</span>}
      </p>
    </section>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

type CellProps = { at: string; cell: DayCell; data: ClassData; current: boolean; open: boolean; onFocus: () => void; onOpen: () => void };

function Cell({ at, cell, data, current, open, onFocus, onOpen }: CellProps) {
  const signs = signsOf(cell, data.reasons);
  const of = cell.lessons.length;
  const said =
    of === 0
      ? words.cell.free
      : signs.length === 0
        ? cell.day > data.today
          ? words.cell.coming
          : words.cell.present
        : signs.map((s) => words.cell.some(s.said, s.lessons, of)).join(", ");
  return (
    <td
      data-at={at}
      tabIndex={current ? 0 : -1}
      className={[cell.day === data.today && "tod", cell.day > data.today && "fut", of === 0 && "free", open && "open"].filter(Boolean).join(" ")}
      aria-expanded={open}
      aria-label={[...signs.map(({ sign, lessons }) => (lessons < of ? `${sign}${lessons}` : sign)), said].join(" ")}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {signs.map(({ sign, waits, lessons }, i) => (
        <span key={sign} className={waits ? "sign waits" : "sign"}>
          {i > 0 && " "}
          {sign}
          {lessons < of && <small>{lessons}</small>}
        </span>
      ))}
    </td>
  );
}
