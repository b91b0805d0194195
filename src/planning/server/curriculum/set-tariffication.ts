import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setTarifficationRoute } from "../../contract/curriculum/curriculum.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { dayOfOrder } from "./approve-curriculum.ts";
import { demandYear } from "./curriculum-queries.ts";

type Order = { version: number; orderNo: string; orderOn: string };

const STANDING = statement<Order>(
  "planning.standing_tariffication",
  `select version, order_no as "orderNo", order_on as "orderOn" from planning.tariffication where school_id = $1 and year = $2`,
);
const STORE = statement<{ version: number }>(
  "planning.store_tariffication",
  `insert into planning.tariffication as t (school_id, year, version, set_by, order_on, set_at, order_no) values ($1, $2, 1, $3, $4, $5, $6)
   on conflict (school_id, year) do update set version = t.version + 1, set_by = excluded.set_by, order_on = excluded.order_on, set_at = excluded.set_at,
     order_no = excluded.order_no where t.version = $7
   returning version`,
);

/** Records number and day of the order on tariffication (002 П4 §4.2.2г). */
export async function setTariffication(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setTarifficationRoute>,
): Promise<Output<typeof setTarifficationRoute>> {
  const right = permit(actor, PLANNING_ACTS, setTarifficationRoute.act);
  const { schoolId, personId, today } = actor;
  const { year } = params;
  await demandYear(tx, schoolId, year);
  const order = { orderNo: body.orderNo.trim(), orderOn: dayOfOrder(body.orderOn, today) };
  const before = await tx.row(STANDING, [schoolId, year]);
  if (before?.orderNo === order.orderNo && before.orderOn === order.orderOn) return { version: before.version };
  const stored =
    (before?.version ?? 0) === body.expectedVersion
      ? await tx.row(STORE, [schoolId, year, personId, order.orderOn, now, order.orderNo, body.expectedVersion])
      : undefined;
  if (!stored) throw new Failure("conflict", "planning.order_changed_meanwhile", { version: before?.version ?? 0 });
  const act = "planning.tariffication.set";
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act, right, body: { year, before: before ?? null, after: order } });
  return stored;
}
