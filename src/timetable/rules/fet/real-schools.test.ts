import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { classesOf } from "./classes-of.ts";
import { countsOf, slotsOf } from "./counts.ts";
import { readFet } from "./read-fet.ts";

const folder = resolve("../shared/data/fet");
const present = existsSync(folder);
const absent = present ? "" : " (skipped: ../shared/data/fet is absent)";

const fileOf = (name: string) => {
  const outcome = readFet(readFileSync(resolve(folder, `${name}.fet`)));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
const csv = (name: string): Record<string, string>[] =>
  parse(readFileSync(resolve(folder, "lom-csv", `Lom_high_school_2007-2008_${name}.csv`)), { bom: true, columns: true });

describe.skipIf(!present)(`a real solved high school of two shifts, beside FET's own export${absent}`, () => {
  const file = present ? fileOf("bulgaria-lom-2007-solved-by-fet-6.8.5") : undefined!;

  test("every one of 544 weekly hours stands in the slot FET gives it", () => {
    const byId = new Map(file.activities.map((activity) => [activity.id, activity]));
    const ours = slotsOf(file).map(({ activityId, day, hour }) => {
      const { students, subject, teachers, tags } = byId.get(activityId)!;
      return [activityId, file.days[day]!.name, file.hours[hour]!.name, students.join("+"), subject, teachers.join("+"), tags.join("+")].join(" | ");
    });
    const theirs = csv("timetable").map((row) =>
      [row["Activity Id"], row["Day"], row["Hour"], row["Students Sets"], row["Subject"], row["Teachers"], row["Activity Tags"]].join(" | "),
    );
    expect(ours).toHaveLength(544);
    expect(ours.sort()).toEqual(theirs.sort());
  });

  test("every teacher, subject, tag, room and set of pupils is there", () => {
    const names = (list: { name: string }[]) => list.map((each) => each.name);
    const column = (name: string, title: string) => csv(name).map((row) => row[title]);
    expect(names(file.teachers)).toEqual(column("teachers", "Teacher"));
    expect(names(file.subjects)).toEqual(column("subjects", "Subject"));
    expect(names(file.activityTags)).toEqual(column("activity_tags", "Activity Tag"));
    expect(file.rooms.map((room) => [room.name, String(room.capacity), room.building])).toEqual(
      csv("rooms_and_buildings").map((row) => [row["Room"], row["Room Capacity"], row["Building"]]),
    );
    const ours = file.years.flatMap((year) => [
      [year.name, "", ""],
      ...year.groups.flatMap((group) => [[year.name, group.name, ""], ...group.subgroups.map((part) => [year.name, group.name, part.name])]),
    ]);
    expect(ours).toEqual(csv("students").map((row) => [row["Year"], row["Group"], row["Subgroup"]]));
  });

  test("the hours of each teacher, subject and set agree with FET's statistics", () => {
    const total = new Map<string, number>();
    for (const { students, subject, teachers, duration } of file.activities) {
      const key = [students.join("+"), subject, teachers.join("+")].join(" | ");
      total.set(key, (total.get(key) ?? 0) + duration);
    }
    const theirs = new Map<string, number>();
    for (const row of csv("statistics_activities"))
      theirs.set([row["Students Sets"], row["Subject"], row["Teachers"]].join(" | "), Number(row["Total Duration"]));
    expect(Object.fromEntries(total)).toEqual(Object.fromEntries(theirs));
  });

  test("its groups are the classes, and the whole-class subgroups are not subgroups", () => {
    const decision = classesOf(file);
    expect(decision).toMatchObject({ by: "groups", because: "activities" });
    expect(decision.classes).toHaveLength(17);
    expect(decision.classes.filter((each) => each.gradeLevel === 12).map((each) => each.letter)).toEqual(["а", "б", "в", "г", "д"]);
    expect(decision.classes.filter((each) => each.parts.length > 0)).toHaveLength(7);
  });
});

describe.skipIf(!present)(`other real schools: unsolved, larger, infeasible${absent}`, () => {
  test.each([
    [
      "bulgaria-lom-2007",
      "groups",
      17,
      { teachers: 32, years: 5, groups: 17, subgroups: 24, subjects: 36, rooms: 29, activities: 448, weeklyHours: 544, placedHours: 0 },
    ],
    ["brazil-achiles-infeasible", "years", 9, { teachers: 12, activities: 147, weeklyHours: 193, placedHours: 0 }],
    ["brazil-noturno-small", "years", 3, { teachers: 13, activities: 74, weeklyHours: 77, placedHours: 4 }],
    ["germany-secondary-1", "groups", 22, { teachers: 33, groups: 42, subgroups: 70, activities: 589, weeklyHours: 630, placedHours: 2 }],
    ["hungary-varosmajori-2018", "groups", 25, { teachers: 80, groups: 25, subgroups: 32, activities: 760, weeklyHours: 777, placedHours: 68 }],
    ["spain-1-school", "groups", 22, { teachers: 66, groups: 22, subgroups: 0, activities: 439, weeklyHours: 439, placedHours: 0 }],
  ] as const)("%s is read whole, classes by %s", (name, by, classes, counts) => {
    const file = fileOf(name);
    expect(file.rejected).toEqual([]);
    expect(countsOf(file)).toMatchObject(counts);
    const decision = classesOf(file);
    expect([decision.by, decision.classes.length]).toEqual([by, classes]);
    const nobody = file.activities.filter((activity) => decision.units.get(activity.id)!.kind === "none");
    expect(nobody.every((activity) => activity.students.length === 0)).toBe(true);
  });

  test("every constraint of a file is taken over or counted", () => {
    for (const name of ["spain-1-school", "germany-secondary-1", "hungary-varosmajori-2018", "brazil-noturno-small"]) {
      const file = fileOf(name);
      const written = readFileSync(resolve(folder, `${name}.fet`), "utf8").match(/<Constraint\w+>/g)!.length;
      const counted = Object.entries({
        ...file.notUnderstood,
        ...Object.fromEntries(Object.entries(file.understoodWithoutEffect).map(([kind, n]) => [`- ${kind}`, n])),
      })
        .filter(([kind]) => /^(?:- )?(?:inactive )?Constraint\w+$/.test(kind))
        .reduce((sum, [, n]) => sum + n, 0);
      expect(counted + file.placements.length + file.roomPlacements.length).toBe(written);
    }
  });
});
