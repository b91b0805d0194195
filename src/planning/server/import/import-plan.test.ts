import { readFileSync } from "node:fs";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { Problem, TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { addressOf } from "../../../foundation/route.ts";
import type { Output } from "../../../foundation/route.ts";
import { changeLessonRoute } from "../../../timetable/contract/change-lesson.ts";
import { copyPlanRoute, importPlanRoute } from "../../contract/plan/import-plan.ts";
import { readPlanRoute } from "../../contract/plan/read-plan.ts";

const SAMPLE = (ending: string) => readFileSync(`docs/samples/ктп-математика-6.${ending}`);
const DOCUMENT_LINES = 68;

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

type More = {
  apply?: boolean;
  expectedVersion?: number;
  who?: Signed | null;
  pageId?: number;
  headers?: Record<string, string>;
  columns?: Record<string, string>;
};
async function bring(
  name: string,
  bytes: Buffer,
  { apply = true, expectedVersion = 0, who = school.teacher, pageId = school.page.pageId, headers, columns }: More = {},
) {
  const answer = await t.app.inject({
    method: "POST",
    url: addressOf(importPlanRoute, { pageId }, { name, expectedVersion, ...(apply ? { apply: "true" } : {}), ...columns }),
    headers: { "content-type": "application/octet-stream", ...(who ? { cookie: who.cookie } : {}), ...headers },
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json<Output<typeof importPlanRoute>>(), problem: answer.json<Problem>() };
}
const read = async () => (await t.ask(readPlanRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } })).body;
const csv = (...lines: string[]) => Buffer.from(lines.join("\n"), "utf8");

describe("bringing a plan from a file", () => {
  test.each(["xlsx", "docx", "csv"])("KTP-02 a %s of 68 rows is imported with its order, topics, hours, homework and sections", async (ending) => {
    const answer = await bring(`КТП математика 6.${ending}`, SAMPLE(ending));
    expect(answer).toMatchObject({ status: 200, body: { applied: true, version: 1, faults: [] } });
    const plan = await read();
    expect(plan.lines).toHaveLength(DOCUMENT_LINES);
    expect(plan.source).toBe(`КТП математика 6.${ending}`);
    expect(plan.lines[0]).toMatchObject({ topic: "Действия с натуральными числами", hours: 2, homework: "№ 3, № 5 (а, в)", isControl: false });
    expect(plan.lines[11]).toMatchObject({ topic: "Контрольная работа № 1 по теме «Делимость чисел»", hours: 1, homework: "Без задания", isControl: true });
    expect(plan.lines[12]).toMatchObject({ topic: "Анализ контрольной работы", isControl: false });
    expect(plan.lines[67]).toMatchObject({ topic: "Итоговая контрольная работа", hours: 1 });
    expect(plan.lines.reduce((sum, line) => sum + line.hours, 0)).toBe(170);
    expect(plan.lines[4]!.section).toMatch(/^Делимость чисел/);
  });

  test("KTP-02 KTP-07 a workbook of 68 rows is imported, two lessons are cancelled: the plan shifts and the lag is 2", async () => {
    await bring("ктп.xlsx", SAMPLE("xlsx"));
    const before = await read();
    const past = school.page.lessons.filter((l) => l.day <= school.today).slice(-2);
    for (const { lessonId } of past) {
      const body = { change: "cancel" as const, reason: "карантин", expectedVersion: 1 };
      expect((await t.ask(changeLessonRoute, school.deputy.cookie, { params: { pageId: school.page.pageId, lessonId }, body })).status).toBe(200);
    }
    const after = await read();
    expect([before.lag, after.lag]).toEqual([0, 2]);
    const at = before.hours.findIndex((hour) => hour.lessonId === past[0]!.lessonId);
    expect(after.hours[at]!.plannedDay).toBe(past[0]!.day);
    expect(after.hours[at]!.day).toBe(before.hours[at + 2]!.day);
  });

  test("without the order to apply only shows what it understood", async () => {
    const answer = await bring("ктп.xlsx", SAMPLE("xlsx"), { apply: false });
    expect(answer.body).toMatchObject({
      applied: false,
      mapping: { order: "№ п/п", topic: "Тема урока", hours: "Кол-во часов", homework: "Домашнее задание" },
    });
    expect(answer.body.lines).toHaveLength(DOCUMENT_LINES);
    expect((await read()).version).toBe(0);
  });

  test("a workbook without the mapped column says so and changes nothing", async () => {
    const answer = await bring("ктп.xlsx", SAMPLE("xlsx"), { columns: { topic: "Название темы", hours: "Кол-во часов" } });
    expect(answer).toMatchObject({ status: 400, problem: { code: "planning.column_missing" } });
    expect(answer.problem.detail).toContain("В файле нет столбца «Название темы». Есть: «№ п/п», «Тема урока»");
    expect((await read()).version).toBe(0);
  });

  test("columns named otherwise are chosen by hand and remembered for the next file", async () => {
    const file = csv("Что проходим;Сколько;Дома", "Дроби;2;№ 1", "Проценты;1;№ 2");
    expect((await bring("план.csv", file, { apply: false })).body.mapping).toEqual({});
    expect(await bring("план.csv", file)).toMatchObject({ status: 400, problem: { code: "planning.topic_column_not_chosen" } });
    const chosen = { topic: "Что проходим", hours: "Сколько", homework: "Дома" };
    expect(await bring("план.csv", file, { columns: chosen })).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await bring("план 2.csv", file, { apply: false, expectedVersion: 1 })).body).toMatchObject({
      mapping: chosen,
      lines: [{ hours: 2 }, { hours: 1 }],
    });
  });

  test("all or nothing: every row that is not understood is named by its number, and none is taken", async () => {
    const file = csv("№;Тема;Часы;Домашнее задание", "1;Дроби;2;№ 1", "2;;1;№ 2", "3;Проценты;полтора;", "4;Масштаб;;§ 5", ";;;", "Итого;;4;");
    const answer = await bring("план.csv", file);
    expect(answer).toMatchObject({
      status: 400,
      problem: {
        code: "planning.rows_not_understood",
        facts: {
          count: 3,
          rows: [
            { line: 3, code: "topic_missing" },
            { line: 4, code: "hours_not_whole", found: "полтора" },
            { line: 5, code: "hours_missing" },
          ],
        },
      },
    });
    expect((await read()).version).toBe(0);
  });

  test("again over a plan that was taught keeps the numbers of topics that stay", async () => {
    await bring("план.csv", csv("Тема;Часы", "Дроби;1", "Проценты;1"));
    await bring("план.csv", csv("Тема;Часы", "Повторение;1", "Проценты;2"), { expectedVersion: 1 });
    expect((await read()).lines.map((l) => [l.lineId, l.topic, l.hours])).toEqual([
      [3, "Повторение", 1],
      [2, "Проценты", 2],
    ]);
    expect(await bring("план.csv", csv("Тема;Часы", "Другое;1"), { expectedVersion: 1 })).toMatchObject({ status: 409 });
  });

  test("a file of a wrong kind is refused by its name, one that only pretends by its content", async () => {
    expect(await bring("ктп.pdf", Buffer.from("%PDF"))).toMatchObject({ status: 400, problem: { code: "foundation.file_ending" } });
    expect(await bring("ктп.xlsx", Buffer.from("не книга"))).toMatchObject({ status: 400, problem: { code: "planning.file_not_readable" } });
    expect(await bring("ктп.docx", SAMPLE("xlsx"))).toMatchObject({ status: 400 });
    expect(await bring("ктп.csv", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({ status: 400, problem: { code: "planning.csv_not_readable" } });
    expect(await bring("ктп.csv", csv(""))).toMatchObject({ status: 400 });
    const json = { "content-type": "application/json" };
    expect(await bring("ктп.csv", Buffer.from("{}"), { headers: json })).toMatchObject({ status: 400, problem: { code: "foundation.body_not_json" } });
  });

  test("a file past the norm of the school is refused, and one of 200 MB before a byte of it is read", async () => {
    const big = await bring("ктп.csv", Buffer.alloc(6 * 1024 * 1024, "а"));
    expect(big).toMatchObject({ status: 413, problem: { code: "foundation.file_too_large", facts: { megabytes: 5 } } });
    await t.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = t.app.server.address() as AddressInfo;
    const path = addressOf(importPlanRoute, { pageId: school.page.pageId }, { name: "ктп.xlsx", expectedVersion: 0 });
    const head = [
      `POST ${path} HTTP/1.1`,
      "host: parta",
      `cookie: ${school.teacher.cookie}`,
      "content-type: application/octet-stream",
      "content-length: 209715200",
    ];
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(`${head.join("\r\n")}\r\n\r\n`));
      let text = "";
      socket.on("data", (piece) => (text += piece.toString()));
      socket.on("close", () => resolve(text));
      socket.on("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain("foundation.file_too_large");
  });

  test("only the page's own teacher, whatever the file", async () => {
    for (const who of ["director", "deputy", "admin", "secretary", "homeroom", "secondTeacher", "guardian", "pupil"] as const) {
      expect({ who, status: (await bring("ктп.csv", csv("Тема", "Дроби"), { who: school[who] })).status }).toEqual({ who, status: 403 });
    }
    expect((await bring("ктп.csv", csv("Тема", "Дроби"), { who: null })).status).toBe(401);
    expect((await bring("ктп.csv", csv("Тема", "Дроби"), { pageId: 999_999 })).status).toBe(404);
  });
});

describe("copying a colleague's plan", () => {
  const copy = (pageId: number, fromPageId: number, who: Signed, expectedVersion = 0) =>
    t.ask(copyPlanRoute, who.cookie, { params: { pageId }, body: { fromPageId, expectedVersion } });

  test("KTP-04 a teacher copies a colleague's grade-6 plan into an own class", async () => {
    await bring("ктп.xlsx", SAMPLE("xlsx"));
    const { page, otherPage, secondTeacher } = school;
    expect(await copy(otherPage.pageId, page.pageId, secondTeacher)).toMatchObject({ status: 200, body: { version: 1 } });
    const copied = (await t.ask(readPlanRoute, secondTeacher.cookie, { params: { pageId: otherPage.pageId } })).body;
    expect(copied.lines.map((l) => [l.topic, l.hours, l.homework])).toEqual((await read()).lines.map((l) => [l.topic, l.hours, l.homework]));
    expect(copied.mayWrite).toBe(true);
  });

  test("is refused into another's page, from a page without a plan, over a stale version", async () => {
    const { page, otherPage, subgroupPage, secondTeacher } = school;
    await bring("ктп.xlsx", SAMPLE("xlsx"));
    expect((await copy(page.pageId, otherPage.pageId, secondTeacher)).status).toBe(403);
    expect(await copy(otherPage.pageId, subgroupPage.pageId, secondTeacher)).toMatchObject({
      status: 404,
      problem: { code: "planning.plan_to_copy_not_found" },
    });
    expect((await copy(otherPage.pageId, page.pageId, secondTeacher, 3)).status).toBe(409);
  });
});
