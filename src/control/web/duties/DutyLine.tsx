import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { dayIn } from "../../../foundation/day.ts";
import { termOf } from "./duty-rows.ts";
import type { DutyRow } from "./duty-rows.ts";
import { dutyWords as words } from "./duty-words.ru.ts";

/** One duty: its term, what is owed, by which clause, and the way to the very lesson. */
export function DutyLine({ row, now, timezone }: { row: DutyRow; now: Date; timezone: string }) {
  const { main, beside } = termOf(row, now, timezone);
  const isToday = row.day === dayIn(timezone, now);
  return (
    <li className="duty">
      <div className="due">
        <b>{main}</b>
        {beside}
      </div>
      <div>
        <h3>
          <span className="cl">
            {row.groupName}, {row.subject}.
          </span>{" "}
          {words.write(row.kinds, row.day, isToday)}
        </h3>
        <p>
          {words.lesson(row.slot)} <span className="law">· {row.clause}</span>
        </p>
      </div>
      <div className="quick">
        <Link className="btn small" to="/journal/$pageId" params={{ pageId: String(row.pageId) }} search={{ lesson: row.lessonId }} onKeyDown={walk}>
          {words.open}
        </Link>
      </div>
    </li>
  );
}

/** The arrows go from duty to duty, whatever group it stands in. */
function walk(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const places = [...document.querySelectorAll<HTMLElement>(".duties .duty a")];
  const next = places[places.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
