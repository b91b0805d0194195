import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf, plusDays } from "../../src/foundation/day.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { aSite, expectAccessible, until } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 6 });
  site.at(school.now);
  for (const pupil of [0, 1]) await put(pupil, "3", 0);
  await site.owner.query("update access.session set idle_until = '2100-01-01'");
  site.at(instantOf(plusDays(school.today, 14), "13:00", school.timezone));
});
afterAll(() => site.close());

const lesson = () => ({ pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId });
const put = (pupil: number, mark: string, expectedVersion: number) =>
  site.ask(setMarkRoute, school.teacher.cookie, { params: { ...lesson(), pupilId: school.classA.pupils[pupil]! }, body: { mark, expectedVersion } });
const marks = async () => {
  const { rows } = await site.owner.query<{ value: number }>(
    "select value from journal.mark where school_id = $1 and page_id = $2 and lesson_id = $3 and pupil_id = any($4) order by pupil_id",
    [school.schoolId, school.page.pageId, lesson().lessonId, school.classA.pupils.slice(0, 2)],
  );
  return rows.map((r) => r.value);
};

test("COR-02 two marks changed after the term ask for one reason by keyboard, lose nothing meanwhile, and stand in the deputy's list", async () => {
  const visitor = await site.visitor(school.teacher);
  const page = await visitor.open(`/journal/${school.page.pageId}?lesson=${lesson().lessonId}`);
  const grid = page.getByRole("grid");
  await grid.waitFor();
  const row = (n: number) => grid.getByRole("row", { name: `Ученик0${n}` });
  await row(1).getByText("3", { exact: true }).first().click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("4");
  await page.keyboard.press("5");
  const bar = page.getByRole("form", { name: "Причина правки после срока" });
  await bar.getByText("После срока меняют записей: 2.").waitFor();
  expect(await marks()).toEqual([3, 3]);
  expect(await row(1).getByText("4", { exact: true }).count()).toBe(1);
  await expectAccessible(page);
  await page.keyboard.press("Alt+KeyG");
  await page.keyboard.type("пропущен верный разбор");
  await page.keyboard.press("Enter");
  await until(async () => (await marks()).join() === "4,5");
  await bar.waitFor({ state: "detached" });
  await visitor.close();

  const deputy = await site.visitor(school.deputy);
  const list = await deputy.open("/corrections");
  const line = list.getByRole("row", { name: /Ученик01.*3.*4.*пропущен верный разбор/ });
  await line.waitFor();
  await deputy.close();
});

test("COR-02 a late change given up leaves what stood, and COR-01 the day's changes are undone over what stands", async () => {
  const visitor = await site.visitor(school.teacher);
  const page = await visitor.open(`/journal/${school.page.pageId}?lesson=${lesson().lessonId}`);
  const grid = page.getByRole("grid");
  await grid.waitFor();
  const first = grid.getByRole("row", { name: "Ученик01" });
  await first.getByText("4", { exact: true }).first().click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "Вернуть как было" }).click();
  await until(async () => (await first.getByText("4", { exact: true }).count()) > 0);
  expect(await marks()).toEqual([4, 5]);

  await page.goto(`${site.base}/my-changes`);
  const undo = page.getByRole("button", { name: /^Отменить: 6А.*Ученик02/ });
  await undo.press("Enter");
  await page.getByLabel("Причина").fill("не тот ученик");
  await undo.press("Enter");
  await until(async () => (await marks()).join() === "4,3");
  await page.getByText("потом изменено: 3").waitFor();
  expect(site.faults).toEqual([]);
  await visitor.close();
});
