import { createRoute } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../../control/rules/acts.ts";
import type { Me } from "../../../App.tsx";
import { entranceWords as words } from "../../../words.ru.ts";
import { mayAct } from "../section.ts";
import type { StaffSection } from "../section.ts";

const RemarksCount = lazy(() => import("../../../../control/web/door.tsx").then((door) => ({ default: door.RemarksCount })));
const RemarksScreen = lazy(() => import("../../../../control/web/door.tsx").then((door) => ({ default: door.RemarksScreen })));

/** Which sides of remarks the person is on. */
const sidesOf = (me: Me) => ({ owes: mayAct(me, CONTROL_ACTS["control.remark.mine"]), looks: mayAct(me, CONTROL_ACTS["control.remark.list"]) });

/** Remarks to the journal: those to fix and those given. */
export const remarksSection: StaffSection = {
  path: "/remarks",
  icon: "bad",
  name: () => words.remarks,
  shown: (me) => Object.values(sidesOf(me)).includes(true),
  Count: ({ me }) => (
    <Suspense fallback={null}>
      <RemarksCount {...sidesOf(me)} />
    </Suspense>
  ),
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/remarks",
      component: () => (
        <Suspense fallback={null}>
          <RemarksScreen timezone={me.school.timezone} title={words.title(words.remarks)} {...sidesOf(me)} />
        </Suspense>
      ),
    }),
  ],
};
