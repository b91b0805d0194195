import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { dayIn } from "../../../foundation/day.ts";
import { isSaid } from "../../rules/duties/duty-kinds.ts";
import { DoneDialog } from "./DoneDialog.tsx";
import { aboutOf, placeOf, termOf } from "./duty-rows.ts";
import type { DutyRow } from "./duty-rows.ts";
import { dutyWords as words } from "./duty-words.ru.ts";

/** One duty: its term, what is owed, by which clause, the way to the very place, and «done» where a word closes it. */
export function DutyLine({ row, now, timezone }: { row: DutyRow; now: Date; timezone: string }) {
  const [saying, setSaying] = useState(false);
  const { main, beside } = termOf(row, now, timezone);
  const place = placeOf(row);
  const beneath = [row.slot === null ? "" : words.lesson(row.slot), row.span === null ? "" : words.span(row.span), words.missing(row.left)].filter(Boolean);
  return (
    <li className="duty">
      <div className="due">
        <b>{main}</b>
        {beside}
      </div>
      <div>
        <h3>
          <span className="cl">{aboutOf(row)}</span> {deedOf(row, dayIn(timezone, now))}
        </h3>
        <p>
          {beneath.join(" · ")} <span className="law">{beneath.length > 0 ? `· ${row.clause}` : row.clause}</span>
        </p>
        {row.returned !== null && <p className="back">{words.returned(row.returned)}</p>}
      </div>
      <div className="quick">
        {isSaid(row.kinds[0]!) && (
          <button className="btn small step" type="button" onClick={() => setSaying(true)} onKeyDown={walk}>
            {words.say.done}
          </button>
        )}
        {place !== null && (
          <Link className="btn small step" to={place} onKeyDown={walk}>
            {row.lessonId === null ? words.go : words.openLesson}
          </Link>
        )}
      </div>
      {saying && <DoneDialog row={row} onClose={() => setSaying(false)} />}
    </li>
  );
}

function deedOf({ kinds, day, lessonId }: DutyRow, today: string): string {
  if (words.isWritten(kinds)) return words.write(kinds, day, day === today);
  return `${words.toDo(kinds)}${lessonId === null || day === today ? "" : words.ofDay(day)}`;
}

/** The arrows go from duty to duty, whatever group it stands in. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const own = event.currentTarget.closest(".duty");
  const lines = [...document.querySelectorAll<HTMLElement>(".duties .duty")].filter((line) => line.querySelector(".step") !== null);
  const next = lines[lines.findIndex((line) => line === own) + step]?.querySelector<HTMLElement>(".step:last-child");
  if (!next) return;
  event.preventDefault();
  next.focus();
}
