import type { FetSlot } from "../../timetable/rules/fet/counts.ts";
import type { FetActivity } from "../../timetable/rules/fet/fet-file.ts";
import type { Unit } from "../../timetable/rules/fet/units-of.ts";

/** Who is taught together: a class, a part of one, or a stream of several. */
export type PlannedGroup =
  | { kind: "class"; className: string }
  | { kind: "subgroup"; className: string; name: string }
  | { kind: "stream"; classNames: readonly string[]; name: string; whole: boolean };

/** A page of the journal with the activities that are taught on it. */
export type PlannedPage = { group: PlannedGroup; subject: string; activities: FetActivity[] };

type Taught = { activity: FetActivity; unit: Exclude<Unit, { kind: "none" }> };

/**
 * The pages that activities open: one for a group and a subject, whoever teaches it. Only when two different teachers teach
 * it to the same pupils in the same hour, the pupils are divided: each set of teachers has its own part of the group.
 */
export function pagesOf(taught: readonly Taught[], slots: readonly FetSlot[]): PlannedPage[] {
  const hoursOf = Map.groupBy(slots, (slot) => slot.activityId);
  const byPage = Map.groupBy(taught, ({ activity, unit }) => JSON.stringify([groupKey(unit), activity.subject]));
  return [...byPage.values()].flatMap((together) => {
    const { unit, activity } = together[0]!;
    const activities = together.map((each) => each.activity);
    const bySet = Map.groupBy(activities, (each) => JSON.stringify([...each.teachers].sort()));
    if (!isParallel(activities, hoursOf)) return [{ group: groupOf(unit), subject: activity.subject, activities }];
    return [...bySet.values()].map((own, i) => ({ group: partOf(unit, `${activity.subject} ${i + 1}`), subject: activity.subject, activities: own }));
  });
}

/** Equal for equal groups. */
export function groupKey(group: PlannedGroup | Exclude<Unit, { kind: "none" }>): string {
  return JSON.stringify([group.kind, "className" in group ? group.className : "", "name" in group ? group.name : ""]);
}

/** Whether different teachers stand in one hour of a page. */
function isParallel(activities: readonly FetActivity[], hoursOf: Map<number, FetSlot[]>): boolean {
  const teachersAt = new Map<string, string>();
  return activities.some((activity) => {
    const teachers = JSON.stringify([...activity.teachers].sort());
    return (hoursOf.get(activity.id) ?? []).some(({ day, hour }) => {
      const first = teachersAt.get(`${day} ${hour}`);
      teachersAt.set(`${day} ${hour}`, first ?? teachers);
      return first !== undefined && first !== teachers;
    });
  });
}

function groupOf(unit: Taught["unit"]): PlannedGroup {
  if (unit.kind === "stream") return { kind: "stream", classNames: unit.classNames, name: unit.name, whole: unit.whole };
  return unit;
}

function partOf(unit: Taught["unit"], ending: string): PlannedGroup {
  if (unit.kind === "stream") return { kind: "stream", classNames: unit.classNames, name: `${unit.name} ${ending}`, whole: false };
  return { kind: "subgroup", className: unit.className, name: `${unit.kind === "class" ? unit.className : unit.name} ${ending}` };
}
