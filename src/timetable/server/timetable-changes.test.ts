import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { grantRoles } from "../../access/server/door.ts";
import { asSchool } from "../../foundation/database.ts";
import { day, instantOf, plusDays } from "../../foundation/day.ts";
import { changeLessonRoute, swapLessonsRoute } from "../contract/change-lesson.ts";
import { lessonsOfDayRoute, substitutesForRoute } from "../contract/lessons-of-day.ts";
import { timetableChangesRoute } from "../contract/timetable-changes.ts";
import { setBells } from "./door.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 2 });
  t.at(school.now);
  const from = plusDays(school.today, -30);
  await asSchool(t.owner, school.schoolId, (tx) => grantRoles(tx, school.schoolId, [{ personId: school.homeroom.personId, role: "subject_teacher", from }]));
});
afterAll(() => t.close());

const dayOf = (d: string, cookie = school.deputy.cookie) => t.ask(lessonsOfDayRoute, cookie, { params: { day: d } });
const substitutes = async (pageId: number, lessonId: number) =>
  (await t.ask(substitutesForRoute, school.deputy.cookie, { params: { pageId, lessonId } })).body.teachers;
const changes = (query: { from: string; to: string; by?: "lesson" | "made" }, cookie = school.deputy.cookie) => t.ask(timetableChangesRoute, cookie, { query });
const change = (lessonId: number, body: object) =>
  t.ask(changeLessonRoute, school.deputy.cookie, {
    params: { pageId: school.page.pageId, lessonId },
    body: { reason: "болезнь", expectedVersion: 1, ...body } as never,
  });

describe("the school's day", () => {
  test("holds every lesson in the order of time, with names, bells, rooms and the study days beside it", async () => {
    const { body } = await dayOf(school.today);
    expect([...Value.Errors(lessonsOfDayRoute.response, body)]).toEqual([]);
    expect(body).toMatchObject({
      day: school.today,
      today: school.today,
      previous: plusDays(school.today, -1),
      next: plusDays(school.today, 1),
      mayChange: true,
    });
    expect(body.lessons.map((l) => [l.groupName, l.slot, l.starts, l.teacher, l.room])).toEqual([
      [school.classA.name, 2, "09:25", "Лунёва А. И.", "214"],
      [school.classB.name, 2, "09:25", "Брагина А. И.", null],
      ["6А англ. 1", 4, "11:35", "Брагина А. И.", null],
    ]);
  });

  test("says of a lesson whose room was changed that it was, until the old room is back", async () => {
    const { lessonId, day: on } = school.page.on(day("2026-10-20"));
    const roomChanged = async () => (await dayOf(on)).body.lessons.find((l) => l.lessonId === lessonId);
    const { roomId } = (await roomChanged())!;
    await change(lessonId, { change: "room", roomId: null });
    expect(await roomChanged()).toMatchObject({ room: null, roomChanged: true, reason: "болезнь" });
    await change(lessonId, { change: "room", roomId, expectedVersion: 2 });
    expect(await roomChanged()).toMatchObject({ room: "214", roomChanged: false });
  });

  test("of holidays is empty, has their name and leads to study days", async () => {
    expect((await dayOf("2026-10-29")).body).toMatchObject({ lessons: [], name: "Осенние каникулы", previous: "2026-10-23", next: "2026-11-03" });
  });

  test("is read by the director too, who changes nothing; a day that is none is refused", async () => {
    expect((await dayOf(school.today, school.director.cookie)).body).toMatchObject({ mayChange: false });
    expect(await dayOf("2026-02-30")).toMatchObject({ status: 400, problem: { code: "timetable.not_a_day" } });
  });
});

describe("the substitutes of a lesson", () => {
  test("are the free teachers of its hour, who teaches the class first", async () => {
    const { pageId, on } = school.subgroupPage;
    expect(await substitutes(pageId, on(school.today).lessonId)).toEqual([
      { personId: school.teacher.personId, name: "Лунёва А. И.", teachesClass: true, teachesSubject: false, lessonsThatDay: 1, replaced: false },
      { personId: school.homeroom.personId, name: "Щеглова А. И.", teachesClass: false, teachesSubject: false, lessonsThatDay: 0, replaced: false },
    ]);
  });

  test("are not those whose lesson of another shift meets it by the clock", async () => {
    const slots = [
      { shift: 1, slot: 2, starts: "09:25", ends: "10:10" },
      { shift: 2, slot: 4, starts: "10:00", ends: "10:45" },
    ];
    const other = plusDays(school.today, 7);
    const [bells] = await asSchool(t.owner, school.schoolId, (tx) => setBells(tx, school.schoolId, [{ name: "Две смены", slots }]));
    await t.owner.query("insert into timetable.calendar_day (school_id, day, bell_schedule_id, is_study) values ($1, $2, $3, true)", [
      school.schoolId,
      other,
      bells,
    ]);
    const { pageId, on } = school.subgroupPage;
    const names = async () => (await substitutes(pageId, on(other).lessonId)).map((s) => s.name);
    expect(await names()).toContain("Лунёва А. И.");
    await t.owner.query("update timetable.page set shift = 2 where school_id = $1 and page_id = $2", [school.schoolId, pageId]);
    expect(await names()).not.toContain("Лунёва А. И.");
    await t.owner.query("update timetable.page set shift = 1 where school_id = $1 and page_id = $2", [school.schoolId, pageId]);
  });
});

describe("the register of changes", () => {
  test("TT-11 lists a month's substitutions with date, class, subject, absent teacher, substitute and reason", async () => {
    const { day: on, lessonId, slot } = school.page.on(day("2026-09-22"));
    await change(lessonId, { change: "substitute", substituteId: school.homeroom.personId, reason: "курсы" });
    const { body } = await changes({ from: "2026-09-01", to: "2026-09-30" });
    expect([...Value.Errors(timetableChangesRoute.response, body)]).toEqual([]);
    expect(body.changes).toMatchObject([
      {
        kind: "substituted",
        after: { day: on, slot },
        groupName: school.classA.name,
        subject: "Математика",
        teacher: "Лунёва А. И.",
        substitute: "Щеглова А. И.",
        reason: "курсы",
        author: "Тетерина А. И.",
        stands: true,
      },
    ]);
    expect(new Date(body.changes[0]!.madeAt)).toEqual(school.now);
  });

  test("TT-13 of a day lists all edits made on it with author and time, whatever day they are about, and what was taken back as such", async () => {
    const lesson = school.page.on(day("2026-10-06"));
    const made = plusDays(school.today, 2);
    t.at(instantOf(made, "23:41", school.timezone));
    await change(lesson.lessonId, { change: "cancel", reason: "нет замены" });
    t.at(instantOf(made, "23:55", school.timezone));
    await change(lesson.lessonId, { change: "restore", expectedVersion: 2 });
    t.at(school.now);
    const { body } = await changes({ from: made, to: made, by: "made" });
    expect(body.changes.map((c) => [c.kind, c.author, new Date(c.madeAt).toISOString(), c.stands])).toEqual([
      ["cancelled", "Тетерина А. И.", instantOf(made, "23:41", school.timezone).toISOString(), false],
      ["restored", "Тетерина А. И.", instantOf(made, "23:55", school.timezone).toISOString(), true],
    ]);
    expect((await changes({ from: plusDays(made, 1), to: plusDays(made, 1), by: "made" })).body.changes).toEqual([]);
  });

  test("keeps of a swap where both lessons stood", async () => {
    const [a, b] = [school.page.on(day("2026-10-12")), school.page.on(day("2026-10-13"))];
    const seen = ({ lessonId }: { lessonId: number }) => ({ pageId: school.page.pageId, lessonId, expectedVersion: 1 });
    await t.ask(swapLessonsRoute, school.deputy.cookie, { body: { first: seen(a), second: seen(b) } });
    const { body } = await changes({ from: "2026-10-12", to: "2026-10-13" });
    const place = (l: { day: string; slot: number }) => ({ day: l.day, slot: l.slot });
    expect(body.changes.map((c) => [c.kind, c.before, c.after])).toEqual([
      ["moved", place(b), place(a)],
      ["moved", place(a), place(b)],
    ]);
  });

  test("is asked for real days in order, not for years", async () => {
    for (const [from, to] of [
      ["2026-09-30", "2026-09-01"],
      ["2026-01-01", "2026-12-31"],
    ] as const) {
      expect(await changes({ from, to })).toMatchObject({ status: 400, problem: { code: "timetable.not_a_span" } });
    }
    expect(await changes({ from: "вчера", to: "2026-09-01" })).toMatchObject({ status: 400, problem: { code: "timetable.not_a_day" } });
  });

  test("of another school holds nothing of this one", async () => {
    const stranger = await aSchool(t.owner, { pupils: 2 });
    expect((await changes({ from: "2026-09-01", to: "2026-10-31" }, stranger.deputy.cookie)).body.changes).toEqual([]);
  });
});
