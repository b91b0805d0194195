import { createRoute } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_WORK_ACTS } from "../../../planning/rules/control-works/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const ControlWorksScreen = lazy(() =>
  import("../../../planning/web/control-works/ControlWorksScreen.tsx").then((screen) => ({ default: screen.ControlWorksScreen })),
);

/** Results are written in the journal, in the column of the work: they are marks of its type. */
const resultsOf = ({ pageId, lessonId }: { pageId: number; lessonId: number }) => `/journal/${pageId}?lesson=${lessonId}`;

/** The schedule of control works of the whole school. */
export const controlWorksSection: StaffSection = {
  path: "/control-works",
  icon: "work",
  name: () => words.controlWorks,
  shown: (me) => mayAct(me, CONTROL_WORK_ACTS["planning.control_works.read"]),
  routes: (root) => [
    createRoute({
      getParentRoute: () => root,
      path: "/control-works",
      component: () => (
        <Suspense fallback={null}>
          <ControlWorksScreen title={words.title(words.controlWorks)} resultsOf={resultsOf} />
        </Suspense>
      ),
    }),
  ],
};
