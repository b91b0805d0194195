import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { TIMETABLE_ACTS } from "../../../timetable/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const SubstitutionsScreen = lazy(() => import("../../../timetable/web/door.tsx").then((door) => ({ default: door.SubstitutionsScreen })));

type Shown = { day?: string; month?: string };

/** Substitutions, cancellations and moves of a day, and their register. */
export const substitutionsSection: StaffSection = {
  path: "/substitutions",
  icon: "swap",
  name: () => words.substitutions,
  shown: (me) => mayAct(me, TIMETABLE_ACTS["timetable.day.read"]),
  routes: (root, me) => {
    const { timezone, name: school } = me.school;
    const substitutions = createRoute({
      getParentRoute: () => root,
      path: "/substitutions",
      validateSearch: ({ day, month }: Record<string, unknown>): Shown => ({
        ...(typeof day === "string" ? { day } : {}),
        ...(typeof month === "string" ? { month } : {}),
      }),
      component: function Substitutions() {
        const shown = substitutions.useSearch();
        const navigate = useNavigate();
        const show = (search: Shown) => void navigate({ to: "/substitutions", search });
        return (
          <Suspense fallback={null}>
            <SubstitutionsScreen timezone={timezone} school={school} title={words.title(words.substitutions)} today={me.today} shown={shown} onShow={show} />
          </Suspense>
        );
      },
    });
    return [substitutions];
  },
};
