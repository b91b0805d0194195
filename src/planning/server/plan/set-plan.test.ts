import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { asSchool } from "../../../foundation/database.ts";
import { changeLessonRoute } from "../../../timetable/contract/change-lesson.ts";
import { readPlanRoute } from "../../contract/plan/read-plan.ts";
import { setPlanRoute } from "../../contract/plan/set-plan.ts";
import { giveLine, laidPlans, planOfLesson } from "../door.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
});
beforeEach(async () => {
  school = await aSchool(t.owner);
  t.at(school.now);
});
afterAll(() => t.close());

const line = (topic: string, more: Partial<{ lineId: number | null; hours: number; homework: string; section: string; isControl: boolean }> = {}) => ({
  lineId: null,
  topic,
  hours: 1,
  homework: "",
  section: "",
  isControl: false,
  ...more,
});
const put = (lines: ReturnType<typeof line>[], expectedVersion = 0, who: Signed = school.teacher, pageId = school.page.pageId) =>
  t.ask(setPlanRoute, who.cookie, { params: { pageId }, body: { expectedVersion, lines } });
const read = async (who: Signed = school.teacher) => (await t.ask(readPlanRoute, who.cookie, { params: { pageId: school.page.pageId } })).body;
const topics = (n: number) => Array.from({ length: n }, (_, i) => line(`Тема ${i + 1}`, { homework: `§ ${i + 1}` }));
const cancel = async (lessonId: number) => {
  const body = { change: "cancel" as const, reason: "нет замены", expectedVersion: 1 };
  expect((await t.ask(changeLessonRoute, school.deputy.cookie, { params: { pageId: school.page.pageId, lessonId }, body })).status).toBe(200);
};
const ofLesson = (lessonId: number) => asSchool(t.pool, school.schoolId, (tx) => planOfLesson(tx, school.schoolId, school.page.pageId, lessonId));

describe("the plan of a page", () => {
  test("is written whole and comes back in its order with the days of its lessons", async () => {
    const lines = [
      line("Повторение", { hours: 2, homework: "№ 1", section: "Повторение" }),
      line("Входная контрольная работа", { isControl: true }),
      line("Делители и кратные", { homework: "§ 1" }),
    ];
    expect(await put(lines)).toMatchObject({ status: 200, body: { version: 1 } });
    const plan = await read();
    expect(plan).toMatchObject({ version: 1, mayWrite: true, setBy: "Лунёва А. И.", lag: 0, groupName: "6А", subject: "Математика", weeklyHours: 5 });
    expect(plan.lines.map(({ lineId: _, ...rest }) => rest)).toEqual(lines.map(({ lineId: _, ...rest }) => rest));
    expect(plan.hours.map((h) => h.day)).toEqual(school.page.lessons.slice(0, 4).map((l) => l.day));
    expect(await read(school.deputy)).toMatchObject({ version: 1, mayWrite: false });
  });

  test("KTP-01 a page without a plan shows version 0 and no lines to its teacher and the deputy", async () => {
    for (const who of [school.teacher, school.deputy]) expect(await read(who)).toMatchObject({ version: 0, lines: [], lag: 0 });
  });

  test("keeps the numbers of lines that stay, and never gives a number twice", async () => {
    const first = (await put(topics(3))).body.lines;
    const [a, , c] = first;
    const again = await put([{ ...c!, topic: "Тема 3, уточнённая" }, line("Новая"), a!], 1);
    expect(again.body.lines.map((l) => l.lineId)).toEqual([3, 4, 1]);
    expect((await put([line("Одна")], 2)).body.lines.map((l) => l.lineId)).toEqual([5]);
  });

  test("over a stale version is refused and nothing of it is written; the same again is answered as done", async () => {
    await put(topics(2));
    expect(await put([line("Чужая")])).toMatchObject({ status: 409, problem: { code: "planning.plan_changed_meanwhile", facts: { version: 1 } } });
    expect((await read()).lines).toHaveLength(2);
    const standing = (await read()).lines;
    expect(await put(standing)).toMatchObject({ status: 200, body: { version: 1 } });
  });

  test("of two saves at once one is refused, none is lost silently", async () => {
    const both = await Promise.all([put([line("Первая")]), put([line("Вторая")])]);
    expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
    const winner = both.find((a) => a.status === 200)!;
    expect((await read()).lines).toEqual(winner.body.lines);
  });

  test("refuses a line without a topic by its place, another teacher, another school", async () => {
    expect(await put([line("Тема"), line("  ")])).toMatchObject({ status: 400, problem: { code: "planning.topic_empty", facts: { place: 2 } } });
    expect((await put([line("Тема")], 0, school.secondTeacher)).status).toBe(403);
    const stranger = await aSchool(t.owner);
    expect((await put([line("Тема")], 0, stranger.teacher, 999_999)).status).toBe(404);
    expect((await read()).version).toBe(0);
  });

  test("leaves in the page's chain what came, went and changed", async () => {
    const { lines } = (await put(topics(2))).body;
    await put([{ ...lines[0]!, homework: "§ 7" }, line("Ещё одна")], 1);
    const { rows } = await t.owner.query<{ body: string }>(
      `select a.body from ledger.audit a join ledger.code c on c.code_no = a.act where a.school_id = $1 and a.stream = $2 and c.code = 'planning.plan.set' order by seq`,
      [school.schoolId, school.page.pageId],
    );
    const last = JSON.parse(rows.at(-1)!.body) as Record<string, unknown>;
    expect(rows).toHaveLength(2);
    expect(last).toMatchObject({
      source: { by: "hand" },
      added: [{ lineId: 3, topic: "Ещё одна" }],
      removed: [{ lineId: 2, topic: "Тема 2" }],
      changed: [{ before: { homework: "§ 1" }, after: { homework: "§ 7" } }],
      moved: false,
    });
  });
});

describe("the plan and the lessons", () => {
  test("KTP-07 cancel a lesson: the next one is offered the missed topic and the lag is 1", async () => {
    await put(topics(40));
    const at = school.page.lessons.findIndex((l) => l.day === school.today);
    const [cancelled, next] = [school.page.lessons[at]!, school.page.lessons[at + 1]!];
    expect(await ofLesson(cancelled.lessonId)).toMatchObject({ offered: { topic: `Тема ${at + 1}`, homework: `§ ${at + 1}` }, lag: 0 });
    await cancel(cancelled.lessonId);
    expect(await ofLesson(cancelled.lessonId)).toMatchObject({ hasPlan: true, offered: null });
    expect(await ofLesson(next.lessonId)).toMatchObject({ offered: { topic: `Тема ${at + 1}` }, lag: 1 });
    expect(await read()).toMatchObject({ lag: 1 });
    const body = { change: "restore" as const, expectedVersion: 2 };
    await t.ask(changeLessonRoute, school.deputy.cookie, { params: { pageId: school.page.pageId, lessonId: cancelled.lessonId }, body });
    expect(await read()).toMatchObject({ lag: 0 });
  });

  test("a lesson keeps the line it was given through edits of the plan", async () => {
    const { lines } = (await put(topics(40))).body;
    const lesson = school.page.on(school.today);
    const given = lines[30]!;
    await asSchool(t.pool, school.schoolId, (tx) => giveLine(tx, school.schoolId, school.page.pageId, lesson.lessonId, given.lineId));
    await put([line("Вводный урок"), ...lines], 1);
    expect(await ofLesson(lesson.lessonId)).toMatchObject({ given: { topic: "Тема 31" }, offered: { topic: "Тема 31" } });
    await asSchool(t.pool, school.schoolId, (tx) => giveLine(tx, school.schoolId, school.page.pageId, lesson.lessonId, null));
    expect(await ofLesson(lesson.lessonId)).toMatchObject({ given: null });
  });

  test("a page without a plan offers nothing; a lesson of another page is none", async () => {
    expect(await ofLesson(school.page.on(school.today).lessonId)).toMatchObject({ hasPlan: false, offered: null, lag: 0 });
    expect(await ofLesson(school.otherPage.on(school.today).lessonId)).toBeNull();
  });

  test("another school sees no plan", async () => {
    await put(topics(3));
    const stranger = await aSchool(t.owner);
    const seen = await asSchool(t.pool, stranger.schoolId, (tx) => laidPlans(tx, school.schoolId, [school.page.pageId]));
    expect(seen).toEqual([]);
  });
});
