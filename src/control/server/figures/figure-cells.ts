import type { Context } from "../../../access/server/door.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import type { figureCellsRoute } from "../../contract/figures/figures.ts";
import { dueDuty } from "../../rules/duty.ts";
import { figuresOfDays } from "./figures.ts";
import { LESSON_CELLS, MARK_CELLS, PUPIL_CELLS } from "./figures-queries.ts";

/** The cells behind a number, in the order of time; a late lesson with its term (002 П2 §2.16). */
export async function figureCells(ctx: Context, { query }: Input<typeof figureCellsRoute>): Promise<Output<typeof figureCellsRoute>> {
  const { tx, actor, now } = ctx;
  const { metric, by, id } = query;
  const { from, to, lessons } = await figuresOfDays(ctx, query);
  const statement = metric === "lateMarks" ? MARK_CELLS : metric === "without" || metric === "one" ? PUPIL_CELLS : LESSON_CELLS;
  const [rows, norms] = await Promise.all([
    tx.rows(statement, [...lessons, metric, by, id]),
    normsBetween(tx, actor.schoolId, ["lesson.entry", "homework.entry"], from, to),
  ]);
  const { timezone } = actor;
  const cells = rows.map(({ classDayEnds, writtenAt, count: _, ...cell }) => {
    const what = metric === "late" ? "lesson_entry" : metric === "homeworkLate" ? "homework" : null;
    const due = what && cell.day && dueDuty(what, { timezone, day: cell.day, classDayEnds }, norms, now);
    return { ...cell, writtenAt: writtenAt?.toISOString() ?? null, dueAt: due ? due.dueAt.toISOString() : null };
  });
  return { count: rows[0]?.count ?? 0, cells };
}
