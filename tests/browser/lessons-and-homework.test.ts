import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setPlanRoute } from "../../src/planning/contract/plan/set-plan.ts";
import { aSite, DESK, expectAccessible, PHONE } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 6, preset: "chaikovsky-gymnasium-2023" });
  site.at(school.now);
});
afterAll(() => site.close());

const lesson = () => school.page.on(school.today);
const noteOf = async () =>
  (
    await site.owner.query(
      `select n.topic, n.homework, d.tasks, d.minutes from journal.lesson_note n left join journal.lesson_detail d using (school_id, page_id, lesson_id)
       where n.school_id = $1 and n.page_id = $2 and n.lesson_id = $3`,
      [school.schoolId, school.page.pageId, lesson().lessonId],
    )
  ).rows[0];

describe("the page «Темы уроков и задания»", () => {
  test("KTP-12 LES-01 a row holds day, topic, tasks of the lesson and homework, written by keyboard and saved by itself; HW-06 the paper diary is reminded of", async () => {
    const visitor = await site.visitor(school.teacher, DESK);
    const page = await visitor.open(`/journal/${school.page.pageId}/topics`);
    await page.getByText("повторите в бумажном дневнике").waitFor();
    const row = page.locator(`tr[data-lesson="${lesson().lessonId}"]`);
    await row.getByLabel(/^Тема/).focus();
    await page.keyboard.type("Сложение дробей");
    await page.keyboard.press("Tab");
    // the plan's offer and the next fields stand in the order of the row
    for (let i = 0; i < 6 && !(await row.getByLabel(/^Задания на уроке/).evaluate((e) => e === document.activeElement)); i++) await page.keyboard.press("Tab");
    await page.keyboard.type("№ 10, 11");
    await row.getByLabel(/^Задание на дом/).focus();
    await page.keyboard.type("с. 40, № 12, 13");
    await row.getByLabel(/^Минут/).focus();
    await page.keyboard.type("25");
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(noteOf).toEqual({ topic: "Сложение дробей", homework: "с. 40, № 12, 13", tasks: "№ 10, 11", minutes: 25 });
    expect(await row.locator("th").innerText()).toContain("16 сен");
    await expect.poll(() => row.locator("td.who").innerText()).toContain("Лунёва А. И.");
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["field"])).toBe("minutes");
    await expectAccessible(page);
    await page.reload();
    expect(await page.locator(`tr[data-lesson="${lesson().lessonId}"]`).getByLabel(/^Тема/).inputValue()).toBe("Сложение дробей");
    await visitor.close();
  });

  test("KTP-06 one press takes the next topic of the plan with its homework", async () => {
    const lines = school.page.lessons.map((_, i) => ({
      lineId: null,
      topic: `Тема ${i + 1}`,
      hours: 1,
      homework: `§ ${i + 1}`,
      section: "",
      isControl: false,
    }));
    expect((await site.ask(setPlanRoute, school.teacher.cookie, { params: { pageId: school.page.pageId }, body: { expectedVersion: 0, lines } })).status).toBe(
      200,
    );
    const visitor = await site.visitor(school.teacher, DESK);
    const page = await visitor.open(`/journal/${school.page.pageId}/topics`);
    const next = school.page.lessons.find((l) => l.day > school.today)!;
    const row = page.locator(`tr[data-lesson="${next.lessonId}"]`);
    await row.getByLabel(/^Тема/).focus();
    const offer = row.getByRole("button", { name: /^Из плана: Тема \d+$/ });
    await offer.waitFor();
    const topic = (await offer.innerText()).replace("Из плана:", "").trim();
    await offer.press("Enter");
    await expect.poll(() => row.getByLabel(/^Тема/).inputValue()).toBe(topic);
    expect(await row.getByLabel(/^Задание на дом/).inputValue()).toBe(topic.replace("Тема", "§"));
    await visitor.close();
  });

  test("HW-08 too much homework for the grade is told while it is typed, with the subjects", async () => {
    const visitor = await site.visitor(school.secondTeacher, DESK);
    const page = await visitor.open(`/journal/${school.subgroupPage.pageId}/topics`);
    const row = page.locator(`tr[data-lesson="${school.subgroupPage.on(school.today).lessonId}"]`);
    await row.getByLabel(/^Минут/).focus();
    await page.keyboard.type("140");
    const warning = row.getByText("при норме 150");
    await warning.waitFor();
    expect(await warning.innerText()).toBe("6А: на этот день задано 165 мин при норме 150. Английский язык 140, Математика 25.");
    await visitor.close();
  });
});

describe("the open diary of a parent", () => {
  test("LES-06 shows the teacher's comment without reload; HW-11 its links open, its files are given out", async () => {
    const family = await site.visitor(school.guardian, PHONE);
    const diary = await family.open("/");
    await diary.getByText("с. 40, № 12, 13").waitFor();

    const teacher = await site.visitor(school.teacher, DESK);
    const page = await teacher.open(`/journal/${school.page.pageId}?lesson=${lesson().lessonId}`);
    await page.getByRole("grid").locator('td[tabindex="0"]').focus();
    await page.keyboard.press("Enter");
    const comment = page.getByLabel("Комментарий ученику и родителям");
    await comment.fill("Хорошо отвечал у доски");
    await comment.blur();
    await diary.getByText("Хорошо отвечал у доски").waitFor();
    // the window stays open over what came back from the server
    await page.getByText("для ученика: Хорошо отвечал у доски").waitFor();
    expect(await comment.inputValue()).toBe("Хорошо отвечал у доски");

    const topics = await teacher.open(`/journal/${school.page.pageId}/topics`);
    const row = topics.locator(`tr[data-lesson="${lesson().lessonId}"]`);
    await row.getByLabel(/^Тема/).focus();
    await row.getByRole("button", { name: "Ссылка" }).click();
    await row.getByLabel(/^Адрес страницы/).fill("https://resh.edu.ru/subject/lesson/7272/");
    await topics.keyboard.press("Enter");
    await row.getByRole("link", { name: "resh.edu.ru" }).waitFor();
    await row.locator('input[type="file"]').setInputFiles({ name: "Лист.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
    await row.getByRole("link", { name: "Лист.pdf" }).waitFor();

    const link = diary.getByRole("link", { name: "resh.edu.ru" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("https://resh.edu.ru/subject/lesson/7272/");
    const [file] = await Promise.all([diary.waitForEvent("download"), diary.getByRole("link", { name: "Лист.pdf" }).click()]);
    expect(file.suggestedFilename()).toBe("Лист.pdf");
    await expectAccessible(diary);
    await row.locator('input[type="file"]').setInputFiles({ name: "Игра.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
    await row.getByText("Такой файл не подходит, он не прочитан").waitFor();
    await teacher.close();
    await family.close();
  });
});

describe("the check of topics and homework", () => {
  test("HW-07 the deputy sees the homework of a class by day, HW-13 and what a month lacks", async () => {
    const visitor = await site.visitor(school.deputy, DESK);
    const page = await visitor.open("/lessons-check?view=homework");
    const day = page.locator("section", { hasText: "Среда, 16 сентября" });
    await day.waitFor();
    await page.getByLabel("Класс").selectOption({ label: "6А" });
    await day.getByText("всего 165 мин из 150").waitFor();
    await page.getByRole("button", { name: "Не записано" }).click();
    await page.getByText("нужно до 8 октября включительно").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "6А · Математика" }).click();
    await page.getByRole("heading", { name: "6А · Математика: темы уроков и задания" }).waitFor();
    await visitor.close();
  });
});

test("no page complained while the stories ran", () => {
  expect(site.faults).toEqual([]);
});
