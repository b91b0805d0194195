import { Link } from "@tanstack/react-router";
import { dayIn } from "../../../../foundation/day.ts";
import { Waiting } from "../../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../../foundation/ui/sentence.ts";
import type { DutyCode } from "../../../rules/duties/duty-kinds.ts";
import { aboutOf, placeOf } from "../duty-rows.ts";
import { dutyWords } from "../duty-words.ru.ts";
import { schoolDutyWords as words } from "./school-duty-words.ru.ts";
import { useDutyList } from "./use-school-duties.ts";

/** The duties behind a number, the longest overdue first, each with its clause and the way to the place. */
export function DutyList({ query, timezone }: { query: { personId?: number; kind?: DutyCode }; timezone: string }) {
  const { data, error } = useDutyList(query);
  if (error) return <p className="note bad">{sentenceOfError(error)}</p>;
  if (!data) return <Waiting text={words.waiting} />;
  if (data.duties.length === 0) return <p className="muted">{words.nothing}</p>;
  return (
    <>
      <ol className="behind">
        {data.duties.map(({ duty, name, controller, superior }) => {
          const row = { ...duty, key: "", kinds: [duty.kind] };
          const place = placeOf(row);
          const what = `${aboutOf(duty)} ${dutyWords.toDo([duty.kind])}`.trim();
          const beneath = [
            duty.span === null ? "" : dutyWords.span(duty.span),
            dutyWords.missing(duty.left),
            query.personId === undefined ? name : "",
            duty.clause,
            dutyWords.controlledBy(controller),
            dutyWords.superior(superior),
          ].filter((word) => word !== "");
          return (
            <li key={`${duty.kind} ${duty.aboutId} ${duty.day}`} className={duty.state}>
              <span className="when">{words.due(dayIn(timezone, new Date(duty.dueAt)))}</span>
              <span>
                {place === null ? what : <Link to={place}>{what}</Link>}
                <span className="beside">{beneath.join(" · ")}</span>
              </span>
            </li>
          );
        })}
      </ol>
      {data.all > data.duties.length && <p className="small muted">{words.more(data.duties.length, data.all)}</p>}
    </>
  );
}
