import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { JOURNAL_KINDS, kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { bonusRankingRoute } from "../../contract/bonuses.ts";
import { BONUS_ACTS } from "../../rules/bonuses/acts.ts";
import { metricsOf, perHour, scoreOf } from "../../rules/bonuses/ranking.ts";
import { figuresOf } from "../../rules/journal-figures.ts";
import { readDays } from "../../rules/report-days.ts";
import { DAY_COUNTS } from "../journal/figures-queries.ts";
import { remarkFigures } from "../remarks/remark-figures.ts";
import { CRITERIA_IN_FORCE, LOAD_HOURS } from "./bonus-queries.ts";

type Ranking = Output<typeof bonusRankingRoute>;
const UNSET = { edition: 0, weights: { timeliness: 0, fullness: 0, remarks: 0, load: 0 }, text: "" };

/** Teachers of a period by their work with the journal, by the criteria of the director: the best first (004 §4.1.3, 4.8.4). */
export async function bonusRanking(context: Context, { query }: Input<typeof bonusRankingRoute>): Promise<Ranking> {
  permit(context.actor, BONUS_ACTS, bonusRankingRoute.act);
  const days = readDays(query);
  if ("refusal" in days) throw new Failure("invalid", days.refusal.code, days.refusal.facts);
  return rankingOf(context, days.from, days.to);
}

/** The ranking itself, for who may see it. */
export async function rankingOf({ tx, actor, now }: Context, from: LocalDate, to: LocalDate): Promise<Ranking> {
  const { schoolId, today, timezone } = actor;
  const [counts, norms, names, hours, remarks, criteria = UNSET] = await Promise.all([
    tx.rows(DAY_COUNTS, [schoolId, from, to, today, timeIn(timezone, now), "teacher"]),
    normsBetween(tx, schoolId, JOURNAL_KINDS.map(kindNorm), from, to),
    staffNames(tx, schoolId),
    tx.rows(LOAD_HOURS, [schoolId, to < today ? to : today]),
    remarkFigures(tx, actor, from, to),
    tx.row(CRITERIA_IN_FORCE, [schoolId]),
  ]);
  const loads = new Map(hours.map((one) => [one.teacherId, one.hours]));
  const greatest = Math.max(0, ...loads.values());
  const rows = figuresOf(counts, norms).rows.map(({ id, figures: { held, inTime, topics, homeworkHeld, homework } }) => {
    const loadHours = loads.get(id) ?? 0;
    const given = remarks.get(id) ?? { given: 0, fixedInTime: 0, overdue: 0 };
    const work = { held, inTime, topics, homeworkHeld, homework, loadHours, remarks: given };
    const metrics = metricsOf(work, greatest);
    const byHour = { held: perHour(held, loadHours), inTime: perHour(inTime, loadHours), remarks: perHour(given.given, loadHours) };
    return { teacherId: id, name: names.get(id) ?? "", figures: { ...work, metrics, perHour: byHour, score: scoreOf(metrics, criteria.weights) } };
  });
  const rank = ({ figures: { score, metrics } }: (typeof rows)[number]) => score ?? (metrics.timeliness ?? 0) * 100;
  return { from, to, criteria, rows: rows.sort((a, b) => rank(b) - rank(a) || a.teacherId - b.teacherId) };
}
