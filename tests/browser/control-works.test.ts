import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "../../src/foundation/day.ts";
import { planControlWorkRoute } from "../../src/planning/contract/control-works.ts";
import { aSite, expectAccessible } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { preset: "chaikovsky-gymnasium-2023" });
  site.at(school.now);
});
afterAll(() => site.close());

const plan = (on: string, workType = 5) =>
  site.ask(planControlWorkRoute, school.teacher.cookie, {
    body: { pageId: school.page.pageId, lessonId: school.page.on(day(on)).lessonId, workType, minutes: 45, lessons: 1, wholeClass: true, title: "" },
  });

test("WRK-03 WRK-04 a teacher plans by keyboard, sees the limits before saving, is not let past the norm of the quarter, and the grid shows the work on its day", async () => {
  expect((await plan("2026-09-03")).status).toBe(200);
  const visitor = await site.visitor(school.teacher);
  const page = await visitor.open("/control-works");
  await page.getByRole("button", { name: "Запланировать работу" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Класс и предмет").selectOption({ label: "6А, Математика" });
  const lesson = dialog.getByLabel("Урок", { exact: true });
  await lesson.selectOption({ value: String(school.page.on(day("2026-09-30")).lessonId) });
  await dialog.getByText("Это первый урок класса в этот день.").waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("Название").press("Enter");
  await dialog.waitFor({ state: "detached" });
  const cell = page.getByRole("button", { name: "Мат КР" });
  await cell.nth(1).waitFor();
  expect(await cell.count()).toBe(2);

  await page.getByRole("button", { name: "Запланировать работу" }).press("Enter");
  await dialog.getByLabel("Класс и предмет").selectOption({ label: "6А, Математика" });
  await lesson.selectOption({ value: String(school.page.on(day("2026-10-21")).lessonId) });
  await dialog.getByText("3 контрольные за четверть, а норма не больше 2").waitFor();
  expect(await dialog.getByRole("button", { name: "Записать в график" }).isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  await visitor.close();
});

test("WRK-04 two works of one class on one day stand out, and WRK-10 families read the open schedule without a sign-in", async () => {
  const { pageId, on } = school.subgroupPage;
  await site.ask(planControlWorkRoute, school.deputy.cookie, {
    body: { pageId, lessonId: on(day("2026-09-30")).lessonId, workType: 8, minutes: 40, lessons: 1, wholeClass: true, title: "" },
  });
  const deputy = await site.visitor(school.deputy);
  const page = await deputy.open("/control-works");
  await page.locator("td.two").waitFor();
  expect(await page.locator("td.two").innerText()).toContain("две работы в один день");
  await page.getByRole("button", { name: "Открыть семьям" }).press("Enter");
  await page.getByRole("link", { name: "Страница для семей" }).waitFor();
  const stranger = await site.visitor(null);
  const open = await stranger.open(`/open/control-works/${school.schoolId}`);
  await open.getByRole("row", { name: "30 сентября, ср 2\u2011й 6А Математика Контрольная работа" }).waitFor();
  await expectAccessible(open);
  expect(await open.locator("main").innerText()).not.toMatch(/Лунёва|Брагина|Ученик/);
  expect(site.faults).toEqual([]);
  await Promise.all([deputy.close(), stranger.close()]);
});
