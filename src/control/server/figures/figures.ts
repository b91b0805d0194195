import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { instantOf, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input } from "../../../foundation/route.ts";
import { JsonText } from "../../../foundation/serve.ts";
import { staffNames } from "../../../people/server/door.ts";
import { JOURNAL_KINDS, kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import { datedNorms } from "../../../regulation/server/door.ts";
import { figuresRoute } from "../../contract/figures/figures.ts";
import { FIGURES_ACTS } from "../../rules/figures/acts.ts";
import { usesBySpan } from "../../rules/figures/uses-by-span.ts";
import { readDays } from "../../rules/report-days.ts";
import { DEPARTMENTS, FIGURES } from "./figures-queries.ts";

type Department = { id: number; name: string; teacherIds: number[] };
type Asked = { from: LocalDate; to: LocalDate; departments: Department[]; lessons: readonly unknown[] };

/**
 * What the figures of some days are counted by: the days, the departments, and the parameters of `HELD_LESSONS`. A head of a department, who has no
 * other role that reads figures, is given own members only.
 */
export async function figuresOfDays({ tx, actor, now }: Context, query: { from: string; to: string }): Promise<Asked> {
  const days = readDays(query);
  if ("refusal" in days) throw new Failure("invalid", days.refusal.code, days.refusal.facts);
  const { from, to } = days;
  const { schoolId, today, timezone, personId } = actor;
  const all = mayReach(actor, FIGURES_ACTS, figuresRoute.act, "school");
  const departments = await tx.rows(DEPARTMENTS, [schoolId, to < today ? to : today, all ? null : personId]);
  permit(actor, FIGURES_ACTS, figuresRoute.act, { own_department: departments.length > 0 });
  const norms = await datedNorms(tx, schoolId, JOURNAL_KINDS.map(kindNorm), from, to);
  const only = all ? null : departments.flatMap(({ teacherIds }) => teacherIds);
  return { from, to, departments, lessons: [schoolId, from, to, today, timeIn(timezone, now), JSON.stringify(usesBySpan(norms, from, to)), only] };
}

/** The figures of the days as the route answers them. */
export async function figuresText(ctx: Context, query: { from: string; to: string }): Promise<string> {
  const { tx, actor } = ctx;
  const { from, to, departments, lessons } = await figuresOfDays(ctx, query);
  const midnight = (day: LocalDate) => instantOf(day, "00:00", actor.timezone);
  const [row, names] = await Promise.all([tx.row(FIGURES, [...lessons, midnight(from), midnight(plusDays(to, 1))]), staffNames(tx, actor.schoolId)]);
  const teachers = [...names].map(([id, name]) => ({ id, name }));
  const head = JSON.stringify({ from, to, today: actor.today, teachers, departments });
  return `${head.slice(0, -1)},${row!.figures.slice(1)}`;
}

/** The figures of the days by page and teacher: the browser puts them together as it is asked (002 П2 §2.16, 002 П4 §3.5). */
export async function figures(ctx: Context, { query }: Input<typeof figuresRoute>): Promise<JsonText> {
  return new JsonText(await figuresText(ctx, query));
}
