import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { asNobody } from "../../../foundation/database.ts";
import { day, instantOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { setNorms } from "../../../regulation/server/door.ts";
import { journalPageRoute } from "../../contract/journal-page.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";
import { setMarkRoute } from "../../contract/set-mark.ts";
import { addWorkTypeRoute, workTypesRoute } from "../../contract/work-types.ts";

let t: TestApp;
let stakhanovo: MadeSchool;
let bishkek: MadeSchool;
let chaikovsky: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  stakhanovo = await aSchool(t.owner, { pupils: 20 });
  bishkek = await aSchool(t.owner, { preset: "bishkek-61-2022", timezone: "Asia/Bishkek", pupils: 20 });
  chaikovsky = await aSchool(t.owner, { preset: "chaikovsky-gymnasium-2023", timezone: "Asia/Yekaterinburg", pupils: 20 });
});
afterAll(() => t.close());

type More = { lesson: number; pupil: number; work?: number; workType?: number | null; version?: number; correction?: string };
const put = (s: MadeSchool, mark: string | null, { lesson, pupil, version = 0, ...more }: More) =>
  t.ask(setMarkRoute, s.teacher.cookie, {
    params: { pageId: s.page.pageId, lessonId: lesson, pupilId: s.classA.pupils[pupil]! },
    body: { mark, expectedVersion: version, ...more },
  });
const typeOf = async (s: MadeSchool, code: string) => (await t.ask(workTypesRoute, s.deputy.cookie)).body.workTypes.find((one) => one.code === code)!.workType;
/** Another moment; sessions stay open over the days between. */
async function at(s: MadeSchool, on: LocalDate, clock: string): Promise<void> {
  t.at(instantOf(on, clock, s.timezone));
  await t.owner.query("update access.session set idle_until = '2100-01-01'");
}
const today = (s: MadeSchool) => s.page.on(s.today).lessonId;
const norm = (s: MadeSchool, code: string, value: unknown) =>
  asNobody(t.owner, (tx) => setNorms(tx, s.schoolId, [{ code, value, act: "Приказ", clause: "п. 1", from: day("2026-09-01") }]));
const pageOf = (s: MadeSchool) => t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } });

describe("the work type of a mark", () => {
  test("MRK-04 is the school's usual one, or the column's, or its own; a mark without any cannot be saved", async () => {
    const s = stakhanovo;
    await at(s, s.today, "13:00");
    const [control, oral] = [await typeOf(s, "КР"), await typeOf(s, "УО")];
    const lesson = today(s);
    expect((await put(s, "5", { lesson, pupil: 0 })).body).toMatchObject({ mark: "5", workType: null });
    expect((await put(s, "4", { lesson, pupil: 1, workType: control })).body).toMatchObject({ mark: "4", workType: control });
    const { body } = await pageOf(s);
    expect(body.usualWork).toBe(oral);
    expect(body.marks.filter((m) => m.lesson === lesson).map((m) => [m.pupil, m.workType])).toEqual([
      [s.classA.pupils[0], undefined],
      [s.classA.pupils[1], control],
    ]);

    await norm(s, "marks.usual_work", "");
    const refused = await put(s, "5", { lesson, pupil: 2 });
    expect(refused).toMatchObject({ status: 422, problem: { code: "journal.work_type_required" } });
    expect(refused.problem.detail).toBe("Выберите вид работы: без него отметку не записать.");
    expect((await put(s, "5", { lesson, pupil: 2, workType: 999 })).problem.code).toBe("journal.work_type_not_found");
    expect((await put(s, "5", { lesson, pupil: 2, workType: oral })).status).toBe(200);
    await expect(
      t.owner.query("update journal.mark set signs = 0 where school_id = $1 and lesson_id = $2 and value is not null", [s.schoolId, lesson]),
    ).rejects.toThrow("mark_has_a_work");
    await norm(s, "marks.usual_work", "УО");
  });

  test("goes with the column when another work is chosen for it; a mark with a work of its own stays", async () => {
    const s = stakhanovo;
    await at(s, s.today, "13:00");
    const lesson = s.page.on(plusDays(s.today, -1)).lessonId;
    const [dictation, test1] = [await typeOf(s, "Д"), await typeOf(s, "Т")];
    await put(s, "5", { lesson, pupil: 0 });
    await put(s, "3", { lesson, pupil: 1, workType: test1 });
    const before = (await pageOf(s)).body.marks.find((m) => m.lesson === lesson && m.pupil === s.classA.pupils[0])!;
    expect(before.late).toBe(true);
    const set = await t.ask(setLessonRoute, s.teacher.cookie, {
      params: { pageId: s.page.pageId, lessonId: lesson },
      body: { workType: dictation, expectedVersion: 0 },
    });
    expect(set.status).toBe(200);
    const marks = (await pageOf(s)).body.marks.filter((m) => m.lesson === lesson).toSorted((x, y) => x.pupil - y.pupil);
    // a dictation of yesterday is on time: a week is given for it
    expect(marks.map((m) => [m.pupil, m.workType, m.version, m.late])).toEqual([
      [s.classA.pupils[0], undefined, 1, false],
      [s.classA.pupils[1], test1, 1, true],
    ]);
    const { rows } = await t.owner.query("select pupil_id as pupil, signs >> 4 as type from journal.mark where school_id = $1 and lesson_id = $2 order by 1", [
      s.schoolId,
      lesson,
    ]);
    expect(rows.map((r: { type: number }) => r.type)).toEqual([dictation, test1]);
  });

  test("WRK-01 a type that the deputy adds is offered when a mark is entered", async () => {
    const s = stakhanovo;
    await at(s, s.today, "13:00");
    const added = await t.ask(addWorkTypeRoute, s.deputy.cookie, { body: { name: "Изложение", code: "Из", weight: 2, form: "written" } });
    expect(added.status).toBe(200);
    const { workType } = added.body.workType;
    const offered = (await pageOf(s)).body.workTypes;
    expect(offered.find((one) => one.workType === workType)).toEqual({ workType, code: "Из", name: "Изложение", weight: 2, form: "written", closed: false });
    for (const name of [
      "Контрольная работа",
      "Тест",
      "Проверочная работа",
      "Лабораторная работа",
      "Практическая работа",
      "Устный ответ",
      "Домашнее задание",
      "Диагностическая работа",
    ])
      expect(offered.map((one) => one.name)).toContain(name);
    expect((await put(s, "5", { lesson: today(s), pupil: 3, workType })).body).toMatchObject({ mark: "5", workType });
    const twice = await t.ask(addWorkTypeRoute, s.deputy.cookie, { body: { name: "изложение ", code: "И2", weight: 1, form: "oral" } });
    expect(twice).toMatchObject({ status: 409, problem: { code: "journal.work_type_taken" } });
  });
});

describe("the term of a mark", () => {
  test("MRK-06 an oral mark of the next day is late, of the same evening it is not", async () => {
    const s = stakhanovo;
    await at(s, s.today, "23:59");
    expect((await put(s, "5", { lesson: today(s), pupil: 5 })).body.late).toBe(false);
    await at(s, plusDays(s.today, 1), "00:01");
    expect((await put(s, "5", { lesson: today(s), pupil: 6 })).body.late).toBe(true);
  });

  test("MRK-07 a dictation of preset 002 has seven days, a control work until the next lesson", async () => {
    const s = stakhanovo;
    const [dictation, control] = [await typeOf(s, "Д"), await typeOf(s, "КР")];
    const lesson = today(s);
    await at(s, plusDays(s.today, 7), "23:59");
    expect((await put(s, "5", { lesson, pupil: 7, workType: dictation })).body.late).toBe(false);
    await at(s, plusDays(s.today, 8), "00:00");
    expect((await put(s, "5", { lesson, pupil: 8, workType: dictation })).body.late).toBe(true);
    // the next lesson is Thursday's, the third of the day
    await at(s, plusDays(s.today, 1), "10:29");
    expect((await put(s, "4", { lesson, pupil: 9, workType: control })).body.late).toBe(false);
    await at(s, plusDays(s.today, 1), "10:31");
    expect((await put(s, "4", { lesson, pupil: 10, workType: control })).body.late).toBe(true);
  });

  test.each([
    ["004", () => bishkek, 10],
    ["003", () => chaikovsky, 7],
  ])("MRK-07 a written work of preset %s: the last day is on time, the next is late", async (_, of, days) => {
    const s = of();
    const workType = await typeOf(s, "СР");
    await at(s, plusDays(s.today, days), "23:59");
    expect((await put(s, "5", { lesson: today(s), pupil: 1, workType })).body.late).toBe(false);
    await at(s, plusDays(s.today, days + 1), "00:01");
    expect((await put(s, "5", { lesson: today(s), pupil: 2, workType })).body.late).toBe(true);
  });

  test("is kept by a mark that follows a point, and by a correction", async () => {
    const s = stakhanovo;
    await at(s, s.today, "13:00");
    const lesson = today(s);
    expect((await put(s, "•", { lesson, pupil: 11 })).body).toMatchObject({ mark: "•", late: false });
    await put(s, "3", { lesson, pupil: 12 });
    await at(s, plusDays(s.today, 9), "12:00");
    expect((await put(s, "4", { lesson, pupil: 11, version: 1 })).body.late).toBe(false);
    expect((await put(s, "4", { lesson, pupil: 12, version: 1, correction: "описка" })).body.late).toBe(false);
  });
});

describe("what a cell takes", () => {
  test("MRK-03 preset 004: «осв.» is refused with the reason, the theory mark 4 is accepted", async () => {
    const s = bishkek;
    await at(s, s.today, "13:00");
    const refused = await put(s, "осв.", { lesson: today(s), pupil: 0 });
    expect(refused).toMatchObject({ status: 422, problem: { code: "journal.mark_forbidden" } });
    expect(refused.problem.detail).toContain("оценивают теорию");
    expect((await put(s, "4", { lesson: today(s), pupil: 0 })).status).toBe(200);
  });

  test("MRK-14 a token outside averages is refused until the school defines it, then it is taken, be it a new word", async () => {
    const s = stakhanovo;
    await at(s, s.today, "13:00");
    const lesson = today(s);
    expect((await put(s, "зч", { lesson, pupil: 13 })).problem.code).toBe("journal.mark_not_in_scale");
    await norm(s, "marks.outside_average", ["зч", "присут."]);
    expect((await put(s, "зч", { lesson, pupil: 13 })).status).toBe(200);
    expect((await put(s, "присут.", { lesson, pupil: 14 })).status).toBe(200);
    const { body } = await pageOf(s);
    expect(body.norms.outsideAverage).toEqual(["зч", "присут."]);
    expect(body.marks.filter((m) => m.lesson === lesson && m.pupil === s.classA.pupils[14]).map((m) => m.mark)).toEqual(["присут."]);
  });

  test("MRK-01 a scale of a hundred points and one of levels are set by norm", async () => {
    const s = chaikovsky;
    await at(s, s.today, "13:00");
    await norm(
      s,
      "marks.scale_current",
      Array.from({ length: 101 }, (_, i) => String(100 - i)),
    );
    expect((await put(s, "87", { lesson: today(s), pupil: 4 })).status).toBe(200);
    expect((await put(s, "101", { lesson: today(s), pupil: 5 })).problem.code).toBe("journal.mark_not_in_scale");
    await norm(s, "marks.scale_current", ["высокий", "базовый", "ниже"]);
    expect((await put(s, "базовый", { lesson: today(s), pupil: 5 })).body.mark).toBe("базовый");
    expect((await put(s, "87", { lesson: today(s), pupil: 6 })).problem.code).toBe("journal.mark_not_in_scale");
  });

  test("a retake stands beside the first mark with the same work; without a first mark it is refused", async () => {
    const s = stakhanovo;
    await at(s, s.today, "13:00");
    const lesson = today(s);
    const control = await typeOf(s, "КР");
    expect((await put(s, "4", { lesson, pupil: 15, work: 10 })).problem.code).toBe("journal.nothing_to_retake");
    await put(s, "2", { lesson, pupil: 15, workType: control });
    await at(s, plusDays(s.today, 20), "12:00");
    expect((await put(s, "4", { lesson, pupil: 15, work: 10, workType: null })).body).toEqual({ mark: "4", version: 1, late: false, workType: control });
    const marks = (await pageOf(s)).body.marks.filter((m) => m.lesson === lesson && m.pupil === s.classA.pupils[15]).toSorted((x, y) => x.work - y.work);
    expect(marks.map((m) => [m.work, m.mark, m.workType])).toEqual([
      [0, "2", control],
      [10, "4", control],
    ]);
  });
});
