import type { Output } from "../../../foundation/route.ts";
import type { schoolWeekRoute } from "../../contract/school-week.ts";
import { clashesOf, hourKey } from "../../rules/week/clashes.ts";
import type { Clash, Placed, WeekFacts } from "../../rules/week/clashes.ts";
import { factsOfWeek, rowKey, sameWeek } from "../../rules/week/judge-week.ts";
import type { WeekRow } from "../../rules/week/judge-week.ts";

export type Week = Output<typeof schoolWeekRoute>;
export type Page = Week["pages"][number];
export type View = { by: "class" | "teacher" | "room" | "club"; id: number };
/** The weeks of pages that were laid by hand and are not saved yet. */
export type Draft = ReadonlyMap<number, readonly WeekRow[]>;
/** An hour of the grid. */
export type Hour = { shift: number; slot: number; starts: string; ends: string };
/** A lesson in hand: from a place of the week, or from those that wait (`from` null). */
export type Held = { lesson: Placed; from: Placed | null };

/** Minutes. */
const ACADEMIC_HOUR = 45;

export const placedKey = (l: Placed): string => `${l.pageId}:${rowKey(l)}`;
const same = (a: Placed, b: Placed) => placedKey(a) === placedKey(b);

/** Everything the grid asks of a week with its draft. */
export class WeekModel {
  readonly pages: ReadonlyMap<number, Page>;
  readonly facts: WeekFacts;
  readonly lessons: readonly Placed[];
  readonly teachers: ReadonlyMap<number, string>;
  readonly rooms: ReadonlyMap<number, string>;

  readonly week: Week;
  readonly draft: Draft;

  constructor(week: Week, draft: Draft) {
    this.week = week;
    this.draft = draft;
    this.pages = new Map(week.pages.map((p) => [p.pageId, p]));
    this.facts = factsOfWeek(week);
    this.lessons = week.pages.flatMap((p) => (draft.get(p.pageId) ?? p.lessons).map((row) => ({ ...row, pageId: p.pageId })));
    this.teachers = new Map(week.teachers.map((t) => [t.personId, t.name]));
    this.rooms = new Map(week.rooms.map((r) => [r.roomId, r.name]));
  }

  /** The pages whose week differs from the one that stands. */
  get changed(): Page[] {
    return this.week.pages.filter((p) => this.draft.has(p.pageId) && !sameWeek(p.lessons, this.draft.get(p.pageId)!));
  }

  shows(view: View, l: Placed): boolean {
    const page = this.pages.get(l.pageId)!;
    if (view.by === "teacher") return l.teacherId === view.id;
    if (view.by === "room") return l.roomId === view.id;
    return view.by === "club" ? page.shift === 0 : page.shift > 0 && page.classIds.includes(view.id);
  }

  lessonsOf(view: View): Placed[] {
    return this.lessons.filter((l) => this.shows(view, l));
  }

  /** The hours of the rows: of the view's shift, those that lessons stand in, those of the lesson in hand. */
  hoursOf(view: View, held: Held | null): Hour[] {
    const own = this.lessonsOf(view);
    const shifts = new Set(own.map((l) => this.pages.get(l.pageId)!.shift));
    if (held) shifts.add(this.pages.get(held.lesson.pageId)!.shift);
    if (view.by === "club") shifts.add(0);
    else if (view.by === "class") shifts.add(this.week.classes.find((c) => c.classId === view.id)?.shift ?? 1);
    else if (shifts.size === 0 || (shifts.size === 1 && shifts.has(0))) shifts.add(1);
    const hours = new Map(this.week.bells.filter((b) => shifts.has(b.shift)).map((b) => [hourKey(b.shift, b.slot), b]));
    for (const l of own) {
      const { shift } = this.pages.get(l.pageId)!;
      const key = hourKey(shift, l.slot);
      if (!hours.has(key)) hours.set(key, { shift, slot: l.slot, starts: "", ends: "" });
    }
    return [...hours.values()].sort((a, b) => (a.starts || "99").localeCompare(b.starts || "99") || a.slot - b.slot);
  }

  /** The days of the columns; clubs may meet on any. */
  daysOf(view: View, held: Held | null): number[] {
    const last = Math.max(this.week.year?.daysPerWeek ?? 5, ...this.lessonsOf(view).map((l) => l.weekday));
    const clubs = view.by === "club" || (held !== null && this.pages.get(held.lesson.pageId)!.shift === 0);
    return Array.from({ length: clubs ? 7 : last }, (_, i) => i + 1);
  }

  /** What would stand in the way of the lesson in hand at a place; null where its shift has no such hour. */
  verdict(held: Held, weekday: number, hour: Hour): Clash[] | null {
    const page = this.pages.get(held.lesson.pageId)!;
    if (hour.shift !== page.shift || hour.starts === "") return null;
    if (page.shift > 0 && weekday > (this.week.year?.daysPerWeek ?? 5)) return null;
    const others = held.from === null ? this.lessons : this.lessons.filter((l) => !same(l, held.from!));
    return clashesOf({ ...held.lesson, weekday, slot: hour.slot }, others, this.facts);
  }

  /** The draft after a lesson was put somewhere (`to`), or taken out of the week (null). */
  put(held: Held, to: Placed | null): Draft {
    const { pageId } = held.lesson;
    const rows = this.lessons.filter((l) => l.pageId === pageId && (held.from === null || !same(l, held.from)) && (to === null || !same(l, to)));
    const next = (to === null ? rows : [...rows, to]).map(({ pageId: _, ...row }) => row);
    return new Map([...this.draft, [pageId, next]]);
  }

  /** Hours of the load that have no place yet, or (negative) stand in too many: for the pages of a view. */
  waiting(view: View): { page: Page; teacherId: number; left: number }[] {
    const placed = new Map<string, number>();
    for (const l of this.lessons) {
      const key = `${l.pageId}|${l.teacherId}`;
      placed.set(key, (placed.get(key) ?? 0) + this.#hoursOf(l) * (l.parity === 0 ? 1 : 0.5));
    }
    return this.week.pages.flatMap((page) => {
      const shown =
        view.by === "teacher" || (view.by === "club" && page.shift === 0) || (view.by === "class" && page.shift > 0 && page.classIds.includes(view.id));
      if (!shown) return [];
      return page.load
        .filter((o) => view.by !== "teacher" || o.teacherId === view.id)
        .map((o) => ({ page, teacherId: o.teacherId, left: o.weeklyHours - (placed.get(`${page.pageId}|${o.teacherId}`) ?? 0) }))
        .filter((w) => w.left !== 0);
    });
  }

  /** A lesson is an hour of the load; what is held after lessons as many as lessons fit into it. */
  #hoursOf(l: Placed): number {
    const { shift } = this.pages.get(l.pageId)!;
    const hour = this.facts.hours.get(hourKey(shift, l.slot));
    if (shift !== 0 || !hour) return 1;
    const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
    return Math.max(1, Math.round((minutes(hour.ends) - minutes(hour.starts)) / ACADEMIC_HOUR));
  }

  /** How a lesson is named in a sentence. */
  said(l: Pick<Placed, "pageId">): string {
    const { group, subject } = this.pages.get(l.pageId)!;
    return `${subject}, ${group}`;
  }
}
