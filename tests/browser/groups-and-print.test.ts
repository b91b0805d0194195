import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSite, DESK, expectAccessible } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aGroup } from "../builders/group.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";

let site: Site;
let s: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(site.owner, { pupils: 4 });
  site.at(s.now);
});
afterAll(() => site.close());

describe("groups made by hand", () => {
  test("JRN-04 a deputy makes a club on the screen and takes in pupils of two classes", async () => {
    const deputy = await site.visitor(s.deputy, DESK);
    const page = await deputy.open("/groups");
    await page.getByRole("button", { name: "Создать группу" }).click();
    await page.getByLabel("Название группы").fill("Шахматы");
    await page.getByLabel("Предмет или занятие").fill("Шахматный кружок");
    await page.getByLabel("Руководитель").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Создать", exact: true }).click();
    await page.getByRole("button", { name: "Зачислить" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: /Ученик01/ }).check();
    await dialog.getByRole("searchbox").fill("7Б");
    await dialog.getByRole("checkbox", { name: /Ученик05/ }).check();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Зачислить" }).click();
    await page.getByRole("row", { name: /Ученик05.*7Б/ }).waitFor();
    expect(await page.getByRole("row", { name: /Ученик01.*6А/ }).count()).toBe(1);
    await deputy.close();
  });

  test("JRN-11 on the page of an extended-day group there is no mark grid: no averages, no period mark, and a digit is told so; attendance stays", async () => {
    const day = await aGroup(site, s, { kind: "extended_day", name: "ГПД 1", subject: "Продлённый день", pupils: s.classA.pupils, slot: 20 });
    const teacher = await site.visitor(s.teacher, DESK);
    const page = await teacher.open(`/journal/${day.pageId}`);
    await page.getByRole("grid").waitFor();
    expect(await page.locator("table.grid .tot").count()).toBe(0);
    await page.locator('table.grid tbody tr:first-child td[tabindex="0"]').focus();
    await page.keyboard.press("5");
    await page.getByText("На этой странице отметки не ставят").waitFor();
    await page.keyboard.press("KeyY");
    await page.locator("table.grid tbody tr:first-child td", { hasText: "н" }).waitFor();
    await teacher.close();
  });
});

describe("a page on paper", () => {
  test("JRN-13 holds date, topic, homework, marks and teacher", async () => {
    await site.owner.query("update people.person set patronymic = '' where school_id = $1 and person_id = $2", [s.schoolId, s.classA.pupils[0]!]);
    const params = { pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId };
    await site.ask(setLessonRoute, s.teacher.cookie, { params, body: { topic: "Дроби", homework: "№ 12", expectedVersion: 0 } });
    await site.ask(setMarkRoute, s.teacher.cookie, { params: { ...params, pupilId: s.classA.pupils[0]! }, body: { mark: "5", expectedVersion: 0 } });
    await site.ask(setAttendanceRoute, s.teacher.cookie, {
      params,
      body: { entries: [{ pupilId: s.classA.pupils[1]!, kind: "absent", expectedVersion: 0 }] },
    });
    const teacher = await site.visitor(s.teacher, DESK);
    const page = await teacher.open(`/journal/${s.page.pageId}`);
    await page.getByRole("link", { name: "Печать журнала" }).click();
    const row = page.getByRole("row", { name: /16 сентября/ });
    await row.waitFor();
    expect((await row.getByRole("cell").allInnerTexts()).map((text) => text.trim())).toEqual(["16 сентября", "Дроби", "№ 12", "Лунёва А. И.", ""]);
    const first = page.getByRole("row", { name: /Ученик01 Иван/ });
    expect(await first.getByRole("rowheader").innerText()).toBe("Ученик01 Иван");
    expect(await first.getByRole("cell").allInnerTexts()).toContain("5");
    expect(
      await page
        .getByRole("row", { name: /Ученик02/ })
        .getByRole("cell")
        .allInnerTexts(),
    ).toContain("н");
    await expectAccessible(page);
    await teacher.close();
  });

  test("JRN-15 an extended-day journal prints its six sections", async () => {
    const day = await aGroup(site, s, { kind: "extended_day", name: "ГПД 2", subject: "Продлённый день", pupils: s.classA.pupils, slot: 20 });
    const teacher = await site.visitor(s.teacher, DESK);
    const page = await teacher.open(`/journal/${day.pageId}/print?term=1`);
    await page.getByLabel(/^Режим/).fill("12:30 обед");
    await page.getByRole("button", { name: "Записать" }).click();
    await page.getByText("Сохранено").waitFor();
    await page.emulateMedia({ media: "print" });
    const headings = await page.getByRole("heading", { level: 2 }).allInnerTexts();
    for (const name of [
      "Режим группы",
      "Воспитатели и руководители кружков",
      "Список обучающихся",
      "Сведения о здоровье",
      "Учёт рабочего времени",
      "Учёт посещаемости",
    ]) {
      expect(headings.some((h) => h.includes(name))).toBe(true);
    }
    await page.getByText("12:30 обед").last().waitFor();
    await teacher.close();
  });

  test("LNG-06 a list of a group names family name, name, patronymic in this order, and no gap where there is none", async () => {
    const [, second = 0] = s.classA.pupils;
    await aGroup(site, s, { kind: "section", name: "Лыжи", subject: "Лыжная секция", pupils: [s.classA.pupils[0]!, second] });
    const deputy = await site.visitor(s.deputy, DESK);
    const page = await deputy.open("/groups");
    await page.getByRole("button", { name: "Открыть группу «Лыжи»" }).click();
    await page
      .getByRole("rowheader", { name: /Ученик/ })
      .first()
      .waitFor();
    expect(await page.getByRole("rowheader", { name: /Ученик/ }).allInnerTexts()).toEqual(["Ученик01 Иван", "Ученик02 Иван Петрович"]);
    await deputy.close();
  });
});
