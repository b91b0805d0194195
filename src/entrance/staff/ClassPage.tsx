import { Suspense, lazy } from "react";
import { ATTENDANCE_ACTS } from "../../attendance/rules/acts.ts";
import type { Me } from "../App.tsx";
import { entranceWords as words } from "../words.ru.ts";

const MyClassScreen = lazy(() => import("../../attendance/web/door.tsx").then((door) => ({ default: door.MyClassScreen })));

/** What the section of attendance is called for the person; null for whom it is not. */
export function classSection(me: Me): string | null {
  if (!ATTENDANCE_ACTS["attendance.class.list"].some((line) => me.roles.includes(line.role))) return null;
  return me.roles.includes("homeroom_teacher") ? words.myClass : words.absences;
}

export type ShownClass = { class?: number; week?: string };

/** Reads the class and the week out of an address. */
export function shownClass(search: Record<string, unknown>): ShownClass {
  const { class: classId, week } = search;
  return { ...(Number.isInteger(classId) ? { class: Number(classId) } : {}), ...(typeof week === "string" ? { week } : {}) };
}

/** The attendance of the person's class. */
export function ClassPage({ me, shown, onShow }: { me: Me; shown: ShownClass; onShow: (next: ShownClass) => void }) {
  const heading = classSection(me) ?? words.absences;
  return (
    <Suspense fallback={null}>
      <MyClassScreen today={me.today} heading={heading} title={words.title(heading)} shown={shown} onShow={onShow} />
    </Suspense>
  );
}
