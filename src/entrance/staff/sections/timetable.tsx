import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { TIMETABLE_ACTS } from "../../../timetable/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const WeekScreen = lazy(() => import("../../../timetable/web/door.tsx").then((door) => ({ default: door.WeekScreen })));

type Shown = { by?: string; id?: number; day?: string; bells?: boolean };

/** The timetable of the week, to read and to lay by hand. */
export const timetableSection: StaffSection = {
  path: "/timetable",
  icon: "week",
  name: () => words.timetable,
  shown: (me) => mayAct(me, TIMETABLE_ACTS["timetable.week.read"]),
  routes: (root, me) => {
    const week = createRoute({
      getParentRoute: () => root,
      path: "/timetable",
      validateSearch: ({ by, id, day, bells }: Record<string, unknown>): Shown => ({
        ...(typeof by === "string" ? { by } : {}),
        ...(Number.isInteger(id) ? { id: Number(id) } : {}),
        ...(typeof day === "string" ? { day } : {}),
        ...(bells === true ? { bells } : {}),
      }),
      component: function Timetable() {
        const shown = week.useSearch();
        const navigate = useNavigate();
        const show = (search: Shown) => void navigate({ to: "/timetable", search });
        const edits = mayAct(me, TIMETABLE_ACTS["timetable.week.set"]);
        return (
          <Suspense fallback={null}>
            <WeekScreen
              school={me.school.name}
              title={words.title(words.timetable)}
              today={me.today}
              personId={me.personId}
              edits={edits}
              shown={shown}
              onShow={show}
            />
          </Suspense>
        );
      },
    });
    return [week];
  },
};
