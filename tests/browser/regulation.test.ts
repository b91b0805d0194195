import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf } from "../../src/foundation/day.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
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

test("REG-08 a teacher reads a norm with its clause, and both clauses where the papers of the school clash", async () => {
  const visitor = await site.visitor(school.teacher);
  const page = await visitor.open("/regulation");
  await page.getByRole("searchbox", { name: "Найти в регламенте" }).fill("контрольную");
  await page.getByRole("button", { name: "к следующему уроку" }).click();
  const card = page.getByRole("region", { name: "Выбранный пункт" });
  expect(await card.innerText()).toContain("Приказ № 115 от 18.05.2021, приложение 4, п. 4.2.4в");
  expect(await card.innerText()).toContain("приложение 2, п. 2.10: в течение 7 дней со дня работы.");
  expect(await card.getByRole("button", { name: "Изменить" }).count()).toBe(0);
  await visitor.close();
});

test("REG-01 REG-03 a director changes the term of homework by a new edition, sees beforehand what it changes, and the earlier one ends by itself", async () => {
  const lesson = school.page.on(school.today);
  // the class ended at 12:20: homework of 14:30 is late by 1 h 30 min and in time by 3 h
  site.at(instantOf(school.today, "14:30", school.timezone));
  const params = { pageId: school.page.pageId, lessonId: lesson.lessonId };
  expect((await site.ask(setLessonRoute, school.teacher.cookie, { params, body: { homework: "№ 5", expectedVersion: 0 } })).status).toBe(200);

  const visitor = await site.visitor(school.director);
  const page = await visitor.open("/regulation");
  await page.getByRole("button", { name: "не позднее чем через 1 ч 30 мин после окончания последнего урока класса" }).click();
  const card = page.getByRole("region", { name: "Выбранный пункт" });
  await card.getByRole("button", { name: "Изменить" }).click();
  await card.getByLabel("часов").fill("3");
  await card.getByLabel("минут").fill("0");
  const draft = page.getByRole("region", { name: "Новая редакция: 1 правка" });
  await draft.getByText("1 учитель, 1 запись стала бы вовремя. Поздних было бы 0 вместо 1 из 1.").waitFor();
  await draft.getByLabel("Номер приказа").fill("84-о");
  await draft.getByLabel("Действует с").fill("2026-09-16");
  await draft.getByRole("button", { name: "Ввести редакцию" }).click();
  await draft.getByText("Самый ранний день — 17 сентября 2026 года").waitFor();
  await draft.getByLabel("Действует с").fill("2026-11-01");
  await draft.getByRole("button", { name: "Ввести редакцию" }).click();
  await page.getByText("Редакция внесена. Она вступит в силу 1 ноября 2026 года.").waitFor();
  const editions = page.getByRole("navigation", { name: "Редакции" });
  expect(await editions.innerText()).toContain("по 31 октября 2026 года");
  await editions.getByRole("button", { name: /84-о/ }).click();
  await page.getByRole("button", { name: "не позднее чем через 3 ч после окончания последнего урока класса" }).waitFor();

  await editions.getByRole("button", { name: "Отозвать" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Отозвать редакцию" }).click();
  await expect.poll(() => editions.innerText()).not.toContain("84-о");
  await visitor.close();
});
