import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { day } from "../../../foundation/day.ts";
import { changeLessonRoute } from "../../../timetable/contract/change-lesson.ts";
import {
  changeControlWorkRoute,
  controlWorksRoute,
  pageForWorkRoute,
  planControlWorkRoute,
  publicControlWorksRoute,
  publishControlWorksRoute,
  removeControlWorkRoute,
} from "../../../planning/contract/control-works.ts";
import { journalPageRoute } from "../../contract/journal-page.ts";
import { setMarkRoute } from "../../contract/set-mark.ts";

const KR = 5;
const TEST = 8;
let t: TestApp;
/** 003: two works a quarter in mathematics, one in others; a third is refused. */
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner, { preset: "chaikovsky-gymnasium-2023" });
  t.at(s.now);
});
afterAll(() => t.close());

type Size = { workType?: number; minutes?: number; lessons?: number; wholeClass?: boolean; title?: string };
const sized = (more: Size = {}) => ({ workType: KR, minutes: 45, lessons: 1, wholeClass: true, title: "", ...more });
const plan = (who: { cookie: string }, on: string, more: Size = {}, page = s.page) =>
  t.ask(planControlWorkRoute, who.cookie, { body: { pageId: page.pageId, lessonId: page.on(day(on)).lessonId, ...sized(more) } });
const limits = (answer: { body: { remarks: { limit: string }[] } }) => answer.body.remarks.map((r) => r.limit);
const schedule = async (who = s.deputy) => (await t.ask(controlWorksRoute, who.cookie)).body;
const column = async (on: string) => {
  const { body } = await t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId }, query: { term: 0 } });
  return body.lessons.find((l) => l.lessonId === s.page.on(day(on)).lessonId)!;
};

describe("the schedule of control works", () => {
  test("WRK-04 KTP-09 a planned work stands in the school's schedule on its date, for the deputy and every teacher", async () => {
    const first = await plan(s.teacher, "2026-09-17", { title: "Контрольная работа № 1" });
    expect(first).toMatchObject({ status: 200, body: { version: 1, remarks: [{ limit: "edgeLessons", severity: "warn" }] } });
    for (const who of [s.deputy, s.director, s.admin, s.homeroom, s.secondTeacher]) {
      expect((await schedule(who)).works).toMatchObject([
        { workId: first.body.workId, day: "2026-09-17", subject: "Математика", groupName: "6А", code: "КР", slot: 3, teachers: "Лунёва А. И." },
      ]);
    }
    const seen = await schedule();
    expect(seen.classes.map((c) => c.name)).toEqual(["6А", "7Б"]);
    expect(seen.days).toContain("2026-09-17");
    expect((await schedule(s.secondTeacher)).works[0]!.own).toBe(false);
    expect((await schedule(s.secondTeacher)).pages.map((p) => p.subject)).toEqual(["Английский язык", "Математика"]);
  });

  test("a planned work stands in the journal's column as its type", async () => {
    expect((await column("2026-09-17")).workType).toBe(KR);
  });

  test("WRK-03 a third control work of mathematics in the quarter is refused, and nothing is written", async () => {
    expect((await plan(s.teacher, "2026-10-08")).status).toBe(200);
    const third = await plan(s.teacher, "2026-10-22");
    expect(third).toMatchObject({ status: 422, problem: { code: "planning.control_work_past_limit", facts: { limit: "max" } } });
    expect(third.problem.detail).toContain("3 контрольные за четверть, а норма не больше 2");
    expect((await column("2026-10-22")).workType).toBeNull();
    expect((await plan(s.teacher, "2026-11-10")).status).toBe(200);
    expect((await plan(s.teacher, "2026-10-22", { workType: TEST })).status).toBe(200);
  });

  test("WRK-03 where the school only warns, the third is saved with the warning", async () => {
    const other = await aSchool(t.owner, { preset: "chaikovsky-gymnasium-2023" });
    await t.owner.query(`update regulation.norm set value = jsonb_set(value, '{severity}', '"warn"') where school_id = $1 and code = 'controlworks.max'`, [
      other.schoolId,
    ]);
    for (const on of ["2026-09-03", "2026-09-24"]) expect((await plan(other.teacher, on, {}, other.page)).status).toBe(200);
    const third = await plan(other.teacher, "2026-10-14", {}, other.page);
    expect(third.status).toBe(200);
    expect(third.body.remarks).toContainEqual({ limit: "max", severity: "warn", facts: { subject: "Математика", planned: 3, allowed: 2, quarters: 1 } });
  });

  test("WRK-06 a second work of the class on the day and one on the first lesson are warned", async () => {
    const english = await plan(s.secondTeacher, "2026-10-07", { minutes: 40 }, s.subgroupPage);
    expect(limits(english)).toEqual([]);
    const monday = await plan(s.deputy, "2026-12-14", { workType: TEST });
    expect(limits(monday)).toEqual(["edgeLessons"]);
    const wednesday = await plan(s.deputy, "2026-10-07", { workType: TEST });
    expect(limits(wednesday)).toContain("perDay");
  });

  test("WRK-07 WRK-08 ten days after another the work is warned, a check of 15 minutes is not", async () => {
    expect(limits(await plan(s.teacher, "2026-11-24", { workType: TEST }))).toContain("interval");
    expect(limits(await plan(s.teacher, "2026-11-25", { workType: TEST, minutes: 15 }))).toEqual([]);
  });

  test("WRK-09 a work of three lessons is warned", async () => {
    expect(limits(await plan(s.teacher, "2027-01-19", { lessons: 3, minutes: 120 }))).toContain("length");
  });

  test("what the limits ask is at hand before saving", async () => {
    const page = (await t.ask(pageForWorkRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } })).body;
    expect(page).toMatchObject({ subject: "Математика", weeklyHours: 5, quarters: 1, classIds: [s.classA.classId] });
    expect(page.lessons.find((l) => l.day === "2026-09-16")).toMatchObject({ slot: 2, firstSlot: 2, lastSlot: 4 });
    expect(page.yearLessons).toBe(page.lessons.length);
  });
});

describe("a planned work", () => {
  test("is moved with its column, changed over the version seen, and told to who comes second", async () => {
    const { workId, version } = (await plan(s.deputy, "2027-02-03", { workType: TEST })).body;
    const to = s.page.on(day("2027-02-10")).lessonId;
    const change = (expectedVersion: number, minutes = 40) =>
      t.ask(changeControlWorkRoute, s.deputy.cookie, { params: { workId }, body: { lessonId: to, ...sized({ workType: TEST, minutes }), expectedVersion } });
    expect(await change(version)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await change(version)).toMatchObject({ status: 200, body: { version: 2 } });
    expect([(await column("2027-02-03")).workType, (await column("2027-02-10")).workType]).toEqual([null, TEST]);
    expect(await change(version, 20)).toMatchObject({ status: 409, problem: { code: "planning.control_work_changed_meanwhile" } });
  });

  test("is removed once, and its column is a usual lesson again unless marks stand in it", async () => {
    const { workId, version } = (await plan(s.teacher, "2026-09-09", { workType: TEST })).body;
    const remove = (who = s.teacher) => t.ask(removeControlWorkRoute, who.cookie, { params: { workId }, query: { expectedVersion: version } });
    expect((await remove(s.secondTeacher)).status).toBe(403);
    expect((await remove()).body).toEqual({ removed: true });
    expect((await remove()).body).toEqual({ removed: true });
    expect((await column("2026-09-09")).workType).toBeNull();

    const marked = (await plan(s.teacher, "2026-09-10", { workType: TEST })).body;
    const params = { pageId: s.page.pageId, lessonId: s.page.on(day("2026-09-10")).lessonId, pupilId: s.classA.pupils[0]! };
    await t.ask(setMarkRoute, s.teacher.cookie, { params, body: { mark: "4", expectedVersion: 0 } });
    await t.ask(removeControlWorkRoute, s.teacher.cookie, { params: { workId: marked.workId }, query: { expectedVersion: 1 } });
    expect((await column("2026-09-10")).workType).toBe(TEST);
  });

  test("stands in the schedule as homeless when its lesson is cancelled, and takes no place", async () => {
    const { workId } = (await plan(s.teacher, "2027-03-02", { workType: TEST })).body;
    const params = { pageId: s.page.pageId, lessonId: s.page.on(day("2027-03-02")).lessonId };
    await t.ask(changeLessonRoute, s.deputy.cookie, { params, body: { change: "cancel", reason: "карантин", expectedVersion: 1 } });
    expect((await schedule()).works.find((w) => w.workId === workId)).toMatchObject({ lost: true });
    expect(limits(await plan(s.teacher, "2027-03-03", { workType: TEST }))).not.toContain("interval");
    expect(await plan(s.teacher, "2027-03-02")).toMatchObject({ status: 422, problem: { code: "timetable.lesson_cancelled" } });
  });

  test("is refused on a lesson that has one, with a type the school has not, on a page of another, and in another school", async () => {
    expect(await plan(s.teacher, "2026-09-17")).toMatchObject({ status: 422, problem: { code: "planning.lesson_has_control_work" } });
    expect(await plan(s.teacher, "2026-12-21", { workType: 99 })).toMatchObject({ status: 400, problem: { code: "journal.work_type_not_found" } });
    expect((await plan(s.secondTeacher, "2026-12-21")).status).toBe(403);
    const stranger = await aSchool(t.owner);
    const { workId } = (await schedule()).works[0]!;
    const change = await t.ask(changeControlWorkRoute, stranger.deputy.cookie, {
      params: { workId: workId + 100000 },
      body: { lessonId: 1, ...sized(), expectedVersion: 1 },
    });
    expect(change).toMatchObject({ status: 404, problem: { code: "planning.control_work_not_found" } });
    for (const bad of [{ minutes: 0 }, { lessons: 9 }, { title: "я".repeat(201) }]) expect((await plan(s.teacher, "2026-12-21", bad)).status).toBe(400);
  });
});

describe("a test assigned to a class", () => {
  test("WRK-11 returns its results to the journal as marks of type «Тест», in the column of its day", async () => {
    expect((await plan(s.teacher, "2026-09-15", { workType: TEST, title: "Входная диагностика" })).status).toBe(200);
    const { lessonId } = s.page.on(day("2026-09-15"));
    for (const [i, mark] of ["5", "4", "3"].entries()) {
      const params = { pageId: s.page.pageId, lessonId, pupilId: s.classA.pupils[i]! };
      expect((await t.ask(setMarkRoute, s.teacher.cookie, { params, body: { mark, expectedVersion: 0 } })).status).toBe(200);
    }
    expect((await column("2026-09-15")).workType).toBe(TEST);
    const { rows } = await t.owner.query<{ code: string; n: number }>(
      `select w.code, count(*)::int as n from journal.mark k join journal.work_type w on w.school_id = k.school_id and w.work_type = k.signs >> 4
       where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3 group by 1`,
      [s.schoolId, s.page.pageId, lessonId],
    );
    expect(rows).toEqual([{ code: "Т", n: 3 }]);
  });
});

describe("the schedule for families", () => {
  const read = (schoolId: number) => t.ask(publicControlWorksRoute, null, { params: { schoolId } });

  test("WRK-10 shows the term's works per class once the school opens it, without a name of anybody", async () => {
    expect(await read(s.schoolId)).toMatchObject({ status: 404, problem: { code: "planning.schedule_not_public" } });
    expect((await t.ask(publishControlWorksRoute, s.teacher.cookie, { body: { isPublic: true } })).status).toBe(403);
    expect((await t.ask(publishControlWorksRoute, s.admin.cookie, { body: { isPublic: true } })).body).toEqual({ isPublic: true });
    const seen = await read(s.schoolId);
    expect(seen.status).toBe(200);
    expect(seen.body.works).toContainEqual(expect.objectContaining({ groupName: "6А", subject: "Математика", work: "Контрольная работа", day: "2026-09-17" }));
    expect(seen.body.classes.map((c) => c.name)).toEqual(["6А", "7Б"]);
    expect(JSON.stringify(seen.body)).not.toMatch(/Лунёва|Брагина|Ученик|personId|teacher/);
    await t.ask(publishControlWorksRoute, s.deputy.cookie, { body: { isPublic: false } });
    expect((await read(s.schoolId)).status).toBe(404);
    expect((await read(987654)).status).toBe(404);
  });
});
