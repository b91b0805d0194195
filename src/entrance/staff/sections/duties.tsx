import { createRoute } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../control/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const DutiesCount = lazy(() => import("../../../control/web/door.tsx").then((door) => ({ default: door.DutiesCount })));
const DutiesScreen = lazy(() => import("../../../control/web/door.tsx").then((door) => ({ default: door.DutiesScreen })));

/** What the person owes by the regulation. */
export const dutiesSection: StaffSection = {
  path: "/duties",
  icon: "duties",
  name: () => words.duties,
  shown: (me) => mayAct(me, CONTROL_ACTS["control.duty.mine"]),
  Count: () => (
    <Suspense fallback={null}>
      <DutiesCount />
    </Suspense>
  ),
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/duties",
      component: () => (
        <Suspense fallback={null}>
          <DutiesScreen timezone={me.school.timezone} title={words.title(words.duties)} />
        </Suspense>
      ),
    }),
  ],
};
