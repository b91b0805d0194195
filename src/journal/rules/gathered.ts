/** What a pupil gathered on a page in a period so far; lessons are those held while the pupil was in the group. */
export type Gathered = {
  readonly marks: number;
  /** Of them for written control, check, laboratory and practical works. */
  readonly written: number;
  readonly held: number;
  readonly missed: number;
};

/** How far the period is: lessons that were held, and all of them. */
export type PeriodSoFar = { readonly held: number; readonly all: number };

/** The marks that are due so far: the least of the period by the part of its lessons that were held, rounded down; all of it when the last was held. */
export const dueSoFar = (least: number, { held, all }: PeriodSoFar): number => (held >= all ? least : Math.floor((least * held) / all));

/**
 * What a pupil lacks of the accumulation so far, or null where nothing is demanded: who attended no lesson is not asked (002 П4 §4.2.4г).
 * `noWritten`: marks there are, but none for a written work, which must be among them (002 П4 §4.2.4г; 004 §4.14.5).
 */
export function shortfallOf(g: Gathered, least: number, soFar: PeriodSoFar): { short: number; noWritten: boolean } | null {
  const due = dueSoFar(least, soFar);
  if (due === 0 || g.held - g.missed <= 0) return null;
  return { short: Math.max(0, due - g.marks), noWritten: g.marks > 0 && g.written === 0 };
}
