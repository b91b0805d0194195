import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../control/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const ControlScreen = lazy(() => import("../../../control/web/door.tsx").then((door) => ({ default: door.ControlScreen })));

type Shown = { day?: string; span?: "week" | "month"; by?: "teacher" | "class" };

/** How the journal of the school is kept, for who controls it. */
export const controlSection: StaffSection = {
  path: "/control",
  icon: "control",
  name: () => words.control,
  shown: (me) => mayAct(me, CONTROL_ACTS["control.journal.read"]),
  routes: (root, me) => {
    const control = createRoute({
      getParentRoute: () => root,
      path: "/control",
      validateSearch: ({ day, span, by }: Record<string, unknown>): Shown => ({
        ...(typeof day === "string" ? { day } : {}),
        ...(span === "week" || span === "month" ? { span } : {}),
        ...(by === "teacher" || by === "class" ? { by } : {}),
      }),
      component: function Control() {
        const shown = control.useSearch();
        const navigate = useNavigate();
        const show = (search: Shown) => void navigate({ to: "/control", search });
        return (
          <Suspense fallback={null}>
            <ControlScreen timezone={me.school.timezone} title={words.title(words.control)} today={me.today} shown={shown} onShow={show} />
          </Suspense>
        );
      },
    });
    return [control];
  },
};
