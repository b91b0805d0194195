import { createRoute } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../../control/rules/acts.ts";
import { entranceWords as words } from "../../../words.ru.ts";
import { mayAct } from "../section.ts";
import type { StaffSection } from "../section.ts";

const ReadinessScreen = lazy(() =>
  import("../../../../control/web/door.tsx").then((door) => door.readinessScreens()).then((screens) => ({ default: screens.ReadinessScreen })),
);

/** What is ready for the school year, for who answers for it. */
export const readinessSection: StaffSection = {
  path: "/readiness",
  icon: "setup",
  name: () => words.readiness,
  shown: (me) => mayAct(me, CONTROL_ACTS["control.setup.read"]),
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/readiness",
      component: function Readiness() {
        return (
          <Suspense fallback={null}>
            <ReadinessScreen title={words.title(words.readiness)} timezone={me.school.timezone} />
          </Suspense>
        );
      },
    }),
  ],
};
