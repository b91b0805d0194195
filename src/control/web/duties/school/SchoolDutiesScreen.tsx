import { useEffect } from "react";
import { Unanswered } from "../../../../foundation/ui/Answered.tsx";
import { AwaitingPanel } from "./AwaitingPanel.tsx";
import { CountedTable } from "./CountedTable.tsx";
import type { CountedRow } from "./CountedTable.tsx";
import { RegisterPanel } from "./RegisterPanel.tsx";
import { dutyWords } from "../duty-words.ru.ts";
import { schoolDutyWords as words } from "./school-duty-words.ru.ts";
import { useSchoolDuties } from "./use-school-duties.ts";
import "./school-duties.css";

export type SchoolDutiesView = "people" | "kinds" | "register";
type Props = { timezone: string; title: string; view: SchoolDutiesView; onView: (view: SchoolDutiesView) => void; looks: boolean; judges: boolean };

/** What is owed in the school: by who answers for it, by kind, and the register of what starts a term. */
export function SchoolDutiesScreen({ timezone, title, view, onView, looks, judges }: Props) {
  const asked = useSchoolDuties(looks);
  const { data } = asked;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const shown = looks ? view : "register";
  const total = (state: "overdue" | "today") => data?.people.reduce((sum, person) => sum + person[state], 0) ?? 0;
  return (
    <main className="page school-duties" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        {data && <span className="soft">{words.sum(total("overdue"), total("today"))}</span>}
        {looks && (
          <div className="seg" role="group" aria-label={words.view}>
            {(["people", "kinds", "register"] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === shown} onClick={() => onView(one)}>
                {words.views[one]}
              </button>
            ))}
          </div>
        )}
      </div>
      {shown === "register" && <RegisterPanel timezone={timezone} />}
      {shown !== "register" && (!data || asked.error) && <Unanswered asked={asked} opening={words.waiting} />}
      {shown !== "register" && data && (
        <>
          {judges && <AwaitingPanel awaiting={data.awaiting} timezone={timezone} />}
          {shown === "people" ? (
            <CountedTable key="people" heading={words.people} column={words.person} rows={data.people.map(personRow)} timezone={timezone} />
          ) : (
            <CountedTable
              key="kinds"
              heading={words.onlyAsked}
              column={words.kind}
              rows={data.kinds.filter(({ norm }) => norm !== null).map(kindRow)}
              timezone={timezone}
            >
              <p className="small muted">{words.notAsked(data.kinds.filter(({ norm }) => norm === null).length)}</p>
            </CountedTable>
          )}
        </>
      )}
    </main>
  );
}

type School = NonNullable<ReturnType<typeof useSchoolDuties>["data"]>;

function personRow({ personId, name, kinds, ...counts }: School["people"][number]): CountedRow {
  return {
    key: String(personId),
    name: name === "" ? words.nobody : name,
    beside: kinds
      .slice(0, 3)
      .map(({ kind }) => dutyWords.name(kind))
      .join(", "),
    query: { personId },
    ...counts,
  };
}

function kindRow({ kind, clause, act, controller, overdue, today, soon }: School["kinds"][number]): CountedRow {
  const beside = [clause, act, dutyWords.controlledBy(controller)].filter((word) => word !== "").join(" · ");
  return { key: kind, name: dutyWords.name(kind), beside, query: { kind }, overdue, today, soon };
}
