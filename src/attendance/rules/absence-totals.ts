import type { LocalDate } from "../../foundation/day.ts";
import type { AbsenceKind } from "./absence-kind.ts";
import { isMissed } from "./correct-absence.ts";

/** A lesson that a pupil missed or came late to; `dayLessons` is how many lessons the pupil had that day. */
export type CountedAbsence = {
  readonly pupilId: number;
  readonly day: LocalDate;
  readonly kind: AbsenceKind;
  readonly reason: number | null;
  readonly dayLessons: number;
};

export type Total = {
  readonly pupilId: number;
  /** Missed lessons. */
  readonly lessons: number;
  /** Days of which every lesson was missed. */
  readonly days: number;
  /** Missed lessons by reason. */
  readonly byReason: { readonly reason: number; readonly lessons: number }[];
  /** Missed lessons without a reason. */
  readonly unexplained: number;
  /** Lessons the pupil came late to. */
  readonly late: number;
};

/** Why a lesson was missed: an illness that the subject teacher marked needs no second word of the homeroom teacher. */
const reasonOf = (kind: AbsenceKind, reason: number | null, illness: number | null): number | null => reason ?? (kind === "ill" ? illness : null);

/** Missed lessons and days by pupil and by reason. A late pupil missed nothing. */
export function absenceTotals(absences: readonly CountedAbsence[], illness: number | null): Total[] {
  const pupils = new Map<number, CountedAbsence[]>();
  for (const one of absences) pupils.set(one.pupilId, [...(pupils.get(one.pupilId) ?? []), one]);
  return [...pupils].map(([pupilId, own]) => {
    const missed = own.filter((a) => isMissed(a.kind));
    const [days, reasons] = [new Map<LocalDate, number>(), new Map<number, number>()];
    let unexplained = 0;
    for (const { day, kind, reason } of missed) {
      days.set(day, (days.get(day) ?? 0) + 1);
      const why = reasonOf(kind, reason, illness);
      if (why === null) unexplained++;
      else reasons.set(why, (reasons.get(why) ?? 0) + 1);
    }
    const whole = new Map(missed.map((a) => [a.day, a.dayLessons]));
    return {
      pupilId,
      lessons: missed.length,
      days: [...days].filter(([day, lessons]) => lessons >= (whole.get(day) ?? Infinity)).length,
      byReason: [...reasons].map(([reason, lessons]) => ({ reason, lessons })).sort((a, b) => b.lessons - a.lessons || a.reason - b.reason),
      unexplained,
      late: own.filter((a) => a.kind === "late").length,
    };
  });
}
