import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/builders/database.ts";
import type { FreshDatabase } from "../../../tests/builders/database.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { asSchool, openPool } from "../../foundation/database.ts";
import { day, plusDays } from "../../foundation/day.ts";
import { addPages, addRooms, addSubjects, lessonsBetween, makeLessons, recordChange, setBells, setWeeklyLessons } from "./door.ts";

let database: FreshDatabase;
let pool: ReturnType<typeof openPool>;
let owner: ReturnType<typeof openPool>;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.url);
  owner = openPool(database.url, { role: "owner" });
});
afterAll(async () => {
  await Promise.all([pool.end(), owner.end()]);
  await database.drop();
});

const inSchool = <T>(school: MadeSchool, work: Parameters<typeof asSchool<T>>[2]) => asSchool(pool, school.schoolId, work);
const count = async (school: MadeSchool, table: string) =>
  Number((await owner.query(`select count(*) as n from ${table} where school_id = $1`, [school.schoolId])).rows[0].n);
const deed = (school: MadeSchool, lessonId: number) => ({
  schoolId: school.schoolId,
  pageId: school.page.pageId,
  lessonId,
  expectedVersion: 1,
  actor: school.deputy.personId,
  right: "deputy_studies/school",
  at: school.now,
  reason: "Болезнь учителя",
});

describe("making the lessons of a year", () => {
  test("stands on study days only, numbered in the order of time, ids of the school's own", async () => {
    const school = await aSchool(pool);
    const days = school.page.lessons.map((l) => l.day);
    expect(days).not.toContain("2026-11-04");
    expect(days).not.toContain("2026-10-28");
    expect(days.at(-1)).toBe("2027-05-31");
    const ids = school.page.lessons.map((l) => l.lessonId);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(await count(school, "timetable.lesson")).toBe(school.page.lessons.length + school.otherPage.lessons.length + school.subgroupPage.lessons.length);
  });

  test("again makes nothing twice, not even where a lesson was moved away", async () => {
    const school = await aSchool(pool);
    const lesson = school.page.on(school.today);
    await inSchool(school, (tx) =>
      recordChange(tx, { ...deed(school, lesson.lessonId), kind: "moved", day: plusDays(school.today, 1), slot: 6, term: 1, hasEntries: false }),
    );
    expect(await inSchool(school, (tx) => makeLessons(tx, school.schoolId, school.year))).toBe(0);
  });

  test("makes what a new timetable adds, from its first day on, and ends the old one the day before", async () => {
    const school = await aSchool(pool);
    const from = day("2027-04-05");
    const made = await inSchool(school, async (tx) => {
      await setWeeklyLessons(tx, school.schoolId, from, [
        { pageId: school.subgroupPage.pageId, teacherId: school.secondTeacher.personId, weekday: 5, slot: 6 },
      ]);
      return makeLessons(tx, school.schoolId, school.year, [school.subgroupPage.pageId]);
    });
    expect(made).toBe(8);
    const rows = await owner.query(
      "select weekday, from_day::text, to_day::text from timetable.weekly_lesson where school_id = $1 and page_id = $2 order by 2",
      [school.schoolId, school.subgroupPage.pageId],
    );
    expect(rows.rows).toEqual([
      { weekday: 3, from_day: "2026-09-01", to_day: "2027-04-04" },
      { weekday: 5, from_day: "2027-04-05", to_day: null },
    ]);
  });

  test("is nothing in a year that is not set", async () => {
    const school = await aSchool(pool);
    expect(await inSchool(school, (tx) => makeLessons(tx, school.schoolId, 2031))).toBe(0);
  });

  test("knows by the bells when each lesson ends, and by no bells that nobody says", async () => {
    const school = await aSchool(pool);
    const lessons = await inSchool(school, (tx) => lessonsBetween(tx, school.schoolId, school.today, school.today));
    expect(lessons.map((l) => [l.slot, l.ends])).toEqual([
      [2, "10:10"],
      [2, "10:10"],
      [4, "12:20"],
    ]);
  });
});

describe("changing a dated lesson", () => {
  test("substitutes over the version seen, keeps the row before, records and tells it", async () => {
    const school = await aSchool(pool);
    const { lessonId } = school.page.on(school.today);
    const answer = await inSchool(school, (tx) =>
      recordChange(tx, { ...deed(school, lessonId), kind: "substituted", substituteId: school.secondTeacher.personId }),
    );
    expect(answer).toEqual({ version: 2 });
    const change = await owner.query("select kind, before_teacher_id, before_substitute_id, reason from timetable.lesson_change where school_id = $1", [
      school.schoolId,
    ]);
    expect(change.rows).toEqual([{ kind: "substituted", before_teacher_id: school.teacher.personId, before_substitute_id: null, reason: "Болезнь учителя" }]);
    const event = await owner.query(
      "select c.code, o.body::json as body from ledger.outbox o join ledger.code c on c.code_no = o.kind where o.school_id = $1",
      [school.schoolId],
    );
    expect(event.rows).toEqual([
      {
        code: "timetable.lesson_changed",
        body: { pageId: school.page.pageId, lessonId, groupId: school.classA.groupId, day: school.today, beforeDay: school.today },
      },
    ]);
    const audit = await owner.query("select body::json as body from ledger.audit where school_id = $1 and stream = $2", [school.schoolId, school.page.pageId]);
    expect(audit.rows[0].body).toMatchObject({
      right: "deputy_studies/school",
      lesson: lessonId,
      before: { substituteId: null },
      after: { substituteId: school.secondTeacher.personId },
    });
  });

  test("refuses a stale version, an unknown lesson and moving a lesson that has entries, and leaves everything as it was", async () => {
    const school = await aSchool(pool);
    const { lessonId } = school.page.on(school.today);
    const change = (more: object) => inSchool(school, (tx) => recordChange(tx, { ...deed(school, lessonId), kind: "cancelled", ...more }));
    await expect(change({ expectedVersion: 4 })).rejects.toMatchObject({ kind: "conflict", code: "timetable.lesson_changed_meanwhile", facts: { version: 1 } });
    await expect(change({ lessonId: 999_999 })).rejects.toMatchObject({ kind: "not_found", code: "timetable.lesson_not_found" });
    await expect(change({ kind: "moved", day: plusDays(school.today, 1), slot: 6, term: 1, hasEntries: true })).rejects.toMatchObject({
      kind: "refused",
      code: "timetable.lesson_has_entries",
      facts: { day: school.today },
    });
    expect(await count(school, "timetable.lesson_change")).toBe(0);
    await change({});
    const restored = await inSchool(school, (tx) => recordChange(tx, { ...deed(school, lessonId), expectedVersion: 2, kind: "restored" }));
    expect(restored).toEqual({ version: 3 });
  });
});

describe("naming subjects, rooms, bells and pages", () => {
  test("twice finds what stands, in one call and in the next", async () => {
    const school = await aSchool(pool);
    await inSchool(school, async (tx) => {
      const [algebra, again] = await addSubjects(tx, school.schoolId, ["Алгебра", "Алгебра"]);
      expect(again).toBe(algebra);
      expect(await addSubjects(tx, school.schoolId, ["Алгебра"])).toEqual([algebra]);
      const rooms = await addRooms(tx, school.schoolId, [{ name: "Спортзал" }, { name: "214" }]);
      expect(await addRooms(tx, school.schoolId, [{ name: "214" }, { name: "Спортзал" }])).toEqual(rooms.toReversed());
      const page = { groupId: school.classA.groupId, subjectId: algebra!, year: school.year, gradeLevel: 6 };
      const [first, second] = await addPages(tx, school.schoolId, [page, page]);
      expect(second!.pageId).toBe(first!.pageId);
      expect(await addPages(tx, school.schoolId, [page])).toEqual([{ pageId: first!.pageId, created: false }]);
      const short = { name: "Сокращённые", isUsual: true, slots: [{ shift: 1, slot: 1, starts: "08:30", ends: "09:00" }] };
      expect(await setBells(tx, school.schoolId, [short])).toEqual(await setBells(tx, school.schoolId, [short]));
    });
    const usual = await owner.query("select name from timetable.bell_schedule where school_id = $1 and is_usual", [school.schoolId]);
    expect(usual.rows).toEqual([{ name: "Сокращённые" }]);
  });
});
