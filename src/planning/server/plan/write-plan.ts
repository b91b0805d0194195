import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { isSamePlan, numberLines, planDifference } from "../../rules/plan/plan-lines.ts";
import type { NumberedLine, StoredLine } from "../../rules/plan/plan-lines.ts";
import { planToWrite, storePlan } from "./plan-queries.ts";
import type { PlanToWrite } from "./plan-queries.ts";

/** Where the lines of a plan come from: typed, a file's name, a colleague's page. Goes into the audit. */
export type PlanSource = { by: "hand" } | { by: "file"; name: string } | { by: "copy"; pageId: number };

/**
 * Writes the plan of a page for the person who teaches it: what is made of the standing lines replaces them whole, over the version seen.
 * What already stands is answered as done. All or nothing.
 */
export async function writePlan(
  { tx, actor, now }: Context,
  pageId: number,
  expectedVersion: number,
  source: PlanSource,
  linesOf: (standing: PlanToWrite) => readonly NumberedLine[],
): Promise<{ version: number; lines: StoredLine[] }> {
  const { schoolId, personId, today } = actor;
  const standing = await planToWrite(tx, schoolId, pageId, personId, today);
  if (!standing) throw new Failure("not_found", "planning.page_not_found");
  const right = permit(actor, PLANNING_ACTS, "planning.plan.set", { own_page: standing.teachesPage });
  const { lines, last } = numberLines(linesOf(standing), standing.lines, standing.lastLine);
  const difference = planDifference(standing.lines, lines);
  if (isSamePlan(difference) && standing.version >= expectedVersion) return { version: standing.version, lines };
  if (standing.version !== expectedVersion) throw new Failure("conflict", "planning.plan_changed_meanwhile", { version: standing.version });

  const version = await storePlan(
    tx,
    { schoolId, pageId, lines, lastLine: last, source: source.by === "file" ? source.name : "", expectedVersion },
    { schoolId, stream: pageId, actor: personId, at: now, act: "planning.plan.set", right, body: { source, ...difference } },
  );
  if (version === undefined) {
    const first = await planToWrite(tx, schoolId, pageId, personId, today);
    throw new Failure("conflict", "planning.plan_changed_meanwhile", { version: first?.version ?? 0 });
  }
  return { version, lines };
}
