import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { CONTROL_ACTS } from "../../../../control/rules/acts.ts";
import { entranceWords as words } from "../../../words.ru.ts";
import { mayAct } from "../section.ts";
import type { StaffSection } from "../section.ts";

const RegulationScreen = lazy(() =>
  import("../../../../control/web/door.tsx").then((door) => door.regulationScreens()).then((screens) => ({ default: screens.RegulationScreen })),
);

/** The school's regulation, for everybody of the staff. */
export const regulationSection: StaffSection = {
  path: "/regulation",
  icon: "rules",
  name: () => words.regulation,
  shown: (me) => mayAct(me, CONTROL_ACTS["control.regulation.read"]),
  routes: (root) => {
    const regulation = createRoute({
      getParentRoute: () => root,
      path: "/regulation",
      validateSearch: ({ day }: Record<string, unknown>): { day?: string } => (typeof day === "string" ? { day } : {}),
      component: function Regulation() {
        const { day } = regulation.useSearch();
        const navigate = useNavigate();
        const show = (next: string | undefined) => void navigate({ to: "/regulation", search: next === undefined ? {} : { day: next } });
        return (
          <Suspense fallback={null}>
            <RegulationScreen title={words.title(words.regulation)} day={day} onShow={show} />
          </Suspense>
        );
      },
    });
    return [regulation];
  },
};
