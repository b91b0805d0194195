import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { GROUP_ACTS } from "../../../planning/rules/group-acts.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const GroupsScreen = lazy(() => import("../../../planning/web/door.tsx").then((door) => ({ default: door.GroupsScreen })));

type Shown = { group?: number; view?: "kinds" };

/** Groups made by hand, electives to extended-day groups, and the kinds of journal. */
export const groupsSection: StaffSection = {
  path: "/groups",
  icon: "class",
  name: () => words.groups,
  shown: (me) => mayAct(me, GROUP_ACTS["planning.group.read"]),
  routes: (root) => {
    const groups = createRoute({
      getParentRoute: () => root,
      path: "/groups",
      validateSearch: ({ group, view }: Record<string, unknown>): Shown => ({
        ...(Number.isInteger(group) ? { group: Number(group) } : {}),
        ...(view === "kinds" ? { view } : {}),
      }),
      component: function Groups() {
        const shown = groups.useSearch();
        const navigate = useNavigate();
        const show = (search: Shown) => void navigate({ to: "/groups", search });
        return (
          <Suspense fallback={null}>
            <GroupsScreen title={words.title(words.groups)} shown={shown} onShow={show} />
          </Suspense>
        );
      },
    });
    return [groups];
  },
};
