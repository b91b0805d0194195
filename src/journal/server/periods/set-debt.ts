import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { setDebtRoute } from "../../contract/periods/class-summary.ts";
import { PERIOD_ACTS } from "../../rules/period-acts.ts";
import { refusalOfAttempts } from "../../rules/results.ts";
import { DEBT, STORE_DEBT } from "./result-queries.ts";

/** Sets when a pupil tries to make an academic debt good and with what result; there are two attempts. */
export async function setDebt({ tx, actor, now }: Context, { params, body }: Input<typeof setDebtRoute>): Promise<Output<typeof setDebtRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, pupilId } = params;
  const { first, second, expectedVersion } = body;
  const facts = await tx.row(DEBT, [schoolId, pageId, pupilId, today]);
  if (!facts) throw new Failure("not_found", "journal.debt_not_found");
  const right = permit(actor, PERIOD_ACTS, setDebtRoute.act, { own_grade: await hasInCare(tx, actor, "deputy_studies", [facts.gradeLevel]) });
  const { standing } = facts;
  if (!standing) throw new Failure("not_found", "journal.debt_not_found");
  for (const { on } of [first, second]) if (on !== null && parseDay(on) === null) throw new Failure("invalid", "journal.not_a_day", { text: on });
  demandNorms(today, { "marks.scale_period": facts.scale });
  const refusal = refusalOfAttempts({ first, second, scale: facts.scale! });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  const shown = (one: typeof first) => `${one.on} ${one.mark}`;
  if (shown(standing.first) === shown(first) && shown(standing.second) === shown(second)) return standing;
  const conflict = () => new Failure("conflict", "journal.result_changed_meanwhile", { version: standing.version });
  if (standing.version !== expectedVersion) throw conflict();
  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setDebtRoute.act,
    right,
    body: { pupil: pupilId, before: { first: standing.first, second: standing.second }, after: { first, second } },
  };
  const attempts = [first.on, first.mark, second.on, second.mark];
  const stored = await tx.row(STORE_DEBT, [schoolId, pageId, pupilId, personId, now, expectedVersion, ...attempts, ...actAndEvent(entry)]);
  if (!stored) throw conflict();
  return { ...standing, first, second, version: stored.version };
}
