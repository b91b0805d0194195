import Type from "typebox";
import { Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";
import { LONGEST_HOMEWORK, LONGEST_SECTION, LONGEST_TOPIC, MOST_HOURS, MOST_LINES } from "../../rules/plan/plan-lines.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();

const Line = {
  topic: Type.String({ minLength: 1, maxLength: LONGEST_TOPIC }),
  hours: Type.Integer({ minimum: 1, maximum: MOST_HOURS }),
  homework: Type.String({ maxLength: LONGEST_HOMEWORK }),
  section: Type.String({ maxLength: LONGEST_SECTION }),
  isControl: Type.Boolean(),
};

/** A line of a plan as it stands. */
export const PlanLine = Type.Object({ lineId: Id, ...Line });

export const setPlanRoute = defineRoute({
  operationId: "setPlan",
  summary: "Writes the whole lesson plan of a page over the version seen; lines keep their numbers, new ones have none yet",
  method: "PUT",
  path: "/api/plans/:pageId",
  act: "planning.plan.set",
  params: Type.Object({ pageId: Id }),
  body: Type.Object(
    {
      expectedVersion: Version,
      lines: Type.Array(Type.Object({ lineId: Type.Union([Id, Type.Null()]), ...Line }, { additionalProperties: false }), { maxItems: MOST_LINES }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ version: Version, lines: Type.Array(PlanLine) }),
  failures: ["access.not_permitted", "planning.page_not_found", "planning.plan_changed_meanwhile", "planning.topic_empty"],
});
