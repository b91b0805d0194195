import type { FetFile } from "./fet-file.ts";

export type FetCounts = {
  teachers: number;
  years: number;
  groups: number;
  subgroups: number;
  subjects: number;
  rooms: number;
  activities: number;
  weeklyHours: number;
  placedHours: number;
};

/** One hour of the week that an activity takes; places in the lists, from 0. */
export type FetSlot = { activityId: number; day: number; hour: number };

/** What the file holds: distinct names as the file has them, active activities and the hours they last. */
export function countsOf(file: FetFile): FetCounts {
  const groups = file.years.flatMap((year) => year.groups);
  const active = file.activities.filter((activity) => activity.active);
  return {
    teachers: file.teachers.length,
    years: file.years.length,
    groups: distinct(groups),
    subgroups: distinct(groups.flatMap((group) => group.subgroups)),
    subjects: file.subjects.length,
    rooms: file.rooms.length,
    activities: active.length,
    weeklyHours: active.reduce((sum, activity) => sum + activity.duration, 0),
    placedHours: slotsOf(file).length,
  };
}

/** Every hour of the week taken by an active, placed activity: one of duration 4 at hour h takes h to h+3. */
export function slotsOf(file: FetFile): FetSlot[] {
  const duration = new Map(file.activities.filter((activity) => activity.active).map((activity) => [activity.id, activity.duration]));
  return file.placements.flatMap(({ activityId, day, hour }) =>
    Array.from({ length: duration.get(activityId) ?? 0 }, (_, after) => ({ activityId, day, hour: hour + after })),
  );
}

const distinct = (sets: { name: string }[]) => new Set(sets.map((set) => set.name)).size;
