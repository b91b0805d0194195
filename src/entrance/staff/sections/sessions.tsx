import { createRoute } from "@tanstack/react-router";
import { SessionsScreen } from "../../../access/web/door.tsx";
import { entranceWords as words } from "../../words.ru.ts";
import type { StaffSection } from "./section.ts";

/** Where the person is signed in. */
export const sessionsSection: StaffSection = {
  path: "/sessions",
  icon: "user",
  name: () => words.sessions,
  shown: () => true,
  routes: (root, me, leave) => [
    createRoute({ getParentRoute: () => root, path: "/sessions", component: () => <SessionsScreen timezone={me.school.timezone} onSignOut={leave} /> }),
  ],
};
