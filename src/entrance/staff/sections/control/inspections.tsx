import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../../control/rules/acts.ts";
import type { InspectionView, ShownInspections } from "../../../../control/web/door.tsx";
import type { Me } from "../../../App.tsx";
import { entranceWords as words } from "../../../words.ru.ts";
import { mayAct } from "../section.ts";
import type { StaffSection } from "../section.ts";

const InspectionsScreen = lazy(() =>
  import("../../../../control/web/inspections/InspectionsScreen.tsx").then((screen) => ({ default: screen.InspectionsScreen })),
);

const VIEWS = [
  ["month", CONTROL_ACTS["control.inspection.list"]],
  ["week", CONTROL_ACTS["control.class_week.read"]],
  ["departments", CONTROL_ACTS["control.department_days.read"]],
  ["care", CONTROL_ACTS["control.care.read"]],
  ["bonuses", CONTROL_ACTS["control.bonus.read"]],
] as const satisfies readonly (readonly [InspectionView, readonly { role: string }[]])[];

const viewsOf = (me: Me): InspectionView[] => VIEWS.flatMap(([view, lines]) => (mayAct(me, lines) ? [view] : []));

/** Checks of journals as entries. */
export const inspectionsSection: StaffSection = {
  path: "/inspections",
  icon: "ok",
  name: () => words.inspections,
  shown: (me) => viewsOf(me).length > 0,
  routes: (root, me) => {
    const inspections = createRoute({
      getParentRoute: () => root,
      path: "/inspections",
      validateSearch: ({ view, day, class: classId }: Record<string, unknown>): ShownInspections => {
        const known = VIEWS.map(([one]) => one).find((one) => one === view);
        return { ...(known && { view: known }), ...(typeof day === "string" ? { day } : {}), ...(Number.isInteger(classId) ? { class: Number(classId) } : {}) };
      },
      component: function Inspections() {
        const shown = inspections.useSearch();
        const navigate = useNavigate();
        const office = me.roles.includes("director") ? "director" : me.roles.includes("deputy_studies") ? "deputy" : null;
        return (
          <Suspense fallback={null}>
            <InspectionsScreen
              title={words.title(words.inspections)}
              today={me.today}
              views={viewsOf(me)}
              office={office}
              shown={shown}
              onShow={(search: ShownInspections) => void navigate({ to: "/inspections", search })}
            />
          </Suspense>
        );
      },
    });
    return [inspections];
  },
};
