import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aSite, DESK, expectAccessible, until } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => site.close());
beforeEach(async () => {
  school = await aSchool(site.owner, { pupils: 4 });
  site.at(school.now);
});

const lessonsOn = async (day: string) =>
  (
    await site.owner.query<{ slot: number }>("select slot from timetable.lesson where school_id = $1 and page_id = $2 and day = $3 order by slot", [
      school.schoolId,
      school.page.pageId,
      day,
    ])
  ).rows.map((r) => r.slot);

describe("the timetable of the week", () => {
  test("TT-02 shows the same lesson by class, by teacher and by room", async () => {
    const visitor = await site.visitor(school.director);
    const page = await visitor.open(`/timetable?by=class&id=${school.classA.classId}`);
    const monday = page.getByRole("gridcell", { name: /^понедельник, 1\u2011й/ });
    await monday.getByText("Математика").waitFor();
    await page.getByRole("button", { name: "Учителя" }).click();
    await page.getByLabel("Учитель", { exact: true }).selectOption({ label: "Лунёва А. И." });
    await monday.filter({ hasText: "6А" }).getByText("Математика").waitFor();
    await page.getByRole("button", { name: "Кабинеты" }).click();
    await monday.filter({ hasText: "6А" }).getByText("Математика").waitFor();
    await expectAccessible(page);
    await visitor.close();
  });

  test("TT-03 by keyboard alone: a lesson is taken, the clash is shown before it is put, what happens is told before it is saved", async () => {
    const visitor = await site.visitor(school.admin);
    const page = await visitor.open(`/timetable?by=class&id=${school.classA.classId}&day=2026-09-21`);
    const cell = (name: RegExp) => page.getByRole("gridcell", { name });
    await cell(/^понедельник, 1\u2011й/).waitFor();
    await cell(/^понедельник, 1\u2011й/).focus();
    await page.keyboard.press("Space");
    // Wednesday's fourth hour has a part of the class in it: said before the lesson is put there
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("эти же ученики: Английский язык, 6А англ. 1");
    await expectAccessible(page);
    await page.keyboard.press("Space");
    await page.getByText("Изменено предметов: 1").waitFor();
    await page.getByRole("button", { name: "Проверить и сохранить" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/Одни и те же ученики: среда, 4\u2011й\u00a0урок/).waitFor();
    expect(await dialog.getByRole("button", { name: "Сохранить с 21 сентября" }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    // it is moved on to a free hour
    await cell(/^среда, 4\u2011й/).focus();
    await page.keyboard.press("Space");
    while (!(await page.getByRole("region", { name: "В руках" }).getByText("Математика, 6А").isVisible())) await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Проверить и сохранить" }).focus();
    await page.keyboard.press("Enter");
    await dialog.getByText(/Остаются на месте/).waitFor();
    await dialog.getByRole("button", { name: "Сохранить с 21 сентября" }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Расписание сохранено, действует с 21 сентября.").waitFor();
    expect(await lessonsOn("2026-09-14")).toEqual([1]);
    await until(async () => (await lessonsOn("2026-09-21")).length === 0);
    expect(await lessonsOn("2026-09-23")).toEqual([2, 5]);
    await cell(/^среда, 5\u2011й урок: Математика/).waitFor();
    await visitor.close();
  });

  test("by pointer: a lesson is dragged to another day, taken out, and waits for its hour of the load", async () => {
    const visitor = await site.visitor(school.admin);
    const page = await visitor.open(`/timetable?by=class&id=${school.classA.classId}&day=2026-09-21`);
    const from = page.getByRole("gridcell", { name: /^понедельник, 1\u2011й/ });
    const box = (await from.getByText("Математика").boundingBox())!;
    await page.mouse.move(box.x + 10, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 60, { steps: 5 });
    const to = page.getByRole("gridcell", { name: /^пятница, 6\u2011й/ });
    await to.hover();
    await page.getByRole("region", { name: "В руках" }).waitFor();
    await to.hover();
    await page.mouse.up();
    await page.getByRole("gridcell", { name: /^пятница, 6\u2011й урок: Математика/ }).waitFor();
    await page
      .getByRole("gridcell", { name: /^пятница, 6\u2011й/ })
      .getByText("Математика")
      .click();
    await page.getByRole("button", { name: "Убрать из недели" }).click();
    const waiting = page.getByRole("button", { name: /Взять: Математика, 6А, Лунёва А. И., осталось 1/ });
    await waiting.click();
    await page.getByRole("gridcell", { name: /^понедельник, 1\u2011й урок: свободно/ }).click();
    await waiting.waitFor({ state: "detached" });
    expect(await page.getByText("Изменено предметов").count()).toBe(0);
    await visitor.close();
  });

  test("TT-17 subjects are flagged, and the check lists the days of a class on which they meet", async () => {
    await site.owner.query("update regulation.norm set value = '1' where school_id = $1 and code = 'timetable.long_homework_a_day'", [school.schoolId]);
    const visitor = await site.visitor(school.admin);
    const page = await visitor.open(`/timetable?by=class&id=${school.classA.classId}&day=2026-09-21`);
    await page.getByText("Замечаний нет.").waitFor();
    await page.getByText("Предметы с долгим домашним заданием").click();
    await page.getByRole("checkbox", { name: "Математика" }).click();
    await page.getByRole("checkbox", { name: "Английский язык" }).click();
    await page.getByText("6А, среда: предметы с долгим домашним заданием в один день: Математика, Английский язык. Норма: не больше 1.").waitFor();
    await expectAccessible(page);
    await visitor.close();
  });

  test("TT-04 whom the norm does not name reads the week and has nothing to take or save", async () => {
    const visitor = await site.visitor(school.deputy, DESK);
    const page = await visitor.open(`/timetable?by=class&id=${school.classA.classId}&day=2026-09-21`);
    const cell = page.getByRole("gridcell", { name: /^понедельник, 1\u2011й/ });
    await cell.getByText("Математика").click();
    await cell.focus();
    await page.keyboard.press("Space");
    expect(await page.getByText("Ждут места").count()).toBe(0);
    expect(await page.getByRole("region", { name: "В руках" }).count()).toBe(0);
    await visitor.close();
    expect(site.faults).toEqual([]);
  });
});
