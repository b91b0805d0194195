import type { ClassesDecision, FetClass } from "../../timetable/rules/fet/classes-of.ts";
import { slotsOf } from "../../timetable/rules/fet/counts.ts";
import type { FetActivity, FetFile } from "../../timetable/rules/fet/fet-file.ts";
import { overlaps, pupilSetsOf } from "../../timetable/rules/fet/pupil-sets.ts";
import { groupKey, pagesOf, type PlannedGroup, type PlannedPage } from "./fet-pages.ts";
import { weekdaysOf } from "./fet-weekdays.ts";

/** An hour of the week on a page; `page` is a place in the list of pages. */
export type PlannedLesson = { page: number; teacher: string; weekday: number; slot: number; room: string | null };

/** Why an activity, understood by itself, has no place in the school's timetable. */
export type PlanRejection = { line: number } & (
  | { code: "planning.fet_without_teacher"; facts: { activityId: number; subject: string } }
  | { code: "planning.fet_day_without_weekday"; facts: { activityId: number; day: string } }
  | { code: "planning.fet_place_taken"; facts: { activityId: number; day: string; hour: string } }
);

/** What a FET file means for a school: its parts by name, nothing numbered yet. */
export type FetPlan = {
  classes: FetClass[];
  groups: Exclude<PlannedGroup, { kind: "class" }>[];
  pages: PlannedPage[];
  load: { page: number; teacher: string; hours: number }[];
  lessons: PlannedLesson[];
  /** The weekdays of the file's days. */
  weekdays: (number | null)[];
  rejected: PlanRejection[];
  /** What the file says and the school has no place for, by kind. */
  leftOut: Record<string, number>;
};

/** Lays a FET file out as pages, load and an ordinary week. Every accepted activity is on a page, rejected, or counted. */
export function planOf(file: FetFile, decision: ClassesDecision): FetPlan {
  const slots = slotsOf(file);
  const active = file.activities.filter((activity) => activity.active);
  const rejected: PlanRejection[] = [];
  const taught = active.flatMap((activity) => {
    const unit = decision.units.get(activity.id)!;
    if (unit.kind === "none") return [];
    if (activity.teachers.length > 0) return [{ activity, unit }];
    rejected.push({ line: activity.line, code: "planning.fet_without_teacher", facts: { activityId: activity.id, subject: activity.subject } });
    return [];
  });
  const pages = pagesOf(taught, slots);
  const pageOf = new Map(pages.flatMap((page, i) => page.activities.map((activity) => [activity.id, i] as const)));
  const weekdays = weekdaysOf(file.days);
  return {
    classes: decision.classes,
    groups: groupsOf(decision, pages),
    pages,
    load: loadOf(pages),
    lessons: lessonsOf(file, slots, pageOf, weekdays, rejected),
    weekdays,
    rejected,
    leftOut: leftOutOf(file, decision, pages),
  };
}

/** Every part of a class that has a name, and what the pages add. */
function groupsOf(decision: ClassesDecision, pages: readonly PlannedPage[]): FetPlan["groups"] {
  const parts = decision.classes.flatMap((own) => own.parts.map((part) => ({ kind: "subgroup" as const, className: own.name, name: part.name })));
  const used = pages.flatMap(({ group }) => (group.kind === "class" ? [] : [group]));
  return [...new Map([...parts, ...used].map((group) => [groupKey(group), group])).values()];
}

function loadOf(pages: readonly PlannedPage[]): FetPlan["load"] {
  return pages.flatMap(({ activities }, page) => {
    const hours = new Map<string, number>();
    for (const { teachers, duration } of activities) for (const teacher of teachers) hours.set(teacher, (hours.get(teacher) ?? 0) + duration);
    return [...hours].map(([teacher, sum]) => ({ page, teacher, hours: sum }));
  });
}

function lessonsOf(
  file: FetFile,
  slots: ReturnType<typeof slotsOf>,
  pageOf: Map<number, number>,
  weekdays: (number | null)[],
  rejected: PlanRejection[],
): PlannedLesson[] {
  const byId = new Map(file.activities.map((activity) => [activity.id, activity]));
  const virtual = new Set(file.rooms.filter((room) => room.virtual).map((room) => room.name));
  const roomOf = new Map(file.roomPlacements.map(({ activityId, room, realRooms }) => [activityId, realRooms[0] ?? (virtual.has(room) ? null : room)]));
  const taken = new Set<string>();
  return slots.flatMap(({ activityId, day, hour }) => {
    const page = pageOf.get(activityId);
    if (page === undefined) return [];
    const { line, teachers } = byId.get(activityId) as FetActivity;
    const weekday = weekdays[day] ?? null;
    if (weekday === null) {
      rejected.push({ line, code: "planning.fet_day_without_weekday", facts: { activityId, day: file.days[day]!.name } });
      return [];
    }
    const place = `${page} ${weekday} ${hour}`;
    if (taken.has(place)) {
      rejected.push({ line, code: "planning.fet_place_taken", facts: { activityId, day: file.days[day]!.name, hour: file.hours[hour]!.name } });
      return [];
    }
    taken.add(place);
    return teachers.map((teacher) => ({ page, teacher, weekday, slot: hour + 1, room: roomOf.get(activityId) ?? null }));
  });
}

function leftOutOf(file: FetFile, decision: ClassesDecision, pages: readonly PlannedPage[]): Record<string, number> {
  const sets = pupilSetsOf(file.years);
  const atoms = new Map(decision.classes.map((own) => [own.name, sets.get(own.name)!.atoms]));
  const known = new Set(pages.map(({ group }) => ("name" in group ? group.name : group.className)));
  const classesOfSet = (set: { atoms: ReadonlySet<string> }) => [...atoms.values()].filter((own) => overlaps(own, set.atoms)).length;
  const idle = [...sets.values()].filter((set) => set.kind !== "year" && !set.automatic && !known.has(set.name) && classesOfSet(set) > 1);
  const counts = {
    "Activity without Students": file.activities.filter((activity) => activity.active && decision.units.get(activity.id)!.kind === "none").length,
    "Activity not active": file.activities.filter((activity) => !activity.active).length,
    Activity_Tag: file.activityTags.length,
    Building: file.buildings.length,
    "Room/Virtual": file.rooms.filter((room) => room.virtual).length,
    "Real_Room after the first": file.roomPlacements.reduce((sum, { realRooms }) => sum + Math.max(0, realRooms.length - 1), 0),
    "Group of several classes without Activity": idle.length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
