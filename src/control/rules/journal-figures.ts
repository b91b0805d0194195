import { mondayOf } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { kindNorm } from "../../regulation/rules/journal-kinds.ts";
import type { JournalKind } from "../../regulation/rules/journal-kinds.ts";
import type { NormTimeline } from "../../regulation/rules/norm-timeline.ts";

/** Lessons of one day, one kind of page and one row of the report, counted. `id`: the teacher or the class, 0 for groups of several classes. */
export type DayCount = {
  id: number;
  kind: JournalKind;
  day: LocalDate;
  held: number;
  topics: number;
  inTime: number;
  homework: number;
  homeworkInTime: number;
};

export type Figures = { held: number; topics: number; inTime: number; homeworkHeld: number; homework: number; homeworkInTime: number };
export type FiguresRow = { id: number; figures: Figures; weeks: { monday: LocalDate; held: number; inTime: number }[] };

const nothing = (): Figures => ({ held: 0, topics: 0, inTime: 0, homeworkHeld: 0, homework: 0, homeworkInTime: 0 });

/**
 * The report of the days from counts of single days (002 П2 §2.16, 002 П4 §3.5).
 *
 * What the kind of a page does not use by the norm of that very day is not counted (JRN-11). Rows with the smallest share of lessons written
 * in time stand first; those without lessons are left out.
 */
export function figuresOf(counts: readonly DayCount[], norms: NormTimeline): { total: Figures; rows: FiguresRow[] } {
  const total = nothing();
  const rows = new Map<number, FiguresRow>();
  for (const count of counts) {
    const uses = norms.on(kindNorm(count.kind), count.day)?.value;
    if (!uses?.topics && !uses?.homework) continue;
    const row = rows.get(count.id) ?? { id: count.id, figures: nothing(), weeks: [] };
    rows.set(count.id, row);
    for (const figures of [total, row.figures]) add(figures, count, uses);
    if (uses.topics) addToWeek(row, count);
  }
  const shareOf = ({ figures: { held, inTime } }: FiguresRow) => (held === 0 ? 1 : inTime / held);
  return { total, rows: [...rows.values()].sort((a, b) => shareOf(a) - shareOf(b) || a.id - b.id) };
}

function add(figures: Figures, count: DayCount, uses: { topics: boolean; homework: boolean }): void {
  if (uses.topics) {
    figures.held += count.held;
    figures.topics += count.topics;
    figures.inTime += count.inTime;
  }
  if (uses.homework) {
    figures.homeworkHeld += count.held;
    figures.homework += count.homework;
    figures.homeworkInTime += count.homeworkInTime;
  }
}

function addToWeek(row: FiguresRow, { day, held, inTime }: DayCount): void {
  const monday = mondayOf(day);
  let week = row.weeks.find((w) => w.monday === monday);
  if (!week) {
    week = { monday, held: 0, inTime: 0 };
    row.weeks.push(week);
    row.weeks.sort((a, b) => (a.monday < b.monday ? -1 : 1));
  }
  week.held += held;
  week.inTime += inTime;
}
