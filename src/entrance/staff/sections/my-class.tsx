import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { ATTENDANCE_ACTS } from "../../../attendance/rules/acts.ts";
import type { Me } from "../../App.tsx";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const MyClassScreen = lazy(() => import("../../../attendance/web/door.tsx").then((door) => ({ default: door.MyClassScreen })));

type ShownClass = { class?: number; week?: string };

/** Reads the class and the week out of an address. */
function shownClass(search: Record<string, unknown>): ShownClass {
  const { class: classId, week } = search;
  return { ...(Number.isInteger(classId) ? { class: Number(classId) } : {}), ...(typeof week === "string" ? { week } : {}) };
}

const nameFor = (me: Me): string => (me.roles.includes("homeroom_teacher") ? words.myClass : words.absences);

/** The attendance of a class: one's own for a homeroom teacher, any for the deputy. */
export const myClassSection: StaffSection = {
  path: "/my-class",
  icon: "class",
  name: nameFor,
  shown: (me) => mayAct(me, ATTENDANCE_ACTS["attendance.class.list"]),
  routes: (root, me) => {
    const myClass = createRoute({
      getParentRoute: () => root,
      path: "/my-class",
      validateSearch: shownClass,
      component: function MyClass() {
        const shown = myClass.useSearch();
        const navigate = useNavigate();
        const show = (search: ShownClass) => void navigate({ to: "/my-class", search });
        const heading = nameFor(me);
        return (
          <Suspense fallback={null}>
            <MyClassScreen today={me.today} heading={heading} title={words.title(heading)} shown={shown} onShow={show} />
          </Suspense>
        );
      },
    });
    return [myClass];
  },
};
