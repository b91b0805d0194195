import { afterAll, beforeAll, expect, test } from "vitest";
import { aSite, expectAccessible, PHONE } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 4 });
  site.at(school.now);
});
afterAll(() => site.close());

test("TT-16 TT-05 a break of five minutes is warned of while it is typed; a shortened day is made and chosen for a date", async () => {
  const visitor = await site.visitor(school.admin);
  const page = await visitor.open("/timetable?bells=true");
  await page.getByLabel("Начало: 2\u2011й урок", { exact: true }).fill("09:20");
  await page.getByText("После него перемена 5 минут. По норме не меньше 10.").waitFor();
  await page.getByRole("button", { name: "Новое" }).click();
  await page.getByLabel("Название").fill("Сокращённый день");
  for (const [slot, from, to] of [
    [1, "08:30", "09:00"],
    [2, "09:10", "09:40"],
    [3, "09:50", "10:20"],
    [4, "10:30", "11:00"],
  ]) {
    await page.getByLabel(`Начало: ${slot}\u2011й урок`, { exact: true }).fill(String(from));
    await page.getByLabel(`Конец: ${slot}\u2011й урок`, { exact: true }).fill(String(to));
  }
  await page.getByRole("button", { name: "Сохранить звонки" }).click();
  await page.getByRole("button", { name: "Сокращённый день", pressed: true }).waitFor();
  await page.getByLabel("День", { exact: true }).fill("2026-09-23");
  await page.getByRole("button", { name: "Выбрать на этот день" }).click();
  await page.getByText("23 сентября: Сокращённый день").waitFor();
  await expectAccessible(page);

  // the lessons of that day end by the short bells
  const deputy = await site.visitor(school.deputy);
  const day = await deputy.open("/substitutions?day=2026-09-23");
  await day.getByLabel("Кого нет").selectOption({ label: "Лунёва А. И., 1 урок" });
  await day.getByText("09:10–09:40").waitFor();
  await deputy.close();

  await page.getByRole("button", { name: "Вернуть обычные звонки, 23 сентября" }).click();
  await page.getByText("Все дни впереди идут по обычным звонкам.").waitFor();
  await visitor.close();

  const phone = await site.visitor(school.teacher, PHONE);
  const read = await phone.open("/timetable?bells=true");
  await read.getByRole("heading", { name: "Расписание звонков" }).waitFor();
  expect(await read.getByRole("button", { name: "Сохранить звонки" }).count()).toBe(0);
  await expectAccessible(read);
  await phone.close();
  expect(site.faults).toEqual([]);
});
