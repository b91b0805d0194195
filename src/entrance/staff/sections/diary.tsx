import { createRoute } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { entranceWords as words } from "../../words.ru.ts";
import type { StaffSection } from "./section.ts";

const DiaryScreen = lazy(() => import("../../../diary/web/door.tsx").then((door) => ({ default: door.DiaryScreen })));

/** The diary of the person's own children: a teacher may be a parent of the school. */
export const diarySection: StaffSection = {
  path: "/diary",
  icon: "diary",
  name: () => words.diary,
  shown: (me) => me.children.length > 0,
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/diary",
      component: () => (
        <Suspense fallback={null}>
          <DiaryScreen me={me} inside />
        </Suspense>
      ),
    }),
  ],
};
