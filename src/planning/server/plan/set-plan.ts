import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import type { setPlanRoute } from "../../contract/plan/set-plan.ts";
import { writePlan } from "./write-plan.ts";

/** Writes the plan as it is typed on screen. */
export async function setPlan(context: Context, { params, body }: Input<typeof setPlanRoute>): Promise<Output<typeof setPlanRoute>> {
  const lines = body.lines.map((line) => ({ ...line, topic: line.topic.trim(), homework: line.homework.trim(), section: line.section.trim() }));
  const empty = lines.findIndex((line) => line.topic === "");
  if (empty >= 0) throw new Failure("invalid", "planning.topic_empty", { place: empty + 1 });
  return writePlan(context, params.pageId, body.expectedVersion, { by: "hand" }, () => lines);
}
