import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { parseDay } from "../../../foundation/day.ts";
import { JOURNAL_ACTS } from "../../../journal/rules/acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const MyChangesScreen = lazy(() => import("../../../journal/web/changes/MyChangesScreen.tsx").then((screen) => ({ default: screen.MyChangesScreen })));
const CorrectionsScreen = lazy(() => import("../../../journal/web/changes/CorrectionsScreen.tsx").then((screen) => ({ default: screen.CorrectionsScreen })));

/** All changes that the person made on a day, with undo. */
export const myChangesSection: StaffSection = {
  path: "/my-changes",
  icon: "undo",
  name: () => words.myChanges,
  shown: (me) => mayAct(me, JOURNAL_ACTS["journal.my_changes.read"]),
  routes: (root, me) => {
    const changes = createRoute({
      getParentRoute: () => root,
      path: "/my-changes",
      validateSearch: ({ day }: Record<string, unknown>): { day?: string } => (typeof day === "string" && parseDay(day) !== null ? { day } : {}),
      component: function MyChanges() {
        const { day } = changes.useSearch();
        const navigate = useNavigate();
        const show = (next: string) => void navigate({ to: "/my-changes", search: { day: next } });
        return (
          <Suspense fallback={null}>
            <MyChangesScreen title={words.title(words.myChanges)} timezone={me.school.timezone} today={me.today} day={day ?? me.today} onDay={show} />
          </Suspense>
        );
      },
    });
    return [changes];
  },
};

/** What was changed after its term, for the deputy. */
export const correctionsSection: StaffSection = {
  path: "/corrections",
  icon: "clock",
  name: () => words.corrections,
  shown: (me) => mayAct(me, JOURNAL_ACTS["journal.corrections.read"]),
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/corrections",
      component: () => (
        <Suspense fallback={null}>
          <CorrectionsScreen title={words.title(words.corrections)} timezone={me.school.timezone} today={me.today} />
        </Suspense>
      ),
    }),
  ],
};
