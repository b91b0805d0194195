import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSite, expectAccessible, PHONE, until } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 6, preset: "chaikovsky-gymnasium-2023", timezone: "Europe/Simferopol" });
  site.at(school.now);
});
afterAll(() => site.close());

const marksOfToday = async () =>
  (
    await site.owner.query<{ pupil: number; work: number; token: string; type: string }>(
      `select k.pupil_id as pupil, k.work_no as work, t.token, w.code as type from journal.mark k join regulation.mark_token t on t.value = k.value
       join journal.work_type w on w.school_id = k.school_id and w.work_type = k.signs >> 4
       where k.school_id = $1 and k.lesson_id = $2 order by pupil_id, work_no`,
      [school.schoolId, school.page.on(school.today).lessonId],
    )
  ).rows;
const ofPupil = async (at: number) =>
  (await marksOfToday()).filter((m) => m.pupil === school.classA.pupils[at]).map(({ work, token, type }) => [work, token, type]);

describe("a teacher at the keyboard", () => {
  test("WRK-02 chooses the column's work, puts a retake and a point; a control mark bears index 2, counts twice, and the averages are explained", async () => {
    const teacher = await site.visitor(school.teacher);
    const page = await teacher.open(`/journal/${school.page.pageId}`);
    const grid = page.getByRole("grid");
    await grid.locator('td[tabindex="0"]').focus();
    // an oral five, then a control two that is retaken for four
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("5");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("KeyD");
    const works = page.getByRole("dialog", { name: /Вид работы/ });
    await works.waitFor();
    await expectAccessible(page);
    await works.getByRole("radio", { name: /Контрольная/ }).press("Space");
    await page.keyboard.press("Enter");
    // who types on does not wait for the window to go: the key after it is a mark already
    await page.keyboard.press("2");
    await works.waitFor({ state: "hidden" });
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("KeyG");
    await page.keyboard.press("4");
    await until(
      async () =>
        JSON.stringify(await ofPupil(0)) ===
        JSON.stringify([
          [0, "2", "КР"],
          [10, "4", "КР"],
        ]),
    );
    const cell = grid.locator('tr[data-r="0"] td[data-sel], tr[data-r="0"] td.tod').first();
    expect((await cell.textContent())?.replace(/\s/g, "")).toBe("2→42");
    // 5 once and 4 twice: 4,50 and 4,33
    const row = grid.locator('tr[data-r="0"]');
    expect([await row.locator("td.a").textContent(), await row.locator("td.w").textContent()]).toEqual(["4,50", "4,33"]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("=");
    const why = page.getByRole("dialog", { name: /Средний балл/ });
    await why.getByText("13 : 3 = 4,33").waitFor();
    await why.getByText("пересдана, считается другая отметка").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await why.waitFor({ state: "hidden" });
    // the second pupil's work is awaited, then handed in
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Period");
    await until(async () => JSON.stringify(await ofPupil(1)) === JSON.stringify([[0, "•", "КР"]]));
    const parent = await site.visitor(school.otherGuardian, PHONE);
    const diary = await parent.open("/");
    await diary.getByText("работу ещё ждут").waitFor();
    await diary.getByText("контрольная работа, вес 2").waitFor();
    await expectAccessible(diary);
    await parent.close();
    await teacher.close();
  });

  test("fills a whole column, takes it back in one step; a pasted column with wrong tokens says which and writes none", async () => {
    const teacher = await site.visitor(school.teacher);
    const page = await teacher.open(`/journal/${school.page.pageId}`);
    const grid = page.getByRole("grid");
    await grid.locator('td[tabindex="0"]').focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+a");
    await page.getByRole("toolbar", { name: /Выбрано клеток/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("4");
    await page.getByText(/Записано клеток: \d+/).waitFor();
    const filled = () => grid.locator("tbody tr").evaluateAll((rows) => rows.filter((row) => row.querySelector("td[data-sel]") !== null).length);
    expect(await filled()).toBe(1);
    await page.keyboard.press("Control+z");
    await page
      .getByText(/Возвращено/)
      .first()
      .waitFor({ state: "attached" });
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "5\n4\nшесть\n3\n");
      document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByText("Не понять: «шесть». Ничего не вставлено.").waitFor();
    await teacher.close();
  });
});

describe("the dictionary of work types", () => {
  test("WRK-01 the deputy adds a type on the screen, and the teacher is offered it", async () => {
    const deputy = await site.visitor(school.deputy);
    const page = await deputy.open("/work-types");
    await page.getByRole("button", { name: "Добавить вид работы" }).click();
    await page.getByLabel("Название").fill("Изложение");
    await page.getByLabel("Знак в шапке столбца, до четырёх букв").fill("Из");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: "Изложение" }).waitFor();
    await deputy.close();
    const teacher = await site.visitor(school.teacher);
    const journal = await teacher.open(`/journal/${school.page.pageId}`);
    await journal.getByRole("grid").locator('td[tabindex="0"]').focus();
    await journal.keyboard.press("KeyD");
    await journal.getByRole("radio", { name: /Изложение/ }).waitFor();
    await teacher.close();
  });
});

test("no page complained while the stories ran", () => {
  expect(site.faults).toEqual([]);
});
