import { createRoute } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { JOURNAL_ACTS } from "../../../journal/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const WorkTypesScreen = lazy(() => import("../../../journal/web/door.tsx").then((door) => ({ default: door.WorkTypesScreen })));

/** The dictionary of work types, for those who keep it. */
export const workTypesSection: StaffSection = {
  path: "/work-types",
  icon: "book",
  name: () => words.workTypes,
  shown: (me) => mayAct(me, JOURNAL_ACTS["journal.work_type.list"]),
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/work-types",
      component: () => (
        <Suspense fallback={null}>
          <WorkTypesScreen title={words.title(words.workTypes)} mayChange={mayAct(me, JOURNAL_ACTS["journal.work_type.set"])} />
        </Suspense>
      ),
    }),
  ],
};
