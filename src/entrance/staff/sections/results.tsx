import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { ATTENDANCE_ACTS } from "../../../attendance/rules/acts.ts";
import { JOURNAL_ACTS } from "../../../journal/rules/acts.ts";
import { periods } from "../../../journal/web/door.tsx";
import { PLANNING_ACTS } from "../../../planning/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const ResultsScreen = lazy(() => periods().then((screens) => ({ default: screens.ResultsScreen })));

type Shown = { class?: number; view?: "closing" };

/** Results of classes and the closing of terms. */
export const resultsSection: StaffSection = {
  path: "/results",
  icon: "total",
  name: () => words.results,
  shown: (me) => mayAct(me, JOURNAL_ACTS["journal.summary.read"]),
  routes: (root, me) => {
    const may = {
      debt: mayAct(me, JOURNAL_ACTS["journal.debt.set"]),
      exam: mayAct(me, JOURNAL_ACTS["journal.exam.set"]),
      close: mayAct(me, PLANNING_ACTS["planning.term.close"]),
      attach: mayAct(me, PLANNING_ACTS["planning.assessment.attach"]),
      closing: mayAct(me, JOURNAL_ACTS["journal.closing.read"]),
      classes: mayAct(me, ATTENDANCE_ACTS["attendance.class.list"]),
    };
    const results = createRoute({
      getParentRoute: () => root,
      path: "/results",
      validateSearch: (search: Record<string, unknown>): Shown => ({
        ...(Number.isInteger(search["class"]) ? { class: Number(search["class"]) } : {}),
        ...(search["view"] === "closing" ? { view: "closing" } : {}),
      }),
      component: function Results() {
        const shown = results.useSearch();
        const navigate = useNavigate();
        const show = (search: Shown) => void navigate({ to: "/results", search });
        return (
          <Suspense fallback={null}>
            <ResultsScreen today={me.today} may={may} shown={shown} onShow={show} />
          </Suspense>
        );
      },
    });
    return [results];
  },
};
