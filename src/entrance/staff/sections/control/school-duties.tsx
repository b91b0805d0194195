import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../../control/rules/acts.ts";
import { entranceWords as words } from "../../../words.ru.ts";
import { mayAct } from "../section.ts";
import type { StaffSection } from "../section.ts";

const SchoolDutiesScreen = lazy(() => import("../../../../control/web/door.tsx").then((door) => ({ default: door.SchoolDutiesScreen })));

const VIEWS = ["people", "kinds", "register"] as const;
type Shown = { view?: (typeof VIEWS)[number] };

/** What is owed in the school, for who controls it; the register of what starts a term, for the office. */
export const schoolDutiesSection: StaffSection = {
  path: "/school-duties",
  icon: "plan",
  name: () => words.schoolDuties,
  shown: (me) => mayAct(me, CONTROL_ACTS["control.duty.school"]) || mayAct(me, CONTROL_ACTS["control.matter.read"]),
  routes: (root, me) => {
    const section = createRoute({
      getParentRoute: () => root,
      path: "/school-duties",
      validateSearch: ({ view }: Record<string, unknown>): Shown => {
        const known = VIEWS.find((one) => one === view);
        return known ? { view: known } : {};
      },
      component: function SchoolDuties() {
        const { view = "people" } = section.useSearch();
        const navigate = useNavigate();
        return (
          <Suspense fallback={null}>
            <SchoolDutiesScreen
              timezone={me.school.timezone}
              title={words.title(words.schoolDuties)}
              view={view}
              onView={(next) => void navigate({ to: "/school-duties", search: { view: next } })}
              looks={mayAct(me, CONTROL_ACTS["control.duty.school"])}
              judges={mayAct(me, CONTROL_ACTS["control.duty.judge"])}
            />
          </Suspense>
        );
      },
    });
    return [section];
  },
};
