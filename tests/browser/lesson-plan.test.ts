import { afterAll, beforeAll, expect, test } from "vitest";
import { changeLessonRoute } from "../../src/timetable/contract/change-lesson.ts";
import { aSite, expectAccessible, until } from "../builders/browser.ts";
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

const lines = async () => {
  const { rows } = await site.owner.query<{ topic: string; hours: number; homework: string }>(
    "select topic, hours, homework from planning.plan_line where school_id = $1 and page_id = $2 order by place",
    [school.schoolId, school.page.pageId],
  );
  return rows;
};

test("KTP-01 KTP-02 KTP-07 KTP-10 a teacher without a plan loads a workbook, sees it dated, loses two lessons and sees the lag of 2", async () => {
  const { page, open, close } = await site.visitor(school.teacher);
  await open("/plans");
  await page.getByText("нет плана, срок был 1 сентября").waitFor();
  await page.getByRole("button", { name: "6А, Математика", exact: true }).click();
  await page.getByRole("heading", { name: "Плана ещё нет" }).waitFor();
  await page.getByRole("button", { name: "Загрузить файл" }).click();
  const file = page.getByLabel("Файл", { exact: true });
  await file.setInputFiles({ name: "план.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") });
  await page.getByText("Такой файл не подходит").waitFor();
  await file.setInputFiles("docs/samples/ктп-математика-6.xlsx");
  await page.getByText("Понято: 68 тем, 170 часов").waitFor();
  await expectAccessible(page);
  await page.getByLabel("Тема", { exact: true }).selectOption("Дата (факт)");
  await page.getByText(/Не поняты строки/).waitFor();
  expect(await page.getByRole("button", { name: "Загрузить план" }).isDisabled()).toBe(true);
  await page.getByLabel("Тема", { exact: true }).selectOption("Тема урока");
  await page.getByText("Понято: 68 тем, 170 часов").waitFor();
  await page.getByRole("button", { name: "Загрузить план" }).click();
  await page.getByText("идёт по плану").waitFor();
  expect(await lines()).toHaveLength(68);
  expect(await page.getByLabel("Тема 1", { exact: true }).inputValue()).toBe("Действия с натуральными числами");
  await expectAccessible(page);

  for (const { lessonId } of school.page.lessons.filter((l) => l.day <= school.today).slice(-2)) {
    const body = { change: "cancel" as const, reason: "карантин", expectedVersion: 1 };
    await site.ask(changeLessonRoute, school.deputy.cookie, { params: { pageId: school.page.pageId, lessonId }, body });
  }
  await page.reload();
  await page.getByText("отставание 2\u00a0часа").waitFor();

  await page.emulateMedia({ media: "print" });
  const printed = page.locator(".printed");
  expect(await printed.isVisible()).toBe(true);
  const text = (await printed.innerText()).replace(/\s+/g, " ");
  for (const said of ["Календарно-тематическое планирование", "6А, Математика", "Лунёва А. И.", "По плану По факту", "Итого часов: 170"])
    expect(text).toContain(said);
  expect(text).toContain("Действия с натуральными числами 2 01.09–02.09 01.09–02.09");
  await close();
  expect(site.faults).toEqual([]);
});

test("by keyboard alone: lines are added, pasted from a spreadsheet, moved, removed and saved; what was saved meanwhile is not overwritten unasked", async () => {
  const { page, context, open, close } = await site.visitor(school.secondTeacher);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(`/plans/${school.otherPage.pageId}`);
  await page.getByRole("button", { name: "Вписать первую тему" }).focus();
  await page.keyboard.press("Enter");
  await page.evaluate(() => navigator.clipboard.writeText("1\tДелители\t2\t§ 1\n2\tКратные\t1\t§ 2\n3\tПризнаки делимости\t3\t§ 3"));
  await page.keyboard.press("Control+V");
  await page.getByText("Вставлено: 3\u00a0строки.").waitFor();
  expect(await page.getByLabel("Часы темы 3").inputValue()).toBe("3");
  await page.getByLabel("Тема 3", { exact: true }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Повторение");
  await page.keyboard.press("Control+s");
  await page.getByText("Сохранено", { exact: true }).waitFor();
  const saved = async () =>
    (
      await site.owner.query<{ topic: string }>("select topic from planning.plan_line where school_id = $1 and page_id = $2 order by place", [
        school.schoolId,
        school.otherPage.pageId,
      ])
    ).rows.map((r) => r.topic);
  expect(await saved()).toEqual(["Делители", "Признаки делимости", "Кратные", "Повторение"]);

  await site.owner.query("update planning.lesson_plan set version = version + 1 where school_id = $1 and page_id = $2", [
    school.schoolId,
    school.otherPage.pageId,
  ]);
  await page.getByLabel("Тема 2", { exact: true }).focus();
  await page.keyboard.press("Control+Delete");
  await page.keyboard.press("Control+s");
  await page.getByText("Пока вы правили, план сохранили с другого места.").waitFor();
  expect(await saved()).toHaveLength(4);
  await page.getByRole("button", { name: "Сохранить мой поверх" }).click();
  await until(async () => (await saved()).length === 3);

  await page.getByLabel("Тема 1", { exact: true }).fill("Делители и кратные");
  await page.getByRole("button", { name: "Все планы" }).click();
  await page.getByRole("heading", { name: "План не сохранён" }).waitFor();
  await page.getByRole("button", { name: "Остаться" }).click();
  expect(await page.getByLabel("Тема 1", { exact: true }).inputValue()).toBe("Делители и кратные");
  await close();
});
