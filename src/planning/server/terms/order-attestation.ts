import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { orderAttestationRoute } from "../../contract/terms/close-term.ts";
import { TERM_ACTS } from "../../rules/term-acts.ts";
import { YEAR_TERM } from "../../rules/closed-term.ts";

type Standing = { dueOn: LocalDate; orderRef: string; version: number };

const ORDER = statement<{ known: boolean; standing: Standing | null }>(
  "planning.attestation_order",
  `select exists (select from timetable.term t where t.school_id = $1 and t.year = $2 and t.grade_level = $3 and ($4::int = ${YEAR_TERM} or t.term = $4::int)) as known,
     (select json_build_object('dueOn', o.due_on, 'orderRef', o.order_ref, 'version', o.version) from planning.attestation_order o
       where o.school_id = $1 and o.year = $2 and o.grade_level = $3 and o.term = $4::int) as standing`,
);
const STORE_ORDER = statement<{ version: number }>(
  "planning.store_attestation_order",
  `insert into planning.attestation_order as o (school_id, year, grade_level, term, due_on, order_ref, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (school_id, year, grade_level, term) do update set due_on = excluded.due_on, order_ref = excluded.order_ref, set_by = excluded.set_by,
     set_at = excluded.set_at, version = o.version + 1 where o.version = $9 returning version`,
);

/** Keeps the day that the director's order names for the marks of a term in a grade. */
export async function orderAttestation(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof orderAttestationRoute>,
): Promise<Output<typeof orderAttestationRoute>> {
  const { schoolId, personId } = actor;
  const { year, gradeLevel, term } = params;
  const right = permit(actor, TERM_ACTS, orderAttestationRoute.act, { own_grade: await hasInCare(tx, actor, "deputy_studies", [gradeLevel]) });
  const { known, standing } = (await tx.row(ORDER, [schoolId, year, gradeLevel, term]))!;
  if (!known) throw new Failure("not_found", "planning.term_not_found");
  const { expectedVersion } = body;
  const dueOn = parseDay(body.dueOn);
  if (dueOn === null) throw new Failure("invalid", "planning.not_a_day", { text: body.dueOn });
  const orderRef = body.orderRef.trim();
  if (orderRef === "") throw new Failure("refused", "planning.order_without_number");
  if (standing?.dueOn === dueOn && standing.orderRef === orderRef) return standing;

  const stored =
    (standing?.version ?? 0) === expectedVersion &&
    (await tx.row(STORE_ORDER, [schoolId, year, gradeLevel, term, dueOn, orderRef, personId, now, expectedVersion]));
  if (!stored)
    throw new Failure("conflict", "planning.attestation_order_changed_meanwhile", { dueOn: standing?.dueOn ?? null, version: standing?.version ?? 0 });
  const shown = { year, gradeLevel, term, before: standing?.dueOn ?? null, after: dueOn, order: orderRef };
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: orderAttestationRoute.act, right, body: shown });
  return { dueOn, orderRef, version: stored.version };
}
