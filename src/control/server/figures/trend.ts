import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { trendRoute } from "../../contract/figures/progress.ts";
import { FIGURES_ACTS } from "../../rules/figures/acts.ts";
import { PROGRESS_FRAME, TREND, TREND_ROW } from "./progress-queries.ts";
import type { TrendRow } from "./progress-queries.ts";

type Month = { month: string; count: number; sum: number; weighted: number; weight: number };

/** Averages of current marks by month for a row and what it is made of (004 §4.13.3, 000 §9.1). */
export async function trend({ tx, actor }: Context, { query }: Input<typeof trendRoute>): Promise<Output<typeof trendRoute>> {
  const { by, id } = query;
  const { schoolId, personId, today } = actor;
  const [frame, row] = await Promise.all([tx.row(PROGRESS_FRAME, [schoolId, today]), tx.row(TREND_ROW, [schoolId, by, id, personId, today])]);
  if (!frame) throw new Failure("not_found", "timetable.no_year");
  if (!row) throw new Failure("not_found", "control.row_not_found");
  permit(actor, FIGURES_ACTS, trendRoute.act, { own_class: row.ownClass });
  const counted = await tx.rows(TREND, [schoolId, by, id, frame.year, today]);
  const rows = [...Map.groupBy(counted, (one) => one.id)].map(([of, own]) => ({
    id: of,
    name: own[0]!.name,
    pageId: own[0]!.pageId,
    months: own.map(monthOf),
  }));
  const months = [...Map.groupBy(counted, ({ month }) => month)].map(([month, own]) => sumOf(month, own)).sort((a, b) => (a.month < b.month ? -1 : 1));
  return { name: row.name, months, rows };
}

const monthOf = ({ month, count, sum, weighted, weight }: TrendRow): Month => ({ month, count, sum, weighted, weight });

const sumOf = (month: string, rows: readonly TrendRow[]): Month =>
  rows.reduce<Month>(
    (all, one) => ({
      month,
      count: all.count + one.count,
      sum: all.sum + one.sum,
      weighted: all.weighted + one.weighted,
      weight: all.weight + one.weight,
    }),
    { month, count: 0, sum: 0, weighted: 0, weight: 0 },
  );
