import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../../tests/builders/database.ts";
import { anEmptySchool, rowCounts } from "../../../tests/builders/empty-school.ts";
import { asSchool, openPool } from "../../foundation/database.ts";
import { day } from "../../foundation/day.ts";
import { usualYear } from "../../timetable/rules/usual-year.ts";
import { setYear } from "../../timetable/server/door.ts";
import type { FetFile } from "../../timetable/rules/fet/fet-file.ts";
import { readFet } from "../../timetable/rules/fet/read-fet.ts";
import { withClassNamesRu } from "../../people/rules/class-name.ru.ts";
import { importFet, type FetOrder } from "./import-fet.ts";

const NOW = new Date("2026-09-16T10:00:00Z");
const SAMPLE = readFileSync("docs/samples/sample-school.fet");

let database: FreshDatabase;
let pool: pg.Pool;
let owner: pg.Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.url, { max: 4 });
  owner = openPool(database.url, { max: 2, role: "owner" });
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

const fileOf = (bytes: Uint8Array): FetFile => {
  const read = readFet(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};
const bring = (schoolId: number, file: FetFile, more: Partial<FetOrder> = {}) =>
  asSchool(pool, schoolId, (tx) => importFet(tx, { schoolId, file, now: NOW, ...more }));

type Hour = { weekday: number; slot: number; starts: string; people: string; subject: string; teachers: string[]; room: string | null };

/** The repeating week as the tables hold it, read under the second wall. */
const weekOf = (schoolId: number): Promise<Hour[]> =>
  asSchool(pool, schoolId, async (tx) =>
    tx.rows<Hour>(
      {
        name: "tests.week_of_school",
        text: `select w.weekday, w.slot, to_char(b.starts, 'HH24:MI') as starts, g.name as people, s.name as subject, r.name as room,
          array_agg(p.given_name || p.patronymic || p.surname order by p.person_id) as teachers
        from timetable.weekly_lesson w join timetable.page e using (school_id, page_id) join people.study_group g using (school_id, group_id)
        join timetable.subject s using (school_id, subject_id) join people.person p on p.school_id = w.school_id and p.person_id = w.teacher_id
        left join timetable.room r on r.school_id = w.school_id and r.room_id = w.room_id
        join timetable.bell_slot b on b.school_id = w.school_id and b.shift = e.shift and b.slot = w.slot
        where w.school_id = $1 group by 1, 2, 3, 4, 5, 6, w.page_id`,
      },
      [schoolId],
    ),
  );
const bare = (name: string) => name.replace(/[.\s]/g, "");

describe("bringing a FET file into a school", () => {
  test("TT-01 gives staff, classes, groups, subjects, rooms, bells, pages, load, the week and dated lessons on school days only", async () => {
    const schoolId = await anEmptySchool(pool);
    const report = await bring(schoolId, fileOf(SAMPLE));
    expect(report).toMatchObject({
      year: 2026,
      classes: ["5А", "5Б", "7А", "7Б"],
      counts: { teachers: 12, activities: 90, weeklyHours: 92, placedHours: 92 },
      created: { staff: 12, classes: 4 },
      rejected: [],
      bellsFromFile: true,
    });
    // the pedagogical council has no pupils and so no page
    expect(report.notUnderstood).toMatchObject({ "Activity without Students": 1, ConstraintMinDaysBetweenActivities: 3 });
    const week = await weekOf(schoolId);
    expect(week).toHaveLength(91);
    expect(report.weeklyHours).toBe(91);
    const { rows } = await owner.query<{ day: string; n: number; free: boolean }>(
      `select l.day::text, count(*)::int as n, extract(isodow from l.day) > 5
         or exists (select from timetable.holidays h where h.school_id = $1 and l.day between h.starts_on and h.ends_on)
         or exists (select from timetable.calendar_day d where d.school_id = $1 and d.day = l.day and not d.is_study) as free
       from timetable.lesson l where school_id = $1 group by l.day`,
      [schoolId],
    );
    expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(report.datedLessons);
    expect(rows.filter((row) => row.free)).toEqual([]);
    // of the week of 5 October every hour is there; 4 November is a public holiday
    expect(rows.filter((row) => row.day >= "2026-10-05" && row.day <= "2026-10-11").reduce((sum, row) => sum + row.n, 0)).toBe(91);
    expect(rows.some((row) => row.day === "2026-11-04")).toBe(false);
  });

  test("ORG-02 a lesson of 10 November falls in the second quarter", async () => {
    const schoolId = await anEmptySchool(pool);
    await bring(schoolId, fileOf(SAMPLE));
    const { rows } = await owner.query("select distinct term from timetable.lesson where school_id = $1 and day = '2026-11-10'", [schoolId]);
    expect(rows).toEqual([{ term: 2 }]);
  });

  test("a divided subject has a page for each part with its own teacher; several teachers of one page share it", async () => {
    const schoolId = await anEmptySchool(pool);
    const file = fileOf(SAMPLE);
    await bring(schoolId, file);
    const week = await weekOf(schoolId);
    const english = week.filter((hour) => hour.subject === "Английский язык" && hour.people.startsWith("5\u00a0«А»"));
    const parts = Map.groupBy(english, (hour) => hour.people);
    expect([...parts.keys()].sort()).toEqual(["5\u00a0«А» английский 1", "5\u00a0«А» английский 2"]);
    expect(new Set(english.map((hour) => hour.teachers.join())).size).toBe(2);
    const pairs = file.activities.filter((activity) => activity.active && activity.students.length > 0 && activity.teachers.length > 1);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { subject, teachers } of pairs) {
      const found = week.some(
        (hour) =>
          hour.subject === subject && teachers.every((name) => hour.teachers.some((own) => [...bare(own)].sort().join("") === [...bare(name)].sort().join(""))),
      );
      expect(found).toBe(true);
    }
  });

  test("every room of the file stands where it stood", async () => {
    const schoolId = await anEmptySchool(pool);
    const file = fileOf(SAMPLE);
    await bring(schoolId, file);
    const byId = new Map(file.activities.map((activity) => [activity.id, activity]));
    const roomOf = new Map(file.roomPlacements.map((place) => [place.activityId, place.room]));
    const expected = file.placements
      .filter(({ activityId }) => byId.get(activityId)!.students.length > 0)
      .flatMap(({ activityId, day, hour }) =>
        Array.from(
          { length: byId.get(activityId)!.duration },
          (_, i) => `${day + 1} ${hour + i + 1} ${byId.get(activityId)!.subject} ${roomOf.get(activityId) ?? ""}`,
        ),
      );
    expect((await weekOf(schoolId)).map((hour) => `${hour.weekday} ${hour.slot} ${hour.subject} ${hour.room ?? ""}`).sort()).toEqual(expected.sort());
  });

  test("two teachers of one subject in one hour divide the class; in different hours they share a page", async () => {
    const schoolId = await anEmptySchool(pool);
    const file = fileOf(SAMPLE);
    const [first, second] = file.teachers.map((teacher) => teacher.name);
    const template = file.activities.find((activity) => activity.students[0] === "5Б весь класс" || activity.students[0] === "5Б")!;
    const add = (id: number, subject: string, teacher: string, hour: number) => {
      file.activities.push({ ...template, id, subject, teachers: [teacher], students: ["5Б"], duration: 1, active: true });
      file.placements.push({ line: id, activityId: id, day: 0, hour, locked: true });
    };
    add(9001, "Технология", first!, 8);
    add(9002, "Технология", second!, 8);
    add(9003, "Физика", first!, 9);
    add(9004, "Физика", second!, 7);
    await bring(schoolId, file);
    const week = (await weekOf(schoolId)).filter((hour) => hour.people.startsWith("5\u00a0«Б»") && hour.weekday === 1 && hour.slot >= 8);
    expect(week.map((hour) => `${hour.slot} ${hour.people}: ${hour.subject}`).sort()).toEqual([
      "10 5\u00a0«Б»: Физика",
      "8 5\u00a0«Б»: Физика",
      "9 5\u00a0«Б» Технология 1: Технология",
      "9 5\u00a0«Б» Технология 2: Технология",
    ]);
    const { rows } = await owner.query(
      `select count(*)::int as pages, sum((select count(*) from planning.load l where l.school_id = p.school_id and l.page_id = p.page_id))::int as loads
       from timetable.page p join timetable.subject s using (school_id, subject_id) join people.study_group g using (school_id, group_id)
       where p.school_id = $1 and s.name = 'Физика' and g.name = $2`,
      [schoolId, "5\u00a0«Б»"],
    );
    expect(rows).toEqual([{ pages: 1, loads: 2 }]);
  });

  test("a stream of whole classes is known as such, one of their parts is not", async () => {
    const schoolId = await anEmptySchool(pool);
    await bring(schoolId, fileOf(SAMPLE));
    const { rows } = await owner.query("select name, whole from people.study_group where school_id = $1 and kind = 'stream' order by name", [schoolId]);
    expect(rows).toEqual([
      { name: "5", whole: true },
      { name: "7", whole: true },
      { name: "7\u00a0«А» девочки + 7\u00a0«Б» девочки", whole: false },
      { name: "7\u00a0«А» мальчики + 7\u00a0«Б» мальчики", whole: false },
    ]);
  });

  test("leaves an audit row in a whole chain and one event", async () => {
    const schoolId = await anEmptySchool(pool);
    await bring(schoolId, fileOf(SAMPLE));
    const audit = await owner.query(
      "select c.code, a.body from ledger.audit a join ledger.code c on c.code_no = a.act where a.school_id = $1 and a.stream = 0 order by seq",
      [schoolId],
    );
    expect(audit.rows.map((row: { code: string }) => row.code)).toEqual(["access.school.make", "planning.timetable.import"]);
    expect((await owner.query("select ledger.broken_at($1, 0) as broken", [schoolId])).rows).toEqual([{ broken: null }]);
    const events = await owner.query("select c.code, o.body from ledger.outbox o join ledger.code c on c.code_no = o.kind where o.school_id = $1", [schoolId]);
    expect(events.rows).toEqual([{ code: "planning.timetable_imported", body: '{"year":2026}' }]);
  });

  test("a second file into the same year is refused and changes nothing; another year is open", async () => {
    const schoolId = await anEmptySchool(pool);
    await bring(schoolId, fileOf(SAMPLE));
    const before = await rowCounts(owner);
    await expect(bring(schoolId, fileOf(SAMPLE))).rejects.toMatchObject({ kind: "conflict", code: "planning.year_already_planned", facts: { year: 2026 } });
    expect(await rowCounts(owner)).toEqual(before);
    const again = await bring(schoolId, fileOf(SAMPLE), { year: 2027 });
    expect(again.created).toMatchObject({ staff: 0, classes: 4 });
  });

  test("of two imports at once into one school one is refused", async () => {
    const schoolId = await anEmptySchool(pool);
    const both = await Promise.allSettled([bring(schoolId, fileOf(SAMPLE)), bring(schoolId, fileOf(SAMPLE))]);
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a fault in the middle changes nothing", async () => {
    const schoolId = await anEmptySchool(pool);
    const before = await rowCounts(owner);
    const broken = fileOf(SAMPLE);
    broken.rooms[0]!.capacity = 1e12;
    await expect(bring(schoolId, broken)).rejects.toThrow(/integer/);
    expect(await rowCounts(owner)).toEqual(before);
    await expect(bring(schoolId, { ...broken, subjects: [{ ...broken.subjects[0]!, name: "я".repeat(3000) }] })).rejects.toMatchObject({
      code: "planning.name_too_long",
    });
    await expect(bring(schoolId, { ...broken, activities: [] })).rejects.toMatchObject({ code: "planning.file_without_lessons" });
    expect(await rowCounts(owner)).toEqual(before);
  });

  test("the operator's word on what the classes are is obeyed, though it be wrong", async () => {
    const schoolId = await anEmptySchool(pool);
    const report = await bring(schoolId, fileOf(SAMPLE), { classesBy: "years" });
    expect(report.decision).toMatchObject({ by: "years", because: "override" });
    expect(report.classes).toEqual(["5", "7"]);
    expect(await weekOf(schoolId)).toHaveLength(91);
  });

  test("what has no place is named: no teacher, a day outside the week", async () => {
    const schoolId = await anEmptySchool(pool);
    const file = fileOf(SAMPLE);
    file.activities[0]!.teachers = [];
    file.days.push(...["6", "7", "8"].map((name) => ({ name, longName: "", comments: "" })));
    const moved = file.placements.find((place) => place.activityId === file.activities[1]!.id)!;
    moved.day = 7;
    const report = await bring(schoolId, file);
    expect(report.rejected.map((row) => row.code)).toEqual(["planning.fet_without_teacher", "planning.fet_day_without_weekday"]);
  });

  test("the school's own year is kept, and hours it gives no dates to are counted", async () => {
    const schoolId = await anEmptySchool(pool);
    const year = { ...usualYear(2026, "RU", 5), calendarDays: [] };
    const terms = year.terms.map((term) => ({ ...term, gradeLevels: [5] }));
    await asSchool(pool, schoolId, (tx) => setYear(tx, schoolId, { ...year, startsOn: day("2026-09-02"), daysPerWeek: 4, terms: terms.slice(0, 4) }));
    const report = await bring(schoolId, fileOf(SAMPLE));
    expect(report.yearWasSet).toBe(false);
    expect(Object.keys(report.notUnderstood)).toEqual(expect.arrayContaining(["Hour of a grade without terms", "Hour on a day without lessons"]));
    const { rows } = await owner.query(
      "select min(day)::text as first, max(extract(isodow from day))::int as last from timetable.lesson where school_id = $1",
      [schoolId],
    );
    expect(rows).toEqual([{ first: "2026-09-02", last: 4 }]);
  });

  test("a teacher the school knows by the full name is that person", async () => {
    const schoolId = await anEmptySchool(pool);
    const file = fileOf(SAMPLE);
    await asSchool(pool, schoolId, (tx) =>
      tx.rows(
        {
          name: "tests.one_teacher",
          text: `with p as (insert into people.person (school_id, person_id, surname, given_name, patronymic) values ($1, ledger.next_ids($1, 'person', 1), 'Берёзкина', 'Анна', 'Павловна') returning person_id) insert into people.staff (school_id, person_id, from_day) select $1, person_id, '2026-08-01' from p`,
        },
        [schoolId],
      ),
    );
    const report = await bring(schoolId, file);
    expect(report.created.staff).toBe(11);
    expect((await weekOf(schoolId)).some((hour) => hour.teachers.includes("АннаПавловнаБерёзкина"))).toBe(true);
  });

  test("two schools of one database do not see each other's timetable", async () => {
    const [a, b] = [await anEmptySchool(pool), await anEmptySchool(pool)];
    await bring(a, fileOf(SAMPLE));
    expect(await weekOf(b)).toEqual([]);
    const seen = await asSchool(pool, b, (tx) => tx.rows<{ n: number }>({ name: "tests.any_lesson", text: "select count(*)::int as n from timetable.lesson" }));
    expect(seen).toEqual([{ n: 0 }]);
    await bring(b, fileOf(SAMPLE));
    expect(await weekOf(b)).toHaveLength(91);
  });
});

const folder = resolve("../shared/data/fet");
const present = existsSync(folder);
const absent = present ? "" : " (skipped: ../shared/data/fet is absent)";
const csv = (name: string): Record<string, string>[] =>
  parse(readFileSync(resolve(folder, "lom-csv", `Lom_high_school_2007-2008_${name}.csv`)), { bom: true, columns: true });

describe.skipIf(!present)(`a real solved high school through the database${absent}`, () => {
  test("every one of 544 weekly hours is found at its day and time with its teachers and pupils, as FET exported it", async () => {
    const schoolId = await anEmptySchool(pool, { name: "Настоящая" });
    const report = await bring(schoolId, fileOf(readFileSync(resolve(folder, "bulgaria-lom-2007-solved-by-fet-6.8.5.fet"))));
    expect(report.rejected).toEqual([]);
    expect(report).toMatchObject({
      created: { staff: 32, classes: 17 },
      weeklyHours: 544,
      counts: { subjects: 36, rooms: 29, groups: 17, subgroups: 24, activities: 448 },
    });

    // the smallest sets of pupils by FET's own export: two names are one set when they gather the same
    const atoms = new Map<string, Set<string>>();
    const gather = (name: string, atom: string) => void (name && (atoms.get(name) ?? atoms.set(name, new Set()).get(name)!).add(atom));
    const sets = csv("students");
    for (const row of sets) {
      const { Year = "", Group = "", Subgroup = "" } = row;
      const divided = sets.some((other) => other["Group"] === Group && other["Subgroup"]);
      if (Group && (Subgroup || !divided)) for (const name of [Year, Group, Subgroup]) gather(withClassNamesRu(name), Subgroup || Group);
    }
    const peopleOf = (text: string) =>
      [...new Set(text.split("+").flatMap((name) => [...(atoms.get(withClassNamesRu(name.trim())) ?? [`unknown ${name}`])]))].sort().join("|");
    const days = [...new Set(csv("timetable").map((row) => row["Day"]!))];
    const order = fileOf(readFileSync(resolve(folder, "bulgaria-lom-2007-solved-by-fet-6.8.5.fet"))).days.map((day) => day.name);
    expect(days.every((day) => order.includes(day))).toBe(true);

    const byTeachers = (names: string[]) => names.map(bare).sort().join("+");
    const theirs = csv("timetable").map((row) =>
      [order.indexOf(row["Day"]!) + 1, row["Hour"], peopleOf(row["Students Sets"]!), row["Subject"], byTeachers(row["Teachers"]!.split("+")), row["Room"]].join(
        " # ",
      ),
    );
    const ours = (await weekOf(schoolId)).map((hour) =>
      [hour.weekday, hour.starts, peopleOf(hour.people), hour.subject, byTeachers(hour.teachers), hour.room ?? ""].join(" # "),
    );
    expect(ours).toHaveLength(544);
    // compared as a whole, so that a failure prints no teacher's name
    const missing = theirs.filter((row) => !ours.includes(row)).length;
    expect({ missing, same: JSON.stringify(ours.sort()) === JSON.stringify(theirs.sort()) }).toEqual({ missing: 0, same: true });
  });

  test.each(["brazil-achiles-infeasible", "brazil-noturno-small", "germany-secondary-1", "hungary-varosmajori-2018", "spain-1-school", "bulgaria-lom-2007"])(
    "%s, unsolved, comes in with its load",
    async (name) => {
      const schoolId = await anEmptySchool(pool, { name });
      const file = fileOf(readFileSync(resolve(folder, `${name}.fet`)));
      const report = await bring(schoolId, file);
      const load = file.activities.filter((a) => a.active && a.students.length > 0).reduce((sum, a) => sum + a.duration * a.teachers.length, 0);
      expect(report.loadHours).toBe(load);
    },
  );
});
