import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { progressRoute } from "../../contract/figures/progress.ts";
import { FIGURES_ACTS } from "../../rules/figures/acts.ts";
import type { Levels } from "../../rules/figures/indicators.ts";
import { PROGRESS, PROGRESS_FRAME, PROGRESS_NAMES, TERMS } from "./progress-queries.ts";

/** Marks of terms counted by what was asked, with the levels that the school counts them by (003 §2-9, 004 §4.9.6). */
export async function progress({ tx, actor }: Context, { query }: Input<typeof progressRoute>): Promise<Output<typeof progressRoute>> {
  permit(actor, FIGURES_ACTS, progressRoute.act);
  const { by, classId = null, subjectId = null } = query;
  if (by === "pupil" && classId === null) throw new Failure("invalid", "control.class_of_pupils_missing");
  const { schoolId, today } = actor;
  const frame = await tx.row(PROGRESS_FRAME, [schoolId, today]);
  if (!frame) throw new Failure("not_found", "timetable.no_year");
  demandNorms(today, { "marks.levels": frame.levels });
  const { year } = frame;
  const [counts, names, terms, classes, subjects] = await Promise.all([
    tx.rows(PROGRESS, [schoolId, today, year, by, classId, subjectId]),
    tx.rows(PROGRESS_NAMES, [schoolId, by, year]),
    tx.rows(TERMS, [schoolId, year]),
    tx.rows(PROGRESS_NAMES, [schoolId, "class", year]),
    tx.rows(PROGRESS_NAMES, [schoolId, "subject", year]),
  ]);
  const order = new Map(names.map(({ id, name }, place) => [id, { name, place }]));
  const rows = [...Map.groupBy(counts, ({ id }) => id)]
    .map(([id, own]) => ({ id, name: order.get(id)?.name ?? (by === "grade" ? String(id) : ""), terms: termsOf(own) }))
    .sort((a, b) => (order.get(a.id)?.place ?? a.id) - (order.get(b.id)?.place ?? b.id));
  return { year, levels: frame.levels as Levels, terms, rows, classes, subjects };
}

const termsOf = (counts: readonly { term: number; mark: string | null; count: number }[]) =>
  [...Map.groupBy(counts, ({ term }) => term)]
    .map(([term, own]) => ({
      term,
      marks: own.flatMap(({ mark, count }) => (mark === null ? [] : [{ mark, count }])),
      without: own.find(({ mark }) => mark === null)?.count ?? 0,
    }))
    .sort((a, b) => a.term - b.term);
