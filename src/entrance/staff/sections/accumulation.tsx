import { createRoute } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { JOURNAL_ACTS } from "../../../journal/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const AccumulationScreen = lazy(() =>
  import("../../../journal/web/accumulation/AccumulationScreen.tsx").then((screen) => ({ default: screen.AccumulationScreen })),
);

/** How marks are gathered by class and subject. */
export const accumulationSection: StaffSection = {
  path: "/accumulation",
  icon: "up",
  name: () => words.accumulation,
  shown: (me) => mayAct(me, JOURNAL_ACTS["journal.accumulation.read"]),
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/accumulation",
      component: () => (
        <Suspense fallback={null}>
          <AccumulationScreen title={words.title(words.accumulation)} today={me.today} />
        </Suspense>
      ),
    }),
  ],
};
