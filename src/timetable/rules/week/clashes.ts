/** A lesson of the repeating week as it is laid out: `parity` 0 every week, 1 odd, 2 even. */
export type Placed = { pageId: number; teacherId: number; roomId: number | null; weekday: number; slot: number; parity: number };

/** What of a page matters for a clash: who is taught, in which shift, and how the sentence names it. */
export type PageOfWeek = { pageId: number; groupId: number; group: string; subject: string; shift: number; kind: string };

/** What the clashes of a week are judged by. */
export type WeekFacts = {
  pages: ReadonlyMap<number, PageOfWeek>;
  /** The wall clock of `shift|slot` by the usual bells. */
  hours: ReadonlyMap<string, { starts: string; ends: string }>;
  /** Pairs of groups that share pupils, as `less|greater`. */
  shared: ReadonlySet<string>;
};

export type ClashKind = "teacher" | "room" | "class" | "group";
/** Two lessons of the week that cannot both be held. `class`: one group twice; `group`: two groups with common pupils. */
export type Clash = { kind: ClashKind; first: Placed; second: Placed };

export const hourKey = (shift: number, slot: number): string => `${shift}|${slot}`;
export const pairKey = (a: number, b: number): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Whether two places of the week are one time. The clock decides, so shifts may meet; without bells the slot of the shift does. */
function sameTime(a: Placed, b: Placed, facts: WeekFacts): boolean {
  if (a.weekday !== b.weekday || (a.parity !== 0 && b.parity !== 0 && a.parity !== b.parity)) return false;
  const [p, q] = [facts.pages.get(a.pageId), facts.pages.get(b.pageId)];
  if (!p || !q) return false;
  const [x, y] = [facts.hours.get(hourKey(p.shift, a.slot)), facts.hours.get(hourKey(q.shift, b.slot))];
  if (x && y) return x.starts < y.ends && y.starts < x.ends;
  return p.shift === q.shift && a.slot === b.slot;
}

/** Why two lessons clash, the gravest first; empty when they do not. Several teachers of one page in one slot are one lesson. */
function kindsOf(a: Placed, b: Placed, facts: WeekFacts): ClashKind[] {
  if (!sameTime(a, b, facts)) return [];
  if (a.pageId === b.pageId) return a.slot === b.slot && a.teacherId !== b.teacherId ? [] : ["class"];
  const [p, q] = [facts.pages.get(a.pageId)!, facts.pages.get(b.pageId)!];
  const kinds: ClashKind[] = [];
  if (a.teacherId === b.teacherId) kinds.push("teacher");
  if (a.roomId !== null && a.roomId === b.roomId) kinds.push("room");
  if (p.groupId === q.groupId) kinds.push("class");
  // from an extended-day group a pupil goes to a lesson or a club and comes back
  else if (p.kind !== "extended_day" && q.kind !== "extended_day" && facts.shared.has(pairKey(p.groupId, q.groupId))) kinds.push("group");
  return kinds;
}

/** What stands in the way of a lesson at its place; `others` without the lesson itself. */
export function clashesOf(lesson: Placed, others: readonly Placed[], facts: WeekFacts): Clash[] {
  return others
    .filter((other) => other.weekday === lesson.weekday)
    .flatMap((second) => kindsOf(lesson, second, facts).map((kind) => ({ kind, first: lesson, second })));
}

/** Every clash of a week in which one of the named pages takes part, each pair once. */
export function clashesOfWeek(week: readonly Placed[], facts: WeekFacts, pageIds: ReadonlySet<number> | null = null): Clash[] {
  const byDay = Map.groupBy(week, (l) => l.weekday);
  return [...byDay.values()].flatMap((day) =>
    day.flatMap((lesson, i) =>
      clashesOf(lesson, day.slice(i + 1), facts).filter((c) => !pageIds || pageIds.has(c.first.pageId) || pageIds.has(c.second.pageId)),
    ),
  );
}
