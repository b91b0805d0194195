import { useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent } from "react";
import type { Clash, Placed } from "../../rules/week/clashes.ts";
import { WeekCard } from "./WeekCard.tsx";
import { placedKey } from "./week-model.ts";
import type { Held, Hour, View, WeekModel } from "./week-model.ts";
import { weekWords as words } from "./week-words.ru.ts";

type Props = {
  model: WeekModel;
  view: View;
  who: string;
  held: Held | null;
  clashing: ReadonlySet<string>;
  edits: boolean;
  onTake: (held: Held | null) => void;
  onPut: (held: Held, weekday: number, hour: Hour) => void;
  onRemove: (held: Held) => void;
  onUndo: () => void;
};

const ARROWS: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** What stands in the way, in the words of a cell. */
function clashSaid(model: WeekModel, { kind, second }: Clash): string {
  return words.clash[kind](kind === "class" ? model.pages.get(second.pageId)!.subject : model.said(second));
}

/** The lesson of a cell whose card the pointer is on. */
function cardUnder(target: EventTarget, cell: readonly Placed[]): Placed | undefined {
  const key = target instanceof Element ? target.closest<HTMLElement>("[data-card]")?.dataset["card"] : undefined;
  return cell.find((l) => placedKey(l) === key);
}

/** Days across, hours down; a lesson is taken and put by pointer or by key. */
export function WeekGrid({ model, view, who, held, clashing, edits, onTake, onPut, onRemove, onUndo }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [over, setOver] = useState("");
  const lessons = model.lessonsOf(view);
  const hours = model.hoursOf(view, held);
  const days = model.daysOf(view, held);
  const row = Math.min(at[0], Math.max(0, hours.length - 1));
  const column = Math.min(at[1], days.length - 1);
  const inCell = (weekday: number, hour: Hour) =>
    lessons.filter((l) => l.weekday === weekday && l.slot === hour.slot && model.pages.get(l.pageId)!.shift === hour.shift);

  const focus = (r: number, c: number) => {
    setAt([r, c]);
    table.current?.querySelector<HTMLElement>(`[data-at="${r}-${c}"]`)?.focus();
  };
  const takeNext = (cell: readonly Placed[]) => {
    const now = held?.from ? cell.findIndex((l) => placedKey(l) === placedKey(held.from!)) : -1;
    const next = cell[now + 1];
    onTake(next === undefined ? null : { lesson: next, from: next });
  };
  const onKey = (event: KeyboardEvent, weekday: number, hour: Hour) => {
    const step = ARROWS[event.key];
    const cell = inCell(weekday, hour);
    if (step) {
      focus(Math.max(0, Math.min(hours.length - 1, row + step[0])), Math.max(0, Math.min(days.length - 1, column + step[1])));
    } else if (!edits) {
      return;
    } else if (event.key === " " || event.key === "Enter") {
      const here = held?.from && cell.some((l) => placedKey(l) === placedKey(held.from!));
      if (held === null || here) takeNext(cell);
      else onPut(held, weekday, hour);
    } else if (event.key === "Escape") {
      onTake(null);
    } else if (event.key === "Delete") {
      const gone = held ?? (cell[0] ? { lesson: cell[0], from: cell[0] } : null);
      if (gone) onRemove(gone);
    } else if (event.code === "KeyZ" && (event.ctrlKey || event.metaKey)) {
      onUndo();
    } else {
      return;
    }
    event.preventDefault();
  };

  const onPoint = (event: MouseEvent, weekday: number, hour: Hour) => {
    if (!edits) return;
    const card = cardUnder(event.target, inCell(weekday, hour));
    const inHand = card && held?.from && placedKey(held.from) === placedKey(card);
    if (inHand) onTake(null);
    else if (held) onPut(held, weekday, hour);
    else if (card) onTake({ lesson: card, from: card });
  };

  if (hours.length === 0) return <p className="empty">{words.empty}</p>;
  return (
    <div className="gridbox">
      {/* A real table keeps print and readers; its cells are places to put a lesson, hence a grid. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table className="weekgrid" role="grid" aria-label={words.grid(who)} ref={table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{words.hourHead}</span>
            </th>
            {days.map((weekday) => (
              <th key={weekday} scope="col">
                <span className="long">{words.weekday(weekday)}</span>
                <span className="short" aria-hidden="true">
                  {words.weekdayShort(weekday)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour, r) => (
            <tr key={`${hour.shift}|${hour.slot}`}>
              <th scope="row">
                <b>{words.hourShort(hour.slot, hour.shift)}</b>
                {hour.starts !== "" && (
                  <span>
                    {hour.starts}
                    <i>–{hour.ends}</i>
                  </span>
                )}
              </th>
              {days.map((weekday, c) => {
                const cell = inCell(weekday, hour);
                const verdict = held === null ? undefined : model.verdict(held, weekday, hour);
                const inHand = held?.from && cell.some((l) => placedKey(l) === placedKey(held.from!));
                const shut = held !== null && verdict === null;
                const said = (verdict ?? []).map((clash) => clashSaid(model, clash));
                // what stands in the cell is seen; the words are for what stands elsewhere
                const why = (verdict ?? []).filter((clash) => !cell.includes(clash.second)).map((clash) => clashSaid(model, clash))[0];
                const key = `${r}-${c}`;
                const target = verdict && !inHand ? (said.length === 0 ? " free" : " busy") : "";
                return (
                  <td
                    key={weekday}
                    data-at={key}
                    tabIndex={r === row && c === column ? 0 : -1}
                    className={`${target}${shut ? " shut" : ""}${over === key && target ? " over" : ""}`}
                    onFocus={() => setAt([r, c])}
                    onKeyDown={(event) => onKey(event, weekday, hour)}
                    onClick={(event) => onPoint(event, weekday, hour)}
                    onDragStart={(event) => {
                      const card = cardUnder(event.target, cell);
                      if (!card) return;
                      event.dataTransfer.effectAllowed = "move";
                      event.dataTransfer.setData("text/plain", model.said(card));
                      // a browser lets go of what is drawn anew while the drag begins
                      setTimeout(() => onTake({ lesson: card, from: card }));
                    }}
                    onDragEnd={(event) => event.dataTransfer.dropEffect === "none" && onTake(null)}
                    onDragOver={(event) => {
                      if (!edits || shut) return;
                      event.preventDefault();
                      event.dataTransfer.dropEffect = "move";
                      if (over !== key) setOver(key);
                    }}
                    onDragLeave={() => setOver("")}
                    onDrop={(event) => {
                      event.preventDefault();
                      setOver("");
                      if (held) onPut(held, weekday, hour);
                    }}
                  >
                    <span className="vh">{words.cell(words.weekday(weekday), words.hour(hour.slot, hour.shift), cell.length === 0)}</span>
                    {cell.map((l) => (
                      <WeekCard
                        key={placedKey(l)}
                        model={model}
                        lesson={l}
                        view={view}
                        clash={clashing.has(placedKey(l))}
                        inHand={held?.from ? placedKey(held.from) === placedKey(l) : false}
                        edits={edits}
                      />
                    ))}
                    {target && <span className={why === undefined ? "vh" : "why"}>{why ?? said[0]}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
