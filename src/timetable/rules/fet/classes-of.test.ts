import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { classNameOf } from "./class-name.ts";
import { classesOf } from "./classes-of.ts";
import type { FetFile } from "./fet-file.ts";
import { readFet } from "./read-fet.ts";

type Years = Record<string, Record<string, string[]>>;

/** A file of these sets, each activity an hour for the sets named. */
function fileOf(years: Years, students: string[][]): FetFile {
  const blank = {
    days: [],
    hours: [],
    subjects: [],
    activityTags: [],
    teachers: [],
    buildings: [],
    rooms: [],
    placements: [],
    roomPlacements: [],
    rejected: [],
  };
  return {
    ...blank,
    version: "6.8.5",
    institution: "",
    comments: "",
    notUnderstood: {},
    understoodWithoutEffect: {},
    years: Object.entries(years).map(([year, groups]) => ({
      name: year,
      pupils: 0,
      groups: Object.entries(groups).map(([name, parts]) => ({ name, pupils: 0, subgroups: parts.map((part) => ({ name: part, pupils: 0 })) })),
    })),
    activities: students.map((names, i) => ({
      line: i + 1,
      id: i + 1,
      groupId: 0,
      teachers: [],
      subject: "Математика",
      tags: [],
      students: names,
      duration: 1,
      totalDuration: 1,
      active: true,
      numberOfStudents: null,
      comments: "",
    })),
  };
}

const levels: Years = { "8": { "8 а": ["8 а целый"], "8 б": ["8 б 1", "8 б 2"] }, "9": { "9 а": [] } };
const classesAsYears: Years = { "5А": { "5А 1": [], "5А 2": [] }, "5Б": {} };

describe("what the classes of a file are", () => {
  test("groups, when activities name them more than the years", () => {
    const decision = classesOf(fileOf(levels, [["8 а"], ["8 б"], ["9 а"], ["8"]]));
    expect(decision).toMatchObject({ by: "groups", because: "activities", facts: { hoursNamingYears: 1, hoursNamingGroups: 3 } });
    expect(decision.classes.map(({ name, gradeLevel, letter }) => [name, gradeLevel, letter])).toEqual([
      ["8 а", 8, "а"],
      ["8 б", 8, "б"],
      ["9 а", 9, "а"],
    ]);
  });

  test("years, when activities name them more, and the groups are their subgroups", () => {
    const decision = classesOf(fileOf(classesAsYears, [["5А"], ["5А"], ["5Б"], ["5А 1"], ["5А 2"]]));
    expect(decision).toMatchObject({ by: "years", because: "activities" });
    expect(decision.classes[0]).toMatchObject({
      name: "5А",
      gradeLevel: 5,
      letter: "А",
      parts: [
        { name: "5А 1", kind: "group" },
        { name: "5А 2", kind: "group" },
      ],
    });
    expect(decision.units.get(4)).toEqual({ kind: "subgroup", name: "5А 1", className: "5А" });
  });

  test("years, when there are no groups at all", () => {
    expect(classesOf(fileOf({ "6A": {}, "6B": {} }, []))).toMatchObject({ by: "years", because: "no_groups" });
  });

  test("with nothing named, bare numbers are year levels and lettered names are classes", () => {
    expect(classesOf(fileOf(levels, []))).toMatchObject({ by: "groups", because: "names" });
    expect(classesOf(fileOf(classesAsYears, []))).toMatchObject({ by: "years", because: "names" });
  });

  test("the operator's word wins", () => {
    const decision = classesOf(fileOf(levels, [["8 а"]]), "years");
    expect(decision).toMatchObject({ by: "years", because: "override" });
    expect(decision.classes.map((each) => each.name)).toEqual(["8", "9"]);
    expect(decision.units.get(1)).toEqual({ kind: "subgroup", name: "8 а", className: "8" });
  });

  test("a year without groups among years with groups is a class", () => {
    expect(
      classesOf(fileOf({ "1А": {}, "8": { "8 а": [], "8 б": [] } }, [["8 а"], ["8 б"], ["8 а"]]))
        .classes.map((each) => each.name)
        .sort(),
    ).toEqual(["1А", "8 а", "8 б"]);
  });

  test("a course drawn from several classes is a stream and not a class", () => {
    const years: Years = { "5": { "5МФ": ["аМФ", "бМФ"], "5a": ["аМФ", "аДФ"], "5b": ["бМФ", "бДФ"], "5ДФ": ["аДФ", "бДФ"] } };
    const decision = classesOf(fileOf(years, [["5a"], ["5a"], ["5b"], ["5МФ"]]));
    expect(decision.classes.map((each) => each.name)).toEqual(["5a", "5b"]);
    expect(decision.units.get(4)).toEqual({ kind: "stream", name: "5МФ", classNames: ["5a", "5b"], whole: false });
  });

  test("no pupil is left without a class when sets overlap in a ring", () => {
    const years: Years = { "7": { A: ["1", "2"], B: ["2", "3"], C: ["3", "4"] } };
    const decision = classesOf(fileOf(years, [["B"], ["B"], ["A"], ["C"]]));
    for (const unit of decision.units.values()) expect(unit.kind).not.toBe("none");
  });
});

describe("for whom an activity is", () => {
  const unitOf = (years: Years, students: string[]) => classesOf(fileOf(years, [students, ["8 а"], ["8 б"]]), "groups").units.get(1);

  test("a class", () => expect(unitOf(levels, ["8 а"])).toEqual({ kind: "class", className: "8 а" }));
  test("a subgroup that is the whole class is the class", () => expect(unitOf(levels, ["8 а целый"])).toEqual({ kind: "class", className: "8 а" }));
  test("both halves together are the class", () => expect(unitOf(levels, ["8 б 2", "8 б 1"])).toEqual({ kind: "class", className: "8 б" }));
  test("a half is a subgroup", () => expect(unitOf(levels, ["8 б 1"])).toEqual({ kind: "subgroup", name: "8 б 1", className: "8 б" }));
  test("a year is the stream of all its classes", () =>
    expect(unitOf(levels, ["8"])).toEqual({ kind: "stream", name: "8", classNames: ["8 а", "8 б"], whole: true }));
  test("the classes one by one are the same stream as the year", () => expect(unitOf(levels, ["8 б", "8 а"])).toEqual(unitOf(levels, ["8"])));
  test("sets of different years are one stream", () =>
    expect(unitOf(levels, ["9 а", "8 б 1"])).toEqual({ kind: "stream", name: "8 б 1 + 9 а", classNames: ["8 б", "9 а"], whole: false }));
  test("nobody: a meeting of teachers", () => expect(unitOf(levels, [])).toEqual({ kind: "none" }));
  test("FET's automatic parts are never shown", () => {
    const years: Years = { "8": { "8 а": ["8 а Automatic Subgroup"], "8 б": ["8 б 1", "8 б Automatic Subgroup"] } };
    const decision = classesOf(fileOf(years, [["8 а Automatic Subgroup"], ["8 б"]]), "groups");
    expect(decision.units.get(1)).toEqual({ kind: "class", className: "8 а" });
    expect(decision.classes.map((each) => each.parts.map((part) => part.name))).toEqual([[], ["8 б 1"]]);
  });
  test("one name in two years is one set", () => {
    const years: Years = { "5А": { "5 англ": ["5А англ", "5Б англ"], "5А нем": [] }, "5Б": { "5 англ": ["5А англ", "5Б англ"], "5Б нем": [] } };
    const decision = classesOf(fileOf(years, [["5А"], ["5Б"], ["5 англ"]]), "years");
    expect(decision.classes.map((each) => each.name)).toEqual(["5А", "5Б"]);
    expect(decision.units.get(3)!.kind).not.toBe("none");
  });
});

describe("the sample school", () => {
  test("groups are classes; girls and boys of two classes make streams", () => {
    const outcome = readFet(readFileSync(resolve("docs/samples/sample-school.fet")));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const decision = classesOf(outcome.value);
    expect(decision.by).toBe("groups");
    expect(decision.classes.map((each) => each.name)).toEqual(["5А", "5Б", "7А", "7Б"]);
    expect([...decision.units.values()]).toContainEqual({ kind: "stream", name: "7А мальчики + 7Б мальчики", classNames: ["7А", "7Б"], whole: false });
  });
});

describe("the name of a class", () => {
  test.each([
    ["8 а", 8, "а"],
    ["07a", 7, "a"],
    ["11Б", 11, "Б"],
    ["5-В", 5, "В"],
    ["10 «А»", 10, "А"],
    ["1-ESO-A", 1, "ESO-A"],
    ["1Э", 1, "Э"],
    ["XI-А", 11, "А"],
    ["IX", 9, ""],
    ["2008-2009", null, "2008-2009"],
    ["13А", null, "13А"],
    ["GJ", null, "GJ"],
  ])("%s", (name, gradeLevel, letter) => expect(classNameOf(name)).toEqual({ gradeLevel, letter }));
  test("without a number it takes the level of its year", () => expect(classNameOf("ny", "08")).toEqual({ gradeLevel: 8, letter: "ny" }));
});
