import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { timeIn } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { JOURNAL_KINDS, kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { journalControlRoute } from "../../contract/journal-control.ts";
import { CONTROL_ACTS } from "../../rules/acts.ts";
import { figuresOf } from "../../rules/journal-figures.ts";
import { readDays } from "../../rules/report-days.ts";
import { CLASS_NAMES, DAY_COUNTS } from "./figures-queries.ts";

/** How the journal is kept: lessons, topics and homework written, and written in time (002 П2 §2.16, 002 П4 §3.5). */
export async function journalControl({ tx, actor, now }: Context, { query }: Input<typeof journalControlRoute>): Promise<Output<typeof journalControlRoute>> {
  permit(actor, CONTROL_ACTS, journalControlRoute.act);
  const { schoolId, today, timezone } = actor;
  const days = readDays(query);
  if ("refusal" in days) throw new Failure("invalid", days.refusal.code, days.refusal.facts);
  const { from, to } = days;
  const [counts, norms, names] = await Promise.all([
    tx.rows(DAY_COUNTS, [schoolId, from, to, today, timeIn(timezone, now), query.by]),
    normsBetween(tx, schoolId, JOURNAL_KINDS.map(kindNorm), from, to),
    query.by === "teacher" ? staffNames(tx, schoolId) : tx.rows(CLASS_NAMES, [schoolId]).then((classes) => new Map(classes.map(({ id, name }) => [id, name]))),
  ]);
  const { total, rows } = figuresOf(counts, norms);
  return { from, to, total, rows: rows.map((row) => ({ ...row, name: names.get(row.id) ?? "" })) };
}
