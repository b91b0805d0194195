import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { instantOf, mondayOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { openPageRoute } from "../../../journal/contract/open-page.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../../journal/contract/set-mark.ts";
import { figureCellsRoute, figuresRoute } from "../../contract/figures/figures.ts";
import { fixRemarkRoute, setRemarkRoute } from "../../contract/remarks/remarks.ts";
import { groupFigures } from "../../rules/figures/group-figures.ts";

let t: TestApp;
let s: MadeSchool;
const monday = () => mondayOf(s.today);
const at = (on: LocalDate, time: string) => t.at(instantOf(on, time, s.timezone));
const write = async (day: LocalDate, body: object, expectedVersion = 0) =>
  expect(
    (
      await t.ask(setLessonRoute, s.teacher.cookie, {
        params: { pageId: s.page.pageId, lessonId: s.page.on(day).lessonId },
        body: { ...body, expectedVersion },
      })
    ).status,
  ).toBe(200);
const mark = async (day: LocalDate, pupilId: number, value: string, body: object = {}) =>
  expect(
    (
      await t.ask(setMarkRoute, s.teacher.cookie, {
        params: { pageId: s.page.pageId, lessonId: s.page.on(day).lessonId, pupilId },
        body: { mark: value, expectedVersion: 0, ...body },
      })
    ).status,
  ).toBe(200);
const days = () => ({ from: monday(), to: s.today });
const read = async (query = days()) => (await t.ask(figuresRoute, s.deputy.cookie, { query })).body;
const cells = async (metric: string, by = "school", id = 0) =>
  (await t.ask(figureCellsRoute, s.deputy.cookie, { query: { ...days(), metric, by, id } as never })).body;
const count = async (sql: string) => (await t.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [s.schoolId, monday(), s.today])).rows[0]!.n;
const whole = async () => groupFigures(await read(), "school")[0]!.sums;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner);
  const [first, second, third] = s.classA.pupils as [number, number, number];
  at(monday(), "10:00");
  await write(monday(), { topic: "Дроби", homework: "№ 1" });
  await mark(monday(), first, "5");
  await mark(monday(), second, "4");
  await mark(plusDays(monday(), 0), third, "3");
  // Tuesday: the topic a day late, «Без задания» late; a mark of Monday's oral answer late
  at(s.today, "11:30");
  await write(plusDays(monday(), 1), { topic: "Доли", homework: "Без задания" });
  await mark(plusDays(monday(), 1), first, "4");
  at(s.today, "13:00");
});
afterAll(() => t.close());

const HELD = "timetable.lesson l where l.school_id = $1 and l.day between $2 and $3 and l.state = 0";

describe("figures of the week", () => {
  test("every number of the whole school is a plain count over the tables", async () => {
    const sums = await whole();
    expect(sums.held).toBe(await count(HELD));
    expect(sums.topics).toBe(await count("journal.lesson_note n where n.school_id = $1 and n.day between $2 and $3 and n.topic is not null"));
    expect(sums.homework).toBe(await count("journal.lesson_note n where n.school_id = $1 and n.day between $2 and $3 and n.homework is not null"));
    expect(sums.inTime).toBe(
      await count("journal.lesson_note n where n.school_id = $1 and n.day between $2 and $3 and n.topic is not null and n.signs & 1 = 0"),
    );
    expect(sums.homeworkInTime).toBe(
      await count("journal.lesson_note n where n.school_id = $1 and n.day between $2 and $3 and n.homework is not null and n.signs & 2 = 0"),
    );
    expect(sums.marks).toBe(await count("journal.mark k where k.school_id = $1 and k.lesson_day between $2 and $3 and k.value is not null"));
    expect(sums.lateMarks).toBe(await count("journal.mark k where k.school_id = $1 and k.lesson_day between $2 and $3 and k.signs & 1 = 1"));
    const members =
      "timetable.page p join people.member m using (school_id, group_id) where p.school_id = $1 and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3) and $2::date is not null";
    expect(sums.pupils).toBe(await count(members));
    const marksOf =
      "(select count(*) from journal.mark k where k.school_id = $1 and k.page_id = p.page_id and k.pupil_id = m.pupil_id and k.lesson_day between $2 and $3)";
    expect(sums.without).toBe(await count(`${members} and ${marksOf} = 0`));
    expect(sums.one).toBe(await count(`${members} and ${marksOf} = 1`));
    expect(sums.corrections).toBe(await count(`ledger.audit a where a.school_id = $1 and a.body like '%"correction":%' and $2::date <= $3::date`));
    expect(sums.pages - sums.plans).toBe(
      await count(
        "timetable.page p where p.school_id = $1 and $2::date <= $3::date and not exists (select from planning.plan_line k where k.school_id = $1 and k.page_id = p.page_id)",
      ),
    );
  });

  test("by teacher, class, subject, grade and page the parts make the whole", async () => {
    const body = await read();
    const total = groupFigures(body, "school")[0]!.sums;
    for (const by of ["class", "subject", "grade", "page", "teacher"] as const) {
      const rows = groupFigures(body, by);
      for (const key of ["held", "topics", "homework", "marks", "without", "one"] as const) {
        expect({ by, key, sum: rows.reduce((all, { sums }) => all + sums[key], 0) }).toEqual({ by, key, sum: total[key] });
      }
      expect(rows.every(({ name }) => name !== "")).toBe(true);
    }
    expect(groupFigures(body, "teacher").find(({ id }) => id === s.teacher.personId)).toMatchObject({
      name: "Лунёва А. И.",
      sums: { held: 3, topics: 2, inTime: 1 },
    });
  });

  test("behind each number stand as many cells as it says", async () => {
    const sums = await whole();
    const expected = {
      topics: sums.held - sums.topics,
      late: sums.topics - sums.inTime,
      homework: sums.homeworkHeld - sums.homework,
      homeworkLate: sums.homework - sums.homeworkInTime,
      notOpened: sums.notOpened,
      lateMarks: sums.lateMarks,
      without: sums.without,
      one: sums.one,
    };
    for (const [metric, n] of Object.entries(expected)) {
      const found = await cells(metric);
      expect({ metric, count: found.count, listed: found.cells.length }).toEqual({ metric, count: n, listed: n });
    }
  });

  test("CTL-02 CTL-03 who has no mark and who has one: shares of the pupils of the page, and their names", async () => {
    const page = (await read()).pages.find(({ pageId }) => pageId === s.page.pageId)!;
    // of five pupils the first has two marks, two have one, two have none
    expect(page).toMatchObject({ pupils: 5, without: 2, one: 2 });
    expect((await cells("one", "page", s.page.pageId)).cells.map(({ pupil, teacher }) => [pupil, teacher])).toEqual([
      ["Ученик02 Иван", "Лунёва А. И."],
      ["Ученик03 Иван", "Лунёва А. И."],
    ]);
  });

  test("CTL-07 a lesson entered after the norm is listed with its term, so with the delay in hours", async () => {
    const [late] = (await cells("late", "teacher", s.teacher.personId)).cells;
    expect(late).toMatchObject({ day: plusDays(monday(), 1), groupName: "6А", writtenAt: instantOf(s.today, "11:30", s.timezone).toISOString() });
    // the lesson's day is its term: it ended with Tuesday
    expect(Math.floor((Date.parse(late!.writtenAt!) - Date.parse(late!.dueAt!)) / 3_600_000)).toBe(11);
  });

  test("CTL-08 late marks are counted by what they were given for, and listed", async () => {
    expect((await read()).works).toEqual([expect.objectContaining({ name: "Устный ответ", marks: 4, late: 1 })]);
    expect((await cells("lateMarks")).cells).toEqual([
      expect.objectContaining({ pupil: "Ученик01 Иван", mark: "4", workType: "Устный ответ", day: plusDays(monday(), 1) }),
    ]);
  });

  test("CTL-10 lessons after which nobody opened the page are listed; opening the page takes them off", async () => {
    const before = await cells("notOpened", "teacher", s.teacher.personId);
    expect(before.cells.map(({ day }) => day)).toEqual([s.today]);
    expect((await t.ask(openPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } })).status).toBe(200);
    expect((await cells("notOpened", "teacher", s.teacher.personId)).count).toBe(0);
    // the other teacher opened nothing
    expect((await cells("notOpened", "teacher", s.secondTeacher.personId)).count).toBe(4);
  });

  test("CTL-14 a change after its term is counted for who made it", async () => {
    const before = (await whole()).corrections;
    at(plusDays(s.today, 8), "10:00");
    const { lessonId } = s.page.on(monday());
    const changed = await t.ask(setMarkRoute, s.teacher.cookie, {
      params: { pageId: s.page.pageId, lessonId, pupilId: s.classA.pupils[0]! },
      body: { mark: "3", expectedVersion: 1, correction: "Пересмотрена работа" },
    });
    expect(changed.status).toBe(200);
    const row = groupFigures(await read({ from: plusDays(s.today, 8), to: plusDays(s.today, 8) }), "teacher").find(({ id }) => id === s.teacher.personId)!;
    expect(row.sums.corrections).toBe(before + 1);
    at(s.today, "13:00");
  });

  test("REP-16 REM-05 remarks given, fixed in time and overdue stand in the row of the teacher", async () => {
    const give = async (text: string) =>
      (await t.ask(setRemarkRoute, s.deputy.cookie, { body: { pageId: s.page.pageId, text, dueOn: plusDays(s.today, 1) } })).body as {
        remarkId: number;
        version: number;
      };
    const [one] = [await give("Нет темы"), await give("Нет задания")];
    await t.ask(fixRemarkRoute, s.teacher.cookie, { params: { remarkId: one.remarkId }, body: { note: "Есть", expectedVersion: one.version } });
    at(plusDays(s.today, 2), "10:00");
    const rows = groupFigures(await read(), "teacher").toSorted((a, b) => a.sums.inTime / a.sums.held - b.sums.inTime / b.sums.held);
    const row = rows.find(({ id }) => id === s.teacher.personId)!;
    expect(row.sums).toMatchObject({ given: 2, fixedInTime: 1, overdue: 1 });
    expect(rows.map(({ name }) => name)).toContain("Брагина А. И.");
    at(s.today, "13:00");
  });

  test("REP-14 lists teacher and class: lessons without topic, without homework", async () => {
    const body = await read();
    const page = body.pages.find(({ pageId }) => pageId === s.page.pageId)!;
    expect(page).toMatchObject({ groupName: "6А", subject: "Математика", teacherIds: [s.teacher.personId], planHours: null });
    expect(groupFigures(body, "page").find(({ id }) => id === s.page.pageId)!.sums).toMatchObject({ held: 3, topics: 2, homeworkHeld: 3, homework: 2 });
  });

  test("another school is not seen, whatever is asked for", async () => {
    const stranger = await aSchool(t.owner, { name: "Чужая школа" });
    const theirs = (await t.ask(figuresRoute, stranger.deputy.cookie, { query: days() })).body;
    expect(groupFigures(theirs, "school")[0]!.sums.topics).toBe(0);
    expect(
      (await t.ask(figureCellsRoute, stranger.deputy.cookie, { query: { ...days(), metric: "late", by: "teacher", id: s.teacher.personId } })).body.count,
    ).toBe(0);
  });

  test.each([
    ["2026-02-30", "2026-03-01", "timetable.not_a_day"],
    ["2026-09-16", "2026-09-01", "control.days_upside_down"],
    ["2024-09-01", "2026-09-01", "control.too_many_days"],
  ])("refuses the days %s to %s with a sentence", async (from, to, code) => {
    expect(await t.ask(figuresRoute, s.deputy.cookie, { query: { from, to } })).toMatchObject({ status: 400, problem: { code } });
  });
});
