import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsOf, slotsOf } from "./counts.ts";
import type { FetFile } from "./fet-file.ts";
import { readFet } from "./read-fet.ts";

const sampleBytes = readFileSync(resolve("docs/samples/sample-school.fet"));
const sampleText = sampleBytes.toString("utf8");

const read = (input: string | Uint8Array) => readFet(typeof input === "string" ? Buffer.from(input) : input);
function fileOf(input: string | Uint8Array): FetFile {
  const outcome = read(input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const refusalOf = (input: string | Uint8Array) => {
  const outcome = read(input);
  return outcome.ok ? null : outcome.refusal;
};
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
/** The sample with the first occurrence of one text put in place of another. */
const changed = (from: string, to: string) => {
  expect(sampleText).toContain(from);
  return sampleText.replace(from, to);
};

describe("reading the sample school", () => {
  const file = fileOf(sampleBytes);

  test("counts every list and places every weekly hour", () => {
    expect(countsOf(file)).toEqual({
      teachers: 12,
      years: 2,
      groups: 4,
      subgroups: 7,
      subjects: 11,
      rooms: 7,
      activities: 90,
      weeklyHours: 92,
      placedHours: 92,
    });
    expect(file.rejected).toEqual([]);
  });

  test("takes names as they are: Cyrillic, Kyrgyz and Ukrainian letters, quotes", () => {
    expect(file.institution).toBe('Школа "Парта"');
    expect(file.teachers.map((teacher) => teacher.name)).toEqual(expect.arrayContaining(["Вербина З. Ө.", "Калинина Ї. С."]));
  });

  test("reads the bells of both shifts from the names of the hours", () => {
    expect(file.hours.map((hour) => hour.startsAt)).toEqual([480, 530, 585, 640, 695, 810, 860, 915, 970, 1025]);
  });

  test("reads rooms with building and capacity, and the room of every lesson", () => {
    expect(file.rooms[4]).toMatchObject({ name: "Мастерская", building: "Пристройка", capacity: 15, virtual: false });
    expect(file.roomPlacements).toHaveLength(89);
  });

  test("accounts for what it does not take over, by kind and count", () => {
    expect(file.notUnderstood).toEqual({ ConstraintMinDaysBetweenActivities: 3 });
    expect(file.understoodWithoutEffect).toMatchObject({
      ConstraintBasicCompulsoryTime: 1,
      ConstraintBasicCompulsorySpace: 1,
      "inactive ConstraintStudentsMaxGapsPerWeek": 1,
      "fet/Mode": 1,
    });
  });

  test("a double lesson takes its hour and the next", () => {
    const double = file.activities.find((activity) => activity.duration === 2)!;
    const [first, second, ...more] = slotsOf(file).filter((slot) => slot.activityId === double.id);
    expect(more).toEqual([]);
    expect(second).toEqual({ ...first!, hour: first!.hour + 1 });
  });

  test("the timetable of the sample puts nobody in two places", () => {
    const byId = new Map(file.activities.map((activity) => [activity.id, activity]));
    const taken = slotsOf(file).flatMap((slot) => byId.get(slot.activityId)!.teachers.map((name) => `${name} ${slot.day} ${slot.hour}`));
    expect(new Set(taken).size).toBe(taken.length);
  });

  test("reads the same with a byte order mark and with Windows line ends", () => {
    expect(fileOf(`\uFEFF${sampleText}`)).toEqual(file);
    expect(fileOf(sampleText.replaceAll("\n", "\r\n"))).toEqual(file);
  });
});

describe("a file that cannot be read", () => {
  test("cut in the middle is refused as cut, with the last line", () => {
    const half = sampleText.slice(0, sampleText.length / 2);
    expect(refusalOf(half)).toEqual({ code: "timetable.fet_cut", facts: { line: half.trimEnd().split("\n").length } });
  });

  test("cut inside a letter is refused as cut", () => {
    const at = sampleBytes.indexOf(Buffer.from("Понедельник"));
    expect(refusalOf(sampleBytes.subarray(0, at + 3))?.code).toBe("timetable.fet_cut");
  });

  test("wrongly nested is refused with the line", () => {
    const text = changed("</Teacher>\n</Teachers_List>", "</Teachers_List>\n</Teacher>");
    expect(refusalOf(text)).toEqual({ code: "timetable.fet_not_xml", facts: { line: lineOf(text, "</Teachers_List>") } });
  });

  test("with an unknown entity is refused with the line", () => {
    const text = changed("<Name>101</Name>", "<Name>&room;</Name>");
    expect(refusalOf(text)).toEqual({ code: "timetable.fet_not_xml", facts: { line: lineOf(text, "<Name>&room;") } });
  });

  test("with entities of its own is refused before they are read", () => {
    const text = sampleText.replace("<fet ", '<!DOCTYPE fet [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<fet ').replace("<Name>101</Name>", "<Name>&x;</Name>");
    expect(refusalOf(text)).toEqual({ code: "timetable.fet_doctype_forbidden", facts: { line: 3 } });
  });

  test("in broken UTF-8 is refused with the line", () => {
    const at = sampleBytes.indexOf(Buffer.from("Вторник"));
    const bytes = Buffer.from(sampleBytes);
    bytes[at] = 0xff;
    expect(refusalOf(bytes)).toEqual({ code: "timetable.fet_encoding_broken", facts: { line: lineOf(sampleText, "Вторник") } });
  });

  test.each([
    ["an empty file", "", "timetable.fet_empty"],
    ["a file of blanks", " \n\n", "timetable.fet_empty"],
    ["a text", "Расписание на понедельник", "timetable.fet_not_xml"],
    ["another XML", "<html><body/></html>", "timetable.fet_not_fet"],
    ["FET 3", '<fet version="3.12"></fet>', "timetable.fet_version_unknown"],
    ["no version", "<fet></fet>", "timetable.fet_version_unknown"],
    ["two roots", '<fet version="6.0"></fet><fet version="6.0"></fet>', "timetable.fet_not_xml"],
    ["text after the end", '<fet version="6.0"></fet> и ещё', "timetable.fet_not_xml"],
    ["an attribute without quotes", "<fet version=6.0></fet>", "timetable.fet_not_xml"],
    ["a bare ampersand", '<fet version="6.0"><Comments>А & Б</Comments></fet>', "timetable.fet_not_xml"],
    ["a letter that does not exist", '<fet version="6.0"><Comments>&#x110000;</Comments></fet>', "timetable.fet_not_xml"],
    ["a comment without end", '<fet version="6.0"><!-- </fet>', "timetable.fet_cut"],
    ["only the first line", '<?xml version="1.0" encoding="UTF-8"?>\n', "timetable.fet_cut"],
    ["a nest without bottom", `<fet version="6.0">${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</fet>`, "timetable.fet_not_xml"],
  ])("%s is refused", (_, text, code) => {
    expect(refusalOf(text)?.code).toBe(code);
  });

  test("cut at any byte is refused by a typed refusal and never throws", () => {
    const end = sampleBytes.lastIndexOf(">");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end }), (at) => {
        const refusal = refusalOf(sampleBytes.subarray(0, at));
        expect(["timetable.fet_cut", "timetable.fet_empty"]).toContain(refusal?.code);
      }),
      { numRuns: 60 },
    );
  });

  test("any bytes at all never throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string()), (input) => void read(input)),
      { numRuns: 300 },
    );
  });
});

describe("a file that contradicts itself", () => {
  const rejectedOf = (text: string) => fileOf(text).rejected;

  test("an activity number used twice: the second is rejected and names the first", () => {
    const text = changed("<Id>2</Id>", "<Id>1</Id>");
    expect(rejectedOf(text)).toContainEqual({
      line: expect.any(Number) as number,
      code: "timetable.fet_activity_id_repeated",
      facts: { activityId: 1, firstLine: lineOf(text, "<Activity>") },
    });
  });

  test("a teacher who is not in the list: the activity and its place are rejected, without the name", () => {
    const text = changed("<Activity>\n\t<Teacher>Берёзкина А. П.</Teacher>", "<Activity>\n\t<Teacher>Некто Н. Н.</Teacher>");
    const file = fileOf(text);
    expect(file.rejected).toEqual([
      { line: lineOf(text, "<Activity>"), code: "timetable.fet_teacher_unknown", facts: { activityId: 1 } },
      { line: expect.any(Number) as number, code: "timetable.fet_placed_activity_unknown", facts: { value: "1" } },
      { line: expect.any(Number) as number, code: "timetable.fet_placed_activity_unknown", facts: { value: "1" } },
    ]);
    expect(countsOf(file)).toMatchObject({ activities: 89, weeklyHours: 91, placedHours: 91 });
  });

  test.each([
    [
      "a subject not in the list",
      "<Subject>Русский язык</Subject>\n\t<Activity_Tag>",
      "<Subject>Чародейство</Subject>\n\t<Activity_Tag>",
      "timetable.fet_subject_unknown",
    ],
    ["a set of pupils not in the list", "<Students>5А</Students>", "<Students>5Я</Students>", "timetable.fet_students_unknown"],
    ["a duration of nothing", "<Duration>1</Duration>", "<Duration>0</Duration>", "timetable.fet_duration_wrong"],
    ["a duration in words", "<Duration>1</Duration>", "<Duration>пара</Duration>", "timetable.fet_duration_wrong"],
    ["no number", "<Id>1</Id>", "<Id></Id>", "timetable.fet_activity_id_wrong"],
    ["a day of no week", "<Preferred_Day>Понедельник", "<Preferred_Day>Воскресенье", "timetable.fet_placed_day_unknown"],
    ["an hour of no bell", "<Preferred_Hour>08:00", "<Preferred_Hour>07:07", "timetable.fet_placed_hour_unknown"],
    ["a room not in the list", "<Room>101</Room>", "<Room>909</Room>", "timetable.fet_room_unknown"],
    ["a name that is missing", "<Name>101</Name>", "<Name></Name>", "timetable.fet_name_missing"],
    ["a name that repeats", "<Name>102</Name>", "<Name>101</Name>", "timetable.fet_name_repeated"],
  ])("%s is rejected and named", (_, from, to, code) => {
    expect(rejectedOf(changed(from, to)).map((rejection) => rejection.code)).toContain(code);
  });

  test("a double lesson at the last bell runs past the end of the day", () => {
    const double = fileOf(sampleText).activities.find((activity) => activity.duration === 2)!.id;
    const text = sampleText.replace(
      new RegExp(`(<Activity_Id>${double}</Activity_Id>\\s*<Preferred_Day>[^<]*</Preferred_Day>\\s*<Preferred_Hour>)[^<]*`),
      "$117:05",
    );
    const file = fileOf(text);
    expect(file.rejected).toMatchObject([{ code: "timetable.fet_placed_past_day_end", facts: { activityId: double, hour: "17:05", duration: 2 } }]);
    expect(countsOf(file).placedHours).toBe(90);
  });

  test("a second place for one activity is rejected, the same place again is counted", () => {
    const constraint = /<ConstraintActivityPreferredStartingTime>[\s\S]*?<\/ConstraintActivityPreferredStartingTime>/.exec(sampleText)![0];
    const elsewhere = constraint.replace(/<Preferred_Hour>[^<]*/, "<Preferred_Hour>17:05");
    expect(rejectedOf(sampleText.replace(constraint, constraint + elsewhere)).map((each) => each.code)).toEqual(["timetable.fet_placed_twice"]);
    const again = fileOf(sampleText.replace(constraint, constraint + constraint));
    expect(again.rejected).toEqual([]);
    expect(again.understoodWithoutEffect["repeated ConstraintActivityPreferredStartingTime"]).toBe(1);
  });
});

describe("what other versions and programs write", () => {
  const place = (inner: string) =>
    changed(
      "<ConstraintActivityPreferredStartingTime>",
      `<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage>${inner}</ConstraintActivityPreferredStartingTime><ConstraintActivityPreferredStartingTime>`,
    );
  const only = (text: string) =>
    text.replace(
      /(<\/ConstraintActivityPreferredStartingTime>)<ConstraintActivityPreferredStartingTime>[\s\S]*<\/ConstraintActivityPreferredStartingTime>/,
      "$1",
    );

  test.each([
    ["Preferred_Day and Preferred_Hour", "<Activity_Id>1</Activity_Id><Preferred_Day>Среда</Preferred_Day><Preferred_Hour>08:50</Preferred_Hour>"],
    ["Day and Hour", "<Activity_Id>1</Activity_Id><Day>Среда</Day><Hour>08:50</Hour>"],
    ["both pairs", "<Activity_Id>1</Activity_Id><Preferred_Day>Среда</Preferred_Day><Preferred_Hour>08:50</Preferred_Hour><Day>Среда</Day><Hour>08:50</Hour>"],
  ])("a place under the names %s", (_, inner) => {
    const file = fileOf(only(place(inner)));
    expect(file.placements).toMatchObject([{ activityId: 1, day: 2, hour: 1, locked: true }]);
    expect(Object.keys(file.notUnderstood)).toEqual(["ConstraintMinDaysBetweenActivities"]);
  });

  test("the older name of the constraint", () => {
    expect(fileOf(sampleText.replaceAll("ConstraintActivityPreferredStartingTime>", "ConstraintActivityPreferredTime>")).placements).toHaveLength(90);
  });

  test("a wish under weight 100, and a day without an hour, are not places", () => {
    const wish = only(place("<Activity_Id>1</Activity_Id><Day>Среда</Day><Hour>08:50</Hour>")).replace(
      "<Weight_Percentage>100</Weight_Percentage><Activity_Id>1<",
      "<Weight_Percentage>95</Weight_Percentage><Activity_Id>1<",
    );
    for (const text of [wish, only(place("<Activity_Id>1</Activity_Id><Day>Среда</Day>"))]) {
      const file = fileOf(text);
      expect(file.placements).toEqual([]);
      expect(file.notUnderstood["ConstraintActivityPreferredStartingTime"]).toBe(1);
    }
  });

  test("an element nobody knows is counted under its parent, with all that is inside it", () => {
    const file = fileOf(
      changed("<Subject>\n", "<Subject><Colour><Red>1</Red></Colour>\n").replace(
        "</Space_Constraints_List>",
        "<ConstraintFromTheFuture><X>1</X></ConstraintFromTheFuture></Space_Constraints_List><Zodiac>7</Zodiac>",
      ),
    );
    expect(file.notUnderstood).toEqual({ ConstraintMinDaysBetweenActivities: 3, "Subject/Colour": 1, ConstraintFromTheFuture: 1, "fet/Zodiac": 1 });
  });

  test("a mode of half-days is said aloud", () => {
    expect(fileOf(changed("<Mode>Official</Mode>", "<Mode>Mornings-Afternoons</Mode>")).notUnderstood["fet/Mode"]).toBe(1);
  });

  test("bells in the long name, with their ends", () => {
    const file = fileOf(
      changed("<Name>08:00</Name>", "<Name>08:00</Name><Long_Name>1 урок</Long_Name>").replace(
        "<Name>08:50</Name>",
        "<Name>2</Name><Long_Name>8:50-9:35</Long_Name>",
      ),
    );
    expect(file.hours.slice(0, 2)).toMatchObject([
      { startsAt: 480, endsAt: null, longName: "1 урок" },
      { startsAt: 530, endsAt: 575 },
    ]);
  });

  test("markup in a name stays text", () => {
    expect(
      fileOf(changed("<Name>101</Name>", "<Name>&lt;script&gt;alert(1)&lt;/script&gt;</Name>").replaceAll("<Room>101</Room>", "<Room>102</Room>")).rooms[0]!
        .name,
    ).toBe("<script>alert(1)</script>");
  });

  test("comments, character data, empty elements, numbers of letters, a name that programs stumble over", () => {
    const file = fileOf(
      '<fet version="5.50"><!-- & <x> --><Institution_Name>&#1064;&#x43A;<![CDATA[<&>]]></Institution_Name><Rooms_List/><__proto__>1</__proto__></fet>',
    );
    expect(file.institution).toBe("Шк<&>");
    expect(file.notUnderstood).toEqual({ "fet/__proto__": 1 });
  });

  test("more than a thousand ampersands in one file", () => {
    expect(fileOf(changed("<Comments>Выдуманная", `<Comments>${"&amp;".repeat(3000)}Выдуманная`)).comments).toMatch(/^&{3000}Выдуманная/);
  });
});
