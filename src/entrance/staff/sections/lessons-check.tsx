import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { JOURNAL_ACTS } from "../../../journal/rules/acts.ts";
import type { ShownCheck } from "../../../journal/web/door.tsx";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const LessonsCheckScreen = lazy(() => import("../../../journal/web/door.tsx").then((door) => ({ default: door.LessonsCheckScreen })));

const shownCheck = ({ view, class: classId, day, month }: Record<string, unknown>): ShownCheck => ({
  ...(view === "homework" ? { view } : {}),
  ...(Number.isInteger(classId) ? { class: Number(classId) } : {}),
  ...(typeof day === "string" ? { day } : {}),
  ...(typeof month === "string" ? { month } : {}),
});

/** What is not written of the lessons of a month, and the homework of a class by day. */
export const lessonsCheckSection: StaffSection = {
  path: "/lessons-check",
  icon: "book",
  name: () => words.lessonsCheck,
  shown: (me) => mayAct(me, JOURNAL_ACTS["journal.unwritten.read"]) || mayAct(me, JOURNAL_ACTS["journal.homework.read"]),
  routes: (root, me) => {
    const check = createRoute({
      getParentRoute: () => root,
      path: "/lessons-check",
      validateSearch: shownCheck,
      component: function LessonsCheck() {
        const shown = check.useSearch();
        const navigate = useNavigate();
        return (
          <Suspense fallback={null}>
            <LessonsCheckScreen
              today={me.today}
              title={words.title(words.lessonsCheck)}
              readsClasses={mayAct(me, JOURNAL_ACTS["journal.homework.read"])}
              readsMonth={mayAct(me, JOURNAL_ACTS["journal.unwritten.read"])}
              shown={shown}
              onShow={(search: ShownCheck) => void navigate({ to: "/lessons-check", search })}
            />
          </Suspense>
        );
      },
    });
    return [check];
  },
};
