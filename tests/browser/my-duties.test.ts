import { afterAll, beforeAll, expect, test } from "vitest";
import { aSite } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;
beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner);
  site.at(school.now);
});
afterAll(() => site.close());

test("a teacher sees what is owed with its term and clause, opens the lesson by keyboard, writes it, and the duty is gone", async () => {
  const visitor = await site.visitor(school.teacher);
  const page = await visitor.open("/duties");
  const today = page.locator(".g-now .duty");
  await today.getByText("Записать тему урока и задание на дом").waitFor();
  expect(await today.innerText()).toContain("до 13:50");
  expect(await today.innerText()).toContain("п. 2.10");
  const overdue = await page.locator(".g-late .duty").count();
  expect(overdue).toBeGreaterThan(5);

  await page.locator(".duty a").first().focus();
  for (let i = 0; i < overdue; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/journal\/\d+\?lesson=\d+/);
  await page.getByRole("grid").locator('td[tabindex="0"]').focus();
  await page.keyboard.press("Alt+KeyN");
  const drawer = page.getByRole("complementary", { name: "Темы и задания" });
  await drawer.getByRole("textbox", { name: /Тема/ }).first().fill("Дроби");
  await drawer.getByRole("button", { name: "Без задания" }).first().click();
  await expect
    .poll(
      async () =>
        (await site.owner.query("select 1 from journal.lesson_note where school_id = $1 and topic = 'Дроби' and homework is not null", [school.schoolId]))
          .rowCount,
    )
    .toBe(1);

  await visitor.open("/duties");
  await page.locator(".done").getByText("Урок записан").waitFor();
  expect(await page.locator(".g-now .duty").count()).toBe(0);
  await visitor.close();
});
