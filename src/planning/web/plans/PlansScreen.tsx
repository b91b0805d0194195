import { useEffect } from "react";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { CurriculumView } from "../school/CurriculumView.tsx";
import { EventsView } from "../school/EventsView.tsx";
import { FulfilmentView } from "../school/FulfilmentView.tsx";
import { LoadView } from "../school/LoadView.tsx";
import { PlansTable } from "./PlansTable.tsx";
import { planWords as words } from "./plans-words.ru.ts";
import { usePlans } from "./use-plans.ts";
import "./plans.css";

const VIEWS = ["mine", "base", "curriculum", "load", "fulfilment", "events"] as const;
export type PlansViewName = (typeof VIEWS)[number];

const may = (roles: readonly string[], lines: readonly { role: string }[]) => lines.some((line) => roles.includes(line.role));

/** The views a person of these roles has, the first of them first. */
function viewsOf(roles: readonly string[]): PlansViewName[] {
  const reads = may(roles, PLANNING_ACTS["planning.plan.read"]);
  const heads = may(roles, PLANNING_ACTS["planning.curriculum.read"]);
  return VIEWS.filter((view) => {
    if (view === "mine") return roles.includes("subject_teacher");
    if (view === "base") return reads;
    if (view === "events") return may(roles, PLANNING_ACTS["planning.class_events.read"]);
    return heads;
  });
}

type Props = { roles: readonly string[]; title: string; view: string | undefined; onView: (view: PlansViewName) => void; onOpen: (pageId: number) => void };

/** Plans: a teacher's own, the school's base, and what the heads keep: the curriculum, the load, fulfilment. */
export function PlansScreen({ roles, title, view, onView, onOpen }: Props) {
  const views = viewsOf(roles);
  const shown = views.find((each) => each === view) ?? views[0];
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page plans" id="main">
      <div className="pagehead">
        <h1>{words.title}</h1>
        {views.length > 1 && (
          <div className="seg noprint" role="group" aria-label={words.views}>
            {views.map((each) => (
              <button key={each} type="button" aria-pressed={each === shown} onClick={() => onView(each)}>
                {words.view[each]}
              </button>
            ))}
          </div>
        )}
      </div>
      {(shown === "mine" || shown === "base") && <Lists key={shown} own={shown === "mine"} onOpen={onOpen} />}
      {shown === "curriculum" && <CurriculumView />}
      {shown === "load" && <LoadView />}
      {shown === "fulfilment" && <FulfilmentView />}
      {shown === "events" && <EventsView />}
    </main>
  );
}

function Lists({ own, onOpen }: { own: boolean; onOpen: (pageId: number) => void }) {
  const asked = usePlans();
  return asked.data ? <PlansTable data={asked.data} own={own} onOpen={onOpen} /> : <Unanswered asked={asked} opening={words.opening} />;
}
