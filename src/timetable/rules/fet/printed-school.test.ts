import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsOf } from "./counts.ts";
import { readFet } from "./read-fet.ts";

type School = {
  days: string[];
  hours: string[];
  subjects: string[];
  teachers: string[];
  years: { name: string; groups: { name: string; parts: string[] }[] }[];
  activities: { teachers: string[]; subject: string; students: string[]; duration: number; active: boolean; day: number; hour: number; placed: boolean }[];
};

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const element = (name: string, ...inside: string[]) => `<${name}>${inside.join("")}</${name}>`;
const leaf = (name: string, value: string | number) => element(name, escaped(String(value)));
const list = (name: string, of: string, names: string[]) => element(name, ...names.map((each) => element(of, leaf("Name", each))));

/** A generated school as FET would write it. */
function printed(school: School): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<fet version="6.8.5">${[
    list("Days_List", "Day", school.days),
    list("Hours_List", "Hour", school.hours),
    list("Subjects_List", "Subject", school.subjects),
    list("Teachers_List", "Teacher", school.teachers),
    element(
      "Students_List",
      ...school.years.map((year) =>
        element(
          "Year",
          leaf("Name", year.name),
          ...year.groups.map((group) => element("Group", leaf("Name", group.name), ...group.parts.map((part) => element("Subgroup", leaf("Name", part))))),
        ),
      ),
    ),
    element(
      "Activities_List",
      ...school.activities.map((activity, i) =>
        element(
          "Activity",
          ...activity.teachers.map((name) => leaf("Teacher", name)),
          leaf("Subject", activity.subject),
          ...activity.students.map((name) => leaf("Students", name)),
          leaf("Duration", activity.duration),
          leaf("Id", i + 1),
          leaf("Active", String(activity.active)),
        ),
      ),
    ),
    element(
      "Time_Constraints_List",
      ...school.activities.flatMap((activity, i) =>
        activity.placed
          ? [
              element(
                "ConstraintActivityPreferredStartingTime",
                leaf("Weight_Percentage", 100),
                leaf("Activity_Id", i + 1),
                leaf("Preferred_Day", school.days[activity.day]!),
                leaf("Preferred_Hour", school.hours[activity.hour]!),
              ),
            ]
          : [],
      ),
    ),
  ].join("\n")}</fet>`;
}

const name = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...Array.from("абвгёжзөїҢ <>&\"'-1234567890Aqz")) })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const names = (min: number, max: number) => fc.uniqueArray(name, { minLength: min, maxLength: max });

const school: fc.Arbitrary<School> = fc
  .record({ days: names(1, 6), hours: names(3, 8), subjects: names(1, 6), teachers: names(1, 6), sets: names(6, 14) })
  .chain((base) => {
    const [first = "", second = "", third = "", fourth = "", ...parts] = base.sets;
    const years = [
      {
        name: first,
        groups: [
          { name: second, parts },
          { name: third, parts: [] },
        ],
      },
      { name: fourth, groups: [] },
    ];
    const activity = fc.record({
      teachers: fc.subarray(base.teachers),
      subject: fc.constantFrom(...base.subjects),
      students: fc.subarray(base.sets),
      duration: fc.integer({ min: 1, max: 3 }),
      active: fc.boolean(),
      day: fc.nat(base.days.length - 1),
      hour: fc.nat(base.hours.length - 3),
      placed: fc.boolean(),
    });
    return fc.array(activity, { maxLength: 8 }).map((activities) => ({ ...base, years, activities }));
  });

describe("any small school printed as FET", () => {
  test("is read back the same", () => {
    fc.assert(
      fc.property(school, (given) => {
        const outcome = readFet(Buffer.from(printed(given)));
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
        const file = outcome.value;
        expect(file.rejected).toEqual([]);
        expect(file.notUnderstood).toEqual({});
        const plain = (named: { name: string }[]) => named.map((each) => each.name);
        expect([plain(file.days), plain(file.hours), plain(file.subjects), plain(file.teachers)]).toEqual([
          given.days,
          given.hours,
          given.subjects,
          given.teachers,
        ]);
        expect(
          file.years.map((year) => ({ name: year.name, groups: year.groups.map((group) => ({ name: group.name, parts: plain(group.subgroups) })) })),
        ).toEqual(given.years);
        expect(file.activities.map(({ teachers, subject, students, duration, active }) => ({ teachers, subject, students, duration, active }))).toEqual(
          given.activities.map(({ teachers, subject, students, duration, active }) => ({ teachers, subject, students, duration, active })),
        );
        expect(file.placements.map(({ activityId, day, hour }) => ({ activityId, day, hour }))).toEqual(
          given.activities.flatMap(({ placed, day, hour }, i) => (placed ? [{ activityId: i + 1, day, hour }] : [])),
        );
        const active = given.activities.filter((each) => each.active);
        expect(countsOf(file)).toMatchObject({
          activities: active.length,
          weeklyHours: active.reduce((sum, each) => sum + each.duration, 0),
          placedHours: active.filter((each) => each.placed).reduce((sum, each) => sum + each.duration, 0),
        });
      }),
      { numRuns: 150 },
    );
  });

  test("cut anywhere is refused, never half read", () => {
    fc.assert(
      fc.property(school, fc.double({ min: 0, max: 0.999, noNaN: true }), (given, share) => {
        const bytes = Buffer.from(printed(given));
        const outcome = readFet(bytes.subarray(0, Math.floor(bytes.length * share)));
        expect(outcome.ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
