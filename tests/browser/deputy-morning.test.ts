import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf, plusDays } from "../../src/foundation/day.ts";
import { setRemarkRoute } from "../../src/control/contract/remarks/remarks.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { aSite, expectAccessible, PHONE } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner);
  await site.owner.query("update access.session set idle_until = '2100-01-01'");
  // all lessons of the first teacher before this week are written; Monday, Tuesday and Wednesday of this week are not
  for (const lesson of school.page.lessons.filter(({ day }) => day < plusDays(school.today, -2))) {
    site.at(instantOf(lesson.day, "13:00", school.timezone));
    await site.ask(setLessonRoute, school.teacher.cookie, {
      params: { pageId: school.page.pageId, lessonId: lesson.lessonId },
      body: { topic: "Дроби", homework: "№ 1", expectedVersion: 0 },
    });
  }
  site.at(instantOf(plusDays(school.today, 1), "07:30", school.timezone));
});
afterAll(() => site.close());

/** What a plain count over the raw tables says of the first teacher's lessons of the week: without a topic, and open remarks. */
async function counted(): Promise<{ unwritten: number; remarks: number }> {
  const { rows } = await site.owner.query<{ unwritten: number; remarks: number }>(
    `select (select count(*)::int from timetable.lesson l left join journal.lesson_note n using (school_id, page_id, lesson_id)
         where l.school_id = $1 and l.page_id = $2 and l.day between $3 and $4 and n.topic is null) as unwritten,
       (select count(*)::int from control.remark where school_id = $1 and state <> 'accepted') as remarks`,
    [school.schoolId, school.page.pageId, plusDays(school.today, -2), school.today],
  );
  return rows[0]!;
}

test("a deputy's morning: three late lessons are seen, one is opened and gets a remark, the teacher fixes it, the deputy accepts, the numbers fall", async () => {
  expect(await counted()).toEqual({ unwritten: 3, remarks: 0 });
  const morning = await site.visitor(school.deputy);
  const deputy = await morning.open("/control");
  const row = deputy.getByRole("row", { name: /Лунёва/ });
  await row.getByRole("button").press("Enter");
  const late = deputy.locator(".drill .box tbody tr").filter({ hasText: "тема урока" }).filter({ hasText: "ещё нет" });
  await expect.poll(() => late.count()).toBe(3);
  await late.first().getByRole("link", { name: "к уроку" }).press("Enter");
  await deputy.waitForURL(/\/journal\/\d+\?lesson=\d+/);

  await deputy.getByRole("button", { name: "Замечание", exact: true }).press("Enter");
  const dialog = deputy.getByRole("dialog", { name: "Дать замечание" });
  await dialog.getByLabel("Что исправить").fill("Урок не записан: нет темы и задания");
  await expectAccessible(deputy);
  await dialog.getByLabel("Что исправить").press("Tab");
  await dialog.getByRole("button", { name: "Дать замечание" }).press("Enter");
  await deputy.getByRole("region", { name: "Замечания страницы" }).getByText("Урок не записан").waitFor();
  await deputy.getByRole("columnheader", { name: /замечание: Урок не записан/ }).waitFor();
  expect(await counted()).toEqual({ unwritten: 3, remarks: 1 });

  const desk = await site.visitor(school.teacher);
  const teacher = await desk.open("/remarks");
  const rail = teacher.getByRole("navigation", { name: "Разделы" });
  await rail.getByRole("link", { name: /Замечания.*исправить: 1/ }).waitFor();
  await teacher.getByText("Урок не записан: нет темы и задания").waitFor();
  await expectAccessible(teacher);
  await teacher.getByRole("link", { name: "К уроку" }).press("Enter");
  await teacher.waitForURL(/\/journal\/\d+\?lesson=\d+/);
  const ofPage = teacher.getByRole("region", { name: "Замечания страницы" });
  await ofPage.getByText("Урок не записан").waitFor();
  await teacher.getByRole("grid").locator('td[tabindex="0"]').focus();
  await teacher.keyboard.press("Alt+KeyN");
  const drawer = teacher.getByRole("complementary", { name: "Темы и задания" });
  await drawer.getByRole("textbox", { name: /Тема/ }).first().fill("Сложение дробей");
  await drawer.getByRole("button", { name: "Без задания" }).first().press("Enter");
  await expect.poll(async () => (await counted()).unwritten).toBe(2);
  await ofPage.getByRole("button", { name: "Исправлено" }).press("Enter");
  await ofPage.getByLabel("Что сделано").fill("тема записана, задания не было");
  await ofPage.getByLabel("Что сделано").press("Enter");
  await ofPage.getByText("исправлено", { exact: true }).waitFor();
  await desk.close();

  await deputy.goto(`${site.base}/remarks`);
  const sections = deputy.getByRole("navigation", { name: "Разделы" });
  await sections.getByRole("link", { name: /Замечания.*проверить: 1/ }).waitFor();
  await deputy.getByRole("button", { name: "Что изменилось" }).press("Enter");
  await deputy.getByRole("row", { name: /Сложение дробей/ }).waitFor();
  await deputy.getByText("Учитель: тема записана, задания не было").waitFor();
  await expectAccessible(deputy);
  await deputy.getByRole("button", { name: /^Принять/ }).press("Enter");
  await deputy.getByText("Открытых замечаний нет").waitFor();
  await expect.poll(() => sections.getByRole("link", { name: /проверить/ }).count()).toBe(0);
  expect(await counted()).toEqual({ unwritten: 2, remarks: 0 });
  await deputy.goto(`${site.base}/control`);
  await row.getByRole("button").press("Enter");
  await expect.poll(() => late.count()).toBe(2);
  await morning.close();
  expect(site.faults).toEqual([]);
});

test("on a phone a remark is read and confirmed without a sideways scroll", async () => {
  const { status } = await site.ask(setRemarkRoute, school.deputy.cookie, {
    body: { pageId: school.page.pageId, text: "Проверьте виды работ у отметок за сентябрь", dueOn: plusDays(school.today, 1) },
  });
  expect(status).toBe(200);
  const visitor = await site.visitor(school.teacher, PHONE);
  const page = await visitor.open("/remarks");
  await page.getByRole("listitem").filter({ hasText: "Проверьте виды работ" }).getByRole("button", { name: "Исправлено" }).click();
  await page.getByLabel("Что сделано").fill("проставлены");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Подтвердить исправление" }).click();
  await page.getByRole("heading", { name: /Ждут завуча/ }).waitFor();
  await visitor.close();
});
