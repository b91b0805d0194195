import { mondayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { DatedLesson } from "../lesson-dates.ts";

/** A dated lesson to come, as a new week of its page finds it. */
export type StandingLesson = DatedLesson & {
  lessonId: number;
  /** Substituted, cancelled, moved or given another room by hand: a decision of a day, which a new week does not undo. */
  byHand: boolean;
  /** People have already written on it: topic, homework, marks or absences. */
  written: boolean;
  /** Where it stood before it was moved by hand: these places are its own. */
  origins: readonly { day: LocalDate; slot: number }[];
};

/** What a new week does to the lessons to come of a page. */
export type Redating = {
  stays: number;
  added: DatedLesson[];
  /** Lessons that get another place, teacher or room and stay the same lesson. */
  altered: { lessonId: number; to: DatedLesson }[];
  /** Nothing was on them: they go without a trace. */
  dropped: number[];
  /** Something was written on them and their day has none of the page's lessons any more: cancelled, and what was written stays readable. */
  cancelled: number[];
  /** Changed by hand and in no place of the new week: kept as they are. */
  kept: number[];
};

const placeOf = (l: { day: LocalDate; slot: number }) => `${l.day}|${l.slot}`;
const inTime = (a: { day: LocalDate; slot: number }, b: { day: LocalDate; slot: number }) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.slot - b.slot);

/**
 * Lays a new week over the lessons to come of one page: what is written or decided by hand is never lost without a word.
 *
 * A lesson changed by hand takes its place of the new week, or stays beside it. The others keep their place, else another hour of
 * their day; an empty one may go to another day of its own week.
 */
export function redate(standing: readonly StandingLesson[], wanted: readonly DatedLesson[]): Redating {
  const open = new Map(wanted.map((w) => [placeOf(w), w]));
  const result: Redating = { stays: 0, added: [], altered: [], dropped: [], cancelled: [], kept: [] };
  const left = new Set(standing.toSorted(inTime));

  for (const l of left) {
    if (!l.byHand) continue;
    left.delete(l);
    const own = [...l.origins, l].find((place) => open.delete(placeOf(place)));
    if (own) result.stays++;
    else result.kept.push(l.lessonId);
  }
  const give = (l: StandingLesson, to: DatedLesson) => {
    left.delete(l);
    open.delete(placeOf(to));
    const same = placeOf(l) === placeOf(to) && l.teacherId === to.teacherId && l.roomId === to.roomId && l.term === to.term;
    if (same) result.stays++;
    else result.altered.push({ lessonId: l.lessonId, to });
  };
  const nearest = [(l: StandingLesson, w: DatedLesson) => placeOf(l) === placeOf(w), (l: StandingLesson, w: DatedLesson) => l.day === w.day];
  for (const fits of nearest) {
    // a written lesson chooses first: it has nowhere else to go
    for (const l of [...left].sort((a, b) => Number(b.written) - Number(a.written) || inTime(a, b))) {
      const place = [...open.values()].find((w) => fits(l, w));
      if (place) give(l, place);
    }
  }
  for (const l of left) {
    if (!l.written) continue;
    left.delete(l);
    result.cancelled.push(l.lessonId);
  }
  const ofWeek = Map.groupBy([...open.values()].sort(inTime), (w) => mondayOf(w.day));
  for (const l of left) {
    const place = ofWeek.get(mondayOf(l.day))?.shift();
    if (place) give(l, place);
    else result.dropped.push(l.lessonId);
  }
  result.added = [...open.values()].sort(inTime);
  return result;
}
