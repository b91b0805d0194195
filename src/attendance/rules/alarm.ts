export type PupilMonth = { readonly pupilId: number; readonly lessons: number; readonly missed: number; readonly unexcused: number };

/** The share of missed lessons in whole percents, rounded down: 30 of 100 is thirty, 29.9 is not. */
export const missedPercent = ({ lessons, missed }: Pick<PupilMonth, "lessons" | "missed">): number =>
  lessons === 0 ? 0 : Math.floor((missed * 100) / lessons);

/** Pupils who missed the share of the norm or more of a month's lessons, who missed most first (`attendance.alarm_percent`). */
export function alarming<P extends PupilMonth>(pupils: readonly P[], percent: number): P[] {
  return pupils
    .filter((p) => p.lessons > 0 && p.missed * 100 >= percent * p.lessons)
    .sort((a, b) => b.missed / b.lessons - a.missed / a.lessons || b.missed - a.missed || a.pupilId - b.pupilId);
}
