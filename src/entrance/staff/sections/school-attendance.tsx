import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { ATTENDANCE_ACTS } from "../../../attendance/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const SchoolAttendance = lazy(() => import("../../../attendance/web/door.tsx").then((door) => ({ default: door.SchoolAttendance })));

type Shown = { view?: "alarms"; day?: string };

/** The attendance of the whole school for the deputy, the director and the social pedagogue. */
export const schoolAttendanceSection: StaffSection = {
  path: "/attendance",
  icon: "total",
  name: () => words.schoolAttendance,
  shown: (me) => mayAct(me, ATTENDANCE_ACTS["attendance.school.read"]),
  routes: (root, me) => {
    const attendance = createRoute({
      getParentRoute: () => root,
      path: "/attendance",
      validateSearch: ({ view, day }: Record<string, unknown>): Shown => ({
        ...(view === "alarms" ? { view } : {}),
        ...(typeof day === "string" ? { day } : {}),
      }),
      component: function Attendance() {
        const shown = attendance.useSearch();
        const navigate = useNavigate();
        const show = (search: Shown) => void navigate({ to: "/attendance", search });
        return (
          <Suspense fallback={null}>
            <SchoolAttendance today={me.today} title={words.title(words.schoolAttendance)} shown={shown} onShow={show} />
          </Suspense>
        );
      },
    });
    return [attendance];
  },
};
