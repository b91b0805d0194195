import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../../control/rules/acts.ts";
import type { Me } from "../../../App.tsx";
import { entranceWords as words } from "../../../words.ru.ts";
import { mayAct } from "../section.ts";
import type { StaffSection } from "../section.ts";

const ReportsScreen = lazy(async () => ({ default: (await (await import("../../../../control/web/door.tsx")).reportScreens()).ReportsScreen }));

const VIEWS = ["filling", "progress", "activity", "access", "departments"] as const;
const SPANS = ["week", "month", "term", "year"] as const;
const BYS = ["teacher", "class", "subject", "grade", "department", "page"] as const;
type View = (typeof VIEWS)[number];
type Shown = { view?: View; day?: string; span?: (typeof SPANS)[number]; by?: (typeof BYS)[number] };

const ACT_OF = {
  filling: "control.figures.read",
  progress: "control.progress.read",
  activity: "control.activity.read",
  access: "control.access.read",
  departments: "control.department_report.read",
} as const;
const viewsOf = (me: Me) => VIEWS.filter((view) => mayAct(me, CONTROL_ACTS[ACT_OF[view]]));
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);

/** The reports of who controls the journals. */
export const reportsSection: StaffSection = {
  path: "/reports",
  icon: "total",
  name: () => words.reports,
  shown: (me) => viewsOf(me).length > 0,
  routes: (root, me) => {
    const reports = createRoute({
      getParentRoute: () => root,
      path: "/reports",
      validateSearch: (asked: Record<string, unknown>): Shown => {
        const [view, span, by] = [oneOf(VIEWS, asked["view"]), oneOf(SPANS, asked["span"]), oneOf(BYS, asked["by"])];
        return { ...(view && { view }), ...(span && { span }), ...(by && { by }), ...(typeof asked["day"] === "string" && { day: asked["day"] }) };
      },
      component: function Reports() {
        const shown = reports.useSearch();
        const navigate = useNavigate();
        const show = (search: Shown) => void navigate({ to: "/reports", search });
        return (
          <Suspense fallback={null}>
            <ReportsScreen timezone={me.school.timezone} title={words.title(words.reports)} today={me.today} views={viewsOf(me)} shown={shown} onShow={show} />
          </Suspense>
        );
      },
    });
    return [reports];
  },
};
