import type { LocalDate } from "../../../foundation/day.ts";
import { kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { leastMarks } from "../../rules/accumulation.ts";
import type { PeriodFacts } from "./period-queries.ts";

/** The norms of the period's last day, all of them there; an accumulation that no act demands stays null. */
export function normsOfPeriod({ norms, hours, journalKind, kindNorm: kind }: PeriodFacts, endsOn: LocalDate) {
  const { "accumulation.min": min, "accumulation.step": step, ...demanded } = norms;
  const codes = [
    "marks.scale_period",
    "marks.scale_conduct",
    "marks.unsatisfactory",
    "period_attestation.due",
    "period_attestation.columns",
    "period_attestation.round_up_from",
    "marks.outside_average",
    "marks.retake_counts",
  ] as const;
  demandNorms(endsOn, { ...Object.fromEntries(codes.map((code) => [code, demanded[code] ?? null])), [kindNorm(journalKind)]: kind });
  return {
    period: demanded["marks.scale_period"]!,
    conduct: demanded["marks.scale_conduct"]!,
    unsatisfactory: demanded["marks.unsatisfactory"]!,
    time: demanded["period_attestation.due"]!,
    columns: demanded["period_attestation.columns"]!,
    roundUpFrom: demanded["period_attestation.round_up_from"]!,
    averages: { outside: demanded["marks.outside_average"]!, retake: demanded["marks.retake_counts"]! },
    least: min ? leastMarks({ min, step: step ?? null, hours }) : null,
  };
}
