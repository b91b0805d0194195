import type { Random } from "./random.ts";

/** Work to place in a week: a lesson of a class with all its teachers at once (two for halves of a class). */
export type Unit = { readonly subject: string; readonly teachers: readonly number[] };
export type ClassWeek = { readonly units: readonly Unit[]; /** Added to the lesson's number to compare shifts in time. */ readonly offset: number };
export type Place = { weekday: number; slot: number };

const DAYS = 5;
const TEACHER_TWICE = 100;
const SUBJECT_TWICE = 4;
const SUBJECT_THRICE = 30;

/** Where lessons of a class stand: days as even as can be, each from the first lesson without a gap; short days Monday and Friday. */
export function placesOf(hours: number): Place[] {
  const base = Math.floor(hours / DAYS);
  const longer = new Set([2, 3, 4, 1, 5].slice(0, hours % DAYS));
  return [1, 2, 3, 4, 5].flatMap((weekday) => Array.from({ length: base + (longer.has(weekday) ? 1 : 0) }, (_, i) => ({ weekday, slot: i + 1 })));
}

class Search {
  readonly #classes: readonly ClassWeek[];
  readonly places: Place[][];
  /** For each class and place the number of its unit. */
  readonly at: number[][];
  readonly #teacherBusy = new Map<number, number>();
  readonly #subjectDay: Map<string, number>[];

  constructor(classes: readonly ClassWeek[], random: Random) {
    this.#classes = classes;
    this.places = classes.map((c) => placesOf(c.units.length));
    this.at = classes.map((c) => random.shuffled(c.units.map((_, i) => i)));
    this.#subjectDay = classes.map(() => new Map());
    for (let c = 0; c < classes.length; c++) for (let p = 0; p < this.at[c]!.length; p++) this.#put(c, p, 1);
  }

  #unit(c: number, p: number): Unit {
    return this.#classes[c]!.units[this.at[c]![p]!]!;
  }

  #moment(c: number, p: number, teacher: number): number {
    const { weekday, slot } = this.places[c]![p]!;
    return teacher * 1000 + weekday * 100 + slot + this.#classes[c]!.offset;
  }

  #put(c: number, p: number, by: 1 | -1): void {
    const unit = this.#unit(c, p);
    for (const t of unit.teachers) {
      const m = this.#moment(c, p, t);
      this.#teacherBusy.set(m, (this.#teacherBusy.get(m) ?? 0) + by);
    }
    const key = `${this.places[c]![p]!.weekday}|${unit.subject}`;
    this.#subjectDay[c]!.set(key, (this.#subjectDay[c]!.get(key) ?? 0) + by);
  }

  /** What is wrong with the unit at a place. */
  cost(c: number, p: number): number {
    const unit = this.#unit(c, p);
    const clash = unit.teachers.reduce((sum, t) => sum + ((this.#teacherBusy.get(this.#moment(c, p, t)) ?? 0) > 1 ? TEACHER_TWICE : 0), 0);
    const sameDay = this.#subjectDay[c]!.get(`${this.places[c]![p]!.weekday}|${unit.subject}`) ?? 0;
    return clash + (sameDay > 2 ? SUBJECT_THRICE : sameDay > 1 ? SUBJECT_TWICE : 0);
  }

  /** Changes the units of two places of a class. */
  swap(c: number, p: number, q: number): void {
    this.#put(c, p, -1);
    this.#put(c, q, -1);
    const at = this.at[c]!;
    [at[p], at[q]] = [at[q]!, at[p]!];
    this.#put(c, p, 1);
    this.#put(c, q, 1);
  }

  faults(): { c: number; p: number; hard: boolean }[] {
    return this.at.flatMap((units, c) =>
      units.flatMap((_, p) => {
        const cost = this.cost(c, p);
        return cost > 0 ? [{ c, p, hard: cost >= TEACHER_TWICE }] : [];
      }),
    );
  }
}

/**
 * A timetable of the week in which no teacher and no class is anywhere twice: for each class the places of its units.
 *
 * Starts from chance and swaps lessons of a class while that mends; a step that worsens a little is taken seldom,
 * to leave a dead end. Throws when no way was found; two lessons of a subject on a day are avoided, not forbidden.
 */
export function weeklyTimetable(classes: readonly ClassWeek[], random: Random): Place[][] {
  for (let attempt = 0; attempt < 8; attempt++) {
    const search = new Search(classes, random);
    for (let round = 0; round < 400; round++) {
      const faults = search.faults();
      const hard = faults.filter((f) => f.hard);
      if (hard.length === 0 && (faults.length === 0 || round > 60)) return result(search);
      for (const { c, p } of random.shuffled(hard.length > 0 ? hard : faults)) mend(search, c, p, random, 1 / (2 + round));
    }
  }
  throw new Error("no timetable without clashes was found");
}

function mend(search: Search, c: number, p: number, random: Random, heat: number): void {
  const was = search.cost(c, p);
  if (was === 0) return;
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let q = 0; q < search.at[c]!.length; q++) {
    if (q === p) continue;
    const before = search.cost(c, p) + search.cost(c, q);
    search.swap(c, p, q);
    const change = search.cost(c, p) + search.cost(c, q) - before;
    search.swap(c, p, q);
    if (change < least) [least, best] = [change, [q]];
    else if (change === least) best.push(q);
  }
  if (best.length > 0 && (least <= 0 || random.chance(heat))) search.swap(c, p, random.pick(best));
}

function result(search: Search): Place[][] {
  return search.at.map((units, c) => {
    const places: Place[] = [];
    for (const [p, unit] of units.entries()) places[unit] = search.places[c]![p]!;
    return places;
  });
}
