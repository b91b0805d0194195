import { createRoute, useBlocker, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy, useState } from "react";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { PLANNING_ACTS } from "../../../planning/rules/acts.ts";
import { plansSectionWords } from "../../../planning/web/plans/section-words.ru.ts";
import { entranceWords as words } from "../../words.ru.ts";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

const PlansScreen = lazy(() => import("../../../planning/web/door.tsx").then((door) => ({ default: door.PlansScreen })));
const PlanScreen = lazy(() => import("../../../planning/web/door.tsx").then((door) => ({ default: door.PlanScreen })));

/** Lesson plans, the curriculum, the load and events with the class. */
export const plansSection: StaffSection = {
  path: "/plans",
  icon: "plan",
  name: () => plansSectionWords.name,
  shown: (me) => mayAct(me, PLANNING_ACTS["planning.plan.read"]) || mayAct(me, PLANNING_ACTS["planning.class_events.read"]),
  routes: (root, me) => {
    const list = createRoute({
      getParentRoute: () => root,
      path: "/plans",
      validateSearch: ({ view }: Record<string, unknown>): { view?: string } => (typeof view === "string" ? { view } : {}),
      component: function Plans() {
        const { view }: { view?: string } = list.useSearch();
        const navigate = useNavigate();
        return (
          <Suspense fallback={null}>
            <PlansScreen
              roles={me.roles}
              title={words.title(plansSectionWords.name)}
              view={view}
              onView={(next) => void navigate({ to: "/plans", search: { view: next } })}
              onOpen={(pageId) => void navigate({ to: "/plans/$pageId", params: { pageId: String(pageId) } })}
            />
          </Suspense>
        );
      },
    });
    const page = createRoute({
      getParentRoute: () => root,
      path: "/plans/$pageId",
      component: function Plan() {
        const { pageId }: { pageId: string } = page.useParams();
        const navigate = useNavigate();
        const [dirty, setDirty] = useState(false);
        // what is typed and not saved is not left without a question
        const leaving = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });
        return (
          <Suspense fallback={null}>
            <PlanScreen
              key={pageId}
              pageId={Number(pageId)}
              school={me.school.name}
              titleOf={words.title}
              onBack={() => void navigate({ to: "/plans" })}
              onDirty={setDirty}
            />
            {leaving.status === "blocked" && (
              <Dialog
                title={plansSectionWords.leave.heading}
                onClose={leaving.reset}
                footer={
                  <>
                    <button className="btn primary" type="button" onClick={leaving.reset}>
                      {plansSectionWords.leave.stay}
                    </button>
                    <button className="btn danger" type="button" onClick={leaving.proceed}>
                      {plansSectionWords.leave.go}
                    </button>
                  </>
                }
              >
                <p>{plansSectionWords.leave.text}</p>
              </Dialog>
            )}
          </Suspense>
        );
      },
    });
    return [list, page];
  },
};
