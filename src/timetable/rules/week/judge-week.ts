import type { Refusal } from "../../../foundation/failure.ts";
import { clashesOfWeek, hourKey, pairKey } from "./clashes.ts";
import type { Clash, PageOfWeek, Placed, WeekFacts } from "./clashes.ts";

/** A lesson of the week of one page. */
export type WeekRow = Omit<Placed, "pageId">;

/** The school's week as it stands on the day from which a new one is asked. */
export type StandingWeek = {
  daysPerWeek: number;
  pages: readonly (PageOfWeek & { lessons: readonly WeekRow[] })[];
  bells: readonly { shift: number; slot: number; starts: string; ends: string }[];
  shared: readonly (readonly [number, number])[];
  staff: readonly number[];
  rooms: readonly number[];
};
export type AskedPage = { pageId: number; lessons: readonly WeekRow[] };

export const rowKey = (r: WeekRow): string => [r.weekday, r.slot, r.parity, r.teacherId, r.roomId ?? 0].join("|");
/** Whether two weeks of a page are the same, in whatever order they are told. */
export function sameWeek(a: readonly WeekRow[], b: readonly WeekRow[]): boolean {
  return (
    a.length === b.length &&
    a
      .map(rowKey)
      .toSorted()
      .every((key, i) => key === b.map(rowKey).toSorted()[i])
  );
}

/** What clashes are judged by, out of a standing week. */
export function factsOfWeek(week: Pick<StandingWeek, "pages" | "bells" | "shared">): WeekFacts {
  return {
    pages: new Map(week.pages.map((p) => [p.pageId, p])),
    hours: new Map(week.bells.map((b) => [hourKey(b.shift, b.slot), b])),
    shared: new Set(week.shared.map(([a, b]) => pairKey(a, b))),
  };
}

const LAST_WEEKDAY = 7;

/**
 * Why the lessons of pages may not stand so, or null: a day without lessons, an hour that no bell rings, a person who is not of the staff,
 * a room that the school has not. Only what is new is judged. What is done after lessons (shift 0) may be on any day of the week.
 */
export function refusalToPlace(asked: readonly AskedPage[], week: StandingWeek): Refusal | null {
  const { pages, hours } = factsOfWeek(week);
  const bells = new Set(week.bells.map((b) => b.shift));
  for (const { pageId, lessons } of asked) {
    const page = pages.get(pageId)! as StandingWeek["pages"][number];
    const known = new Set(page.lessons.map(rowKey));
    const { group, subject, shift } = page;
    for (const l of lessons.filter((row) => !known.has(rowKey(row)))) {
      const last = shift === 0 ? LAST_WEEKDAY : week.daysPerWeek;
      if (l.weekday > last || (bells.has(shift) && !hours.has(hourKey(shift, l.slot)))) {
        return { code: "timetable.week_misplaced", facts: { group, subject, weekday: l.weekday, slot: l.slot } };
      }
      if (!week.staff.includes(l.teacherId) || (l.roomId !== null && !week.rooms.includes(l.roomId))) {
        return { code: "timetable.week_stranger", facts: { group, subject, weekday: l.weekday, slot: l.slot } };
      }
    }
  }
  return null;
}

/** The clashes that the asked weeks would bring; one that stands already, between lessons that stay, is not told again. */
export function newClashes(asked: readonly AskedPage[], week: StandingWeek): Clash[] {
  const facts = factsOfWeek(week);
  const weekOf = new Map(asked.map((a) => [a.pageId, a.lessons]));
  const placed = (pageId: number, rows: readonly WeekRow[]): Placed[] => rows.map((row) => ({ ...row, pageId }));
  const stood = new Set(week.pages.flatMap((p) => p.lessons.map((row) => `${p.pageId}:${rowKey(row)}`)));
  const stands = (l: Placed) => stood.has(`${l.pageId}:${rowKey(l)}`);
  const after = week.pages.flatMap((p) => placed(p.pageId, weekOf.get(p.pageId) ?? p.lessons));
  return clashesOfWeek(after, facts, new Set(weekOf.keys())).filter((c) => !(stands(c.first) && stands(c.second)));
}
