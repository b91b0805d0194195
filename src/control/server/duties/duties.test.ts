import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadePage, MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { asSchool } from "../../../foundation/database.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { recordChange } from "../../../timetable/server/door.ts";
import { myDutiesRoute, personDutiesRoute, schoolDutiesRoute } from "../../contract/duties/duties.ts";

let t: TestApp;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());

const at = (s: MadeSchool, time: string, on: LocalDate = s.today) => t.at(instantOf(on, time, s.timezone));
/** What of lessons a person owes: the plan of a page and its like are asked for in calendar-duties.test.ts. */
const mine = async (s: MadeSchool, who: Signed = s.teacher) => {
  const { duties, ...told } = (await t.ask(myDutiesRoute, who.cookie)).body;
  return { ...told, duties: duties.filter(({ lessonId }) => lessonId !== null) };
};
const write = async (s: MadeSchool, on: LocalDate, body: object, page: MadePage = s.page, who: Signed = s.teacher) => {
  const answer = await t.ask(setLessonRoute, who.cookie, {
    params: { pageId: page.pageId, lessonId: page.on(on).lessonId },
    body: { expectedVersion: 0, ...body },
  });
  expect(answer.status).toBe(200);
};
/** All lessons of the page before today are written. */
const writeBefore = async (s: MadeSchool) => {
  for (const { day } of s.page.lessons.filter((l) => l.day < s.today)) await write(s, day, { topic: "Тема", homework: "№ 1" });
};
const told = (duties: { kind: string; state: string; day: string; dueAt: string }[]) => duties.map(({ kind, state, day, dueAt }) => [kind, state, day, dueAt]);

describe("what a teacher owes", () => {
  test("begins with the lesson, has the deadline of the school's own regulation, and closes by itself when it is done", async () => {
    const s = await aSchool(t.owner);
    at(s, "08:00");
    await writeBefore(s);
    expect((await mine(s)).duties).toEqual([]);
    at(s, "10:40");
    // the third lesson of that Wednesday has begun; the class's day ends at 12:20
    expect(told((await mine(s)).duties)).toEqual([
      ["homework", "today", s.today, instantOf(s.today, "13:50", s.timezone).toISOString()],
      ["lesson_entry", "today", s.today, new Date(instantOf(plusDays(s.today, 1), "00:00", s.timezone).getTime() - 1).toISOString()],
    ]);
    await write(s, s.today, { topic: "Дроби" });
    expect(told((await mine(s)).duties).map(([kind]) => kind)).toEqual(["homework"]);
    await write(s, s.today, { homework: "Без задания", expectedVersion: 1 });
    const after = await mine(s);
    expect(after.duties).toEqual([]);
    expect(after.done[0]).toMatchObject({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId, day: s.today, subject: "Математика" });
  });

  test("HW-03 is overdue one minute after the term: 13:50 in time, 13:51 late; and names its clause", async () => {
    const s = await aSchool(t.owner);
    await writeBefore(s);
    at(s, "13:50");
    const homework = async () => (await mine(s)).duties.find(({ kind }) => kind === "homework")!;
    expect(await homework()).toMatchObject({ state: "today", norm: "class_day_end + 1h30m", clause: "приложение 2, п. 2.10" });
    at(s, "13:51");
    expect(await homework()).toMatchObject({ state: "overdue" });
  });

  test("counts the lessons of the month as the deputy does: written in time, of all that were held", async () => {
    const s = await aSchool(t.owner);
    at(s, "12:00");
    await write(s, s.today, { topic: "Дроби", homework: "№ 2" });
    const held = s.page.lessons.filter((l) => l.day >= `${s.today.slice(0, 7)}-01` && l.day <= s.today).length;
    expect((await mine(s)).month).toEqual({ held, inTime: 1 });
    await write(s, plusDays(s.today, -1), { topic: "Вчерашняя тема, записанная сегодня" });
    expect((await mine(s)).month).toEqual({ held, inTime: 1 });
  });

  test("passes to the substitute; TT-12 a cancelled lesson is nobody's", async () => {
    const s = await aSchool(t.owner);
    at(s, "13:00");
    await writeBefore(s);
    const change = (expectedVersion: number, to: { kind: "substituted"; substituteId: number } | { kind: "cancelled" }) =>
      asSchool(t.owner, s.schoolId, (tx) =>
        recordChange(tx, {
          schoolId: s.schoolId,
          pageId: s.page.pageId,
          lessonId: s.page.on(s.today).lessonId,
          expectedVersion,
          actor: s.deputy.personId,
          right: "test",
          at: s.now,
          reason: "болезнь",
          ...to,
        }),
      );
    const own = async (who: Signed) => (await mine(s, who)).duties.filter(({ pageId }) => pageId === s.page.pageId).length;
    expect([await own(s.teacher), await own(s.secondTeacher)]).toEqual([2, 0]);
    await change(1, { kind: "substituted", substituteId: s.secondTeacher.personId });
    expect([await own(s.teacher), await own(s.secondTeacher)]).toEqual([0, 2]);
    await change(2, { kind: "cancelled" });
    expect([await own(s.teacher), await own(s.secondTeacher)]).toEqual([0, 0]);
  });

  test("JRN-11 asks no homework of a page whose kind has none", async () => {
    const s = await aSchool(t.owner);
    at(s, "13:00");
    await writeBefore(s);
    await t.owner.query("update timetable.page set kind = 'club' where school_id = $1 and page_id = $2", [s.schoolId, s.page.pageId]);
    expect((await mine(s)).duties.map(({ kind }) => kind)).toEqual(["lesson_entry"]);
  });
});

describe("the edition in force on the day of the lesson", () => {
  test("REG-03 judges it: a new edition in the middle of a term leaves the older lessons their term", async () => {
    const s = await aSchool(t.owner);
    const newFrom = plusDays(s.today, -1);
    await t.owner.query("update regulation.norm set in_force = daterange(lower(in_force), $2) where school_id = $1 and code = 'homework.entry'", [
      s.schoolId,
      newFrom,
    ]);
    await t.owner.query(
      `insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
       values ($1, 9001, 'homework.entry', '"class_day_end + 3h"', 'Приказ № 7', 'п. 5.2', daterange($2, null))`,
      [s.schoolId, newFrom],
    );
    at(s, "13:00");
    const homework = (await mine(s)).duties.filter(({ kind }) => kind === "homework");
    const of = (day: LocalDate) => homework.find((duty) => duty.day === day)!;
    expect(of(plusDays(s.today, -2))).toMatchObject({ norm: "class_day_end + 1h30m", act: "Приказ № 115 от 18.05.2021" });
    expect(of(newFrom)).toMatchObject({ norm: "class_day_end + 3h", act: "Приказ № 7", clause: "п. 5.2" });
  });

  test("ORG-14 of two schools in one database each is judged by its own regulation, on its own clock", async () => {
    const simferopol = await aSchool(t.owner);
    const bishkek = await aSchool(t.owner, { preset: "bishkek-61-2022", timezone: "Asia/Bishkek" });
    t.at(simferopol.now);
    const due = async (s: MadeSchool) => (await mine(s)).duties.find(({ kind, day }) => kind === "homework" && day === s.today)!.dueAt;
    expect(await due(simferopol)).toBe(instantOf(simferopol.today, "13:50", "Europe/Simferopol").toISOString());
    expect(await due(bishkek)).toBe(instantOf(bishkek.today, "15:20", "Asia/Bishkek").toISOString());
  });
});

describe("what the school owes", () => {
  test("is counted by who answers for it and by kind, and its lists hold the duties behind the numbers", async () => {
    const s = await aSchool(t.owner);
    await writeBefore(s);
    at(s, "11:30");
    const before = [...s.otherPage.lessons, ...s.subgroupPage.lessons].filter((l) => l.day < s.today).length;
    const school = async () => (await t.ask(schoolDutiesRoute, s.deputy.cookie)).body;
    const of = (people: Awaited<ReturnType<typeof school>>["people"], who: Signed) => people.find(({ personId }) => personId === who.personId);
    const { people, kinds } = await school();
    expect(of(people, s.secondTeacher)).toMatchObject({ name: "Брагина А. И." });
    const overdueOf = (kind: string, person: ReturnType<typeof of>) => person?.kinds.find((each) => each.kind === kind)?.overdue;
    expect([overdueOf("lesson_entry", of(people, s.secondTeacher)), overdueOf("homework", of(people, s.secondTeacher))]).toEqual([before, before]);
    expect(overdueOf("homework", of(people, s.teacher)) ?? 0).toBe(0);
    expect(kinds.find(({ kind }) => kind === "homework")).toMatchObject({
      row: "DL-16",
      overdue: before,
      clause: "приложение 2, п. 2.10",
      controller: "deputy_studies",
    });
    at(s, "13:51");
    const query = { personId: s.teacher.personId, kind: "homework" as const };
    const list = (await t.ask(personDutiesRoute, s.deputy.cookie, { query })).body;
    expect(list.duties.map(({ duty: { kind, state, lessonId }, name }) => [kind, state, lessonId, name])).toEqual([
      ["homework", "overdue", s.page.on(s.today).lessonId, "Лунёва А. И."],
    ]);
  });

  test("CTL-28 every overdue item names one who answers for it and who stands above", async () => {
    const s = await aSchool(t.owner);
    at(s, "23:00");
    const { duties } = (await t.ask(personDutiesRoute, s.deputy.cookie, { query: {} })).body;
    const overdue = duties.filter(({ duty }) => duty.state === "overdue");
    expect(overdue.length).toBeGreaterThan(3);
    expect(overdue.filter(({ name }) => name === "")).toEqual([]);
    const above = new Map(overdue.map(({ name, superior }) => [name, superior]));
    expect(above.get("Лунёва А. И.")).toBe("Тетерина А. И.");
    for (const [name, superior] of above) if (name !== "Осокин А. И.") expect({ name, superior }).not.toEqual({ name, superior: "" });
  });

  test("tells each term of its list to the minute, however long ago, and asks no marks of a class that learns without them", async () => {
    const s = await aSchool(t.owner);
    at(s, "11:30");
    const query = { personId: s.teacher.personId, kind: "homework" as const };
    const { duties } = (await t.ask(personDutiesRoute, s.deputy.cookie, { query })).body;
    const own = (await mine(s)).duties.filter(({ kind }) => kind === "homework");
    const terms = (all: { lessonId: number | null; dueAt: string }[]) => all.map(({ lessonId, dueAt }) => [lessonId, dueAt]);
    expect(duties.length).toBeGreaterThan(5);
    expect(terms(duties.map(({ duty }) => duty))).toEqual(terms(own).slice(0, duties.length));

    const lesson = s.page.on(plusDays(s.today, -1)).lessonId;
    await t.owner.query(
      `insert into journal.lesson_note (school_id, page_id, lesson_id, day, set_by, topic, homework, work_type, set_at)
       select $1, $2, $3, $4, $5, 'Дроби', '№ 1', w.work_type, now() from journal.work_type w where w.school_id = $1 and w.form = 'oral' limit 1`,
      [s.schoolId, s.page.pageId, lesson, plusDays(s.today, -1), s.teacher.personId],
    );
    const ofLesson = async () => (await mine(s)).duties.filter(({ lessonId }) => lessonId === lesson).map(({ kind }) => kind);
    expect(await ofLesson()).toEqual(["oral_marks"]);
    await t.owner.query("update regulation.norm set value = '[6]' where school_id = $1 and code = 'marks.unmarked_grades'", [s.schoolId]);
    expect(await ofLesson()).toEqual([]);
  });
});
