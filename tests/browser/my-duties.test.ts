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

test("NTF-04 a teacher sees what is owed with its term and the time that remains and clause, opens the lesson by keyboard, writes it, and the duty is gone", async () => {
  const visitor = await site.visitor(school.teacher);
  const page = await visitor.open("/duties");
  const today = page.locator(".g-now .duty");
  await today.getByText("Записать тему урока и задание на дом").waitFor();
  expect(await today.innerText()).toContain("до 13:50");
  expect(await today.innerText()).toContain("ещё 50 мин");
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

test("a homeroom teacher says a duty done with a word, it leaves the list, and the deputy finds what is left behind the numbers", async () => {
  const homeroom = await site.visitor(school.homeroom);
  const own = await homeroom.open("/duties");
  const line = own.locator(".duty").filter({ hasText: "Собрать согласия родителей" });
  await line.waitFor();
  expect(await line.innerText()).toContain("приложение 6, п. 14");
  await line.getByRole("button", { name: "Сделано" }).click();
  const dialog = own.getByRole("dialog", { name: "Отметить сделанным" });
  await dialog.getByLabel("Что сделано").fill("Все согласия собраны");
  await dialog.getByRole("button", { name: "Отметить" }).click();
  await line.waitFor({ state: "detached" });
  await own.getByRole("button", { name: "Сообщить о нарушении доступа" }).click();
  const breach = own.getByRole("dialog", { name: "Внести запись" });
  await breach.getByLabel("Кто и о чём").fill("Пароль увидел ученик");
  await breach.getByRole("button", { name: "Внести", exact: true }).click();
  await breach.waitFor({ state: "detached" });
  const { rows } = await site.owner.query("select kind, note from control.duty_step where school_id = $1 order by step_no, kind desc", [school.schoolId]);
  expect(rows).toEqual([
    { kind: "parent_consents", note: "Все согласия собраны" },
    { kind: "breach_report", note: "Пароль увидел ученик" },
  ]);
  await homeroom.close();

  const deputy = await site.visitor(school.deputy);
  const page = await deputy.open("/school-duties");
  await page.getByRole("button", { name: "Показать: Брагина А. И." }).click();
  await page
    .locator(".behind")
    .getByRole("link", { name: /Записать тему урока/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "По видам" }).click();
  await page.getByRole("button", { name: "Показать: Домашние задания" }).click();
  await page.locator(".behind").getByText("Лунёва А. И.").first().waitFor();
  await page.getByRole("button", { name: "Реестр обращений" }).click();
  await page.getByRole("button", { name: "Внести запись" }).click();
  const form = page.getByRole("dialog", { name: "Внести запись" });
  await form.getByLabel("Кто и о чём").fill("Родионова В. И., доступ к дневнику");
  await form.getByRole("button", { name: "Внести", exact: true }).click();
  await page.locator(".register").getByText("Открыть доступ к дневнику, до 21 сентября").waitFor();
  await deputy.close();
});
