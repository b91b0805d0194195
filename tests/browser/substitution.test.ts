import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grantRoles } from "../../src/access/server/door.ts";
import { asSchool } from "../../src/foundation/database.ts";
import { plusDays } from "../../src/foundation/day.ts";
import { aSite, DESK, expectAccessible, PHONE } from "../builders/browser.ts";
import type { Site, Visitor } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 6 });
  site.at(school.now);
  const from = plusDays(school.today, -10);
  await asSchool(site.owner, school.schoolId, (tx) => grantRoles(tx, school.schoolId, [{ personId: school.homeroom.personId, role: "subject_teacher", from }]));
});
afterAll(() => site.close());

const LESSON = "Математика, 2\u2011й урок";

describe("the deputy's morning", () => {
  let deputy: Visitor;
  beforeAll(async () => {
    deputy = await site.visitor(school.deputy);
  });
  afterAll(() => deputy.close());

  test("TT-07 TT-13 by keyboard alone: who is absent, why, who substitutes; the open diary shows it by itself; the day keeps author and time", async () => {
    const pupil = await site.visitor(school.pupil, PHONE);
    const diary = await pupil.open("/");
    await diary.getByText("Математика").filter({ visible: true }).first().waitFor();
    expect(await diary.getByText("Щеглова").count()).toBe(0);

    const page = await deputy.open("/");
    await page.getByRole("link", { name: "Замены" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Все уроки идут по расписанию.").waitFor();
    await page.getByLabel("Кого нет").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const assign = page.getByRole("button", { name: `Назначить замену: ${school.classA.name}, ${LESSON}` });
    await assign.waitFor();
    expect(await page.getByLabel("Кто проведёт").locator("option").allTextContents()).toEqual(["Щеглова А. И. · уроков нет"]);

    await assign.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Укажите причину: без неё").waitFor();
    expect(await page.getByRole("combobox", { name: "Причина" }).evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.type("болезнь учителя");
    await assign.focus();
    await page.keyboard.press("Enter");
    await page.locator(".badge", { hasText: "Замена: Щеглова" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("LI");

    const edits = page.getByRole("region", { name: "Изменения сегодня" }).getByRole("listitem");
    await expect.poll(() => edits.count()).toBe(1);
    expect((await edits.first().textContent())!.replace(/\u00a0/g, " ")).toContain("13:00");
    expect((await edits.first().textContent())!.replace(/\u00a0/g, " ")).toContain(
      "замена: ведёт Щеглова А. И., по расписанию Лунёва А. И. (болезнь учителя)Тетерина А. И.",
    );
    await diary.getByText("Щеглова").filter({ visible: true }).first().waitFor();
    await expectAccessible(page);
    await pupil.close();
  });

  test("what was done is taken back at once, and a lesson that nobody can give is cancelled", async () => {
    const { page } = deputy;
    await page.getByRole("button", { name: "Вернуть по расписанию" }).click();
    const cancel = page.getByRole("button", { name: `Отменить урок: ${school.classA.name}, ${LESSON}` });
    await cancel.click();
    await page.getByText("Отменён", { exact: true }).waitFor();
    const { rows } = await site.owner.query("select kind from timetable.lesson_change where school_id = $1 order by change_no", [school.schoolId]);
    expect(rows.map((r: { kind: string }) => r.kind)).toEqual(["substituted", "restored", "cancelled"]);
    const teacher = await site.visitor(school.teacher);
    const day = await teacher.open("/");
    await day.getByText("отменён").first().waitFor();
    await teacher.close();
  });

  test("TT-11 TT-12 the register of the month counts the lost hours and is printed with class, subject, both teachers and a column to sign", async () => {
    const { page } = deputy;
    await page.getByRole("button", { name: "Журнал замен" }).click();
    const table = page.getByRole("table");
    await table.waitFor();
    expect(await table.getByRole("columnheader").allTextContents()).toEqual([
      "Дата",
      "Класс",
      "Предмет",
      "Урок",
      "Кого нет",
      "Кто провёл",
      "Причина",
      "Записал",
      "Подпись",
    ]);
    const row = ((await table.getByRole("row").nth(1).textContent()) ?? "").replace(/\u00a0/g, " ");
    expect(row).toContain(`16 сентября${school.classA.name}Математика2Лунёва А. И.урок отменёнболезнь учителя`);
    await page.getByText("Замен: 0. Отменённых уроков: 1, это потерянные часы.").waitFor();
    await expectAccessible(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Напечатать" }).isVisible()).toBe(false);
    expect(await page.getByText("Журнал замены уроков").isVisible()).toBe(true);
    expect(await table.getByRole("columnheader", { name: "Подпись" }).isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
  });
});

describe("the screen of substitutions", () => {
  test.each([
    ["1440", DESK],
    ["360", PHONE],
  ] as const)("at %s is accessible and does not scroll sideways, with a teacher chosen and in the register", async (_, size) => {
    const visitor = await site.visitor(school.deputy, size);
    const page = await visitor.open(`/substitutions?day=${plusDays(school.today, 1)}`);
    await page.getByLabel("Кого нет").selectOption({ label: "Брагина А. И., 1 урок" });
    await page.getByRole("button", { name: /^Назначить/ }).waitFor();
    await page.getByText("Кабинет, обмен, перенос").click();
    await page.getByLabel("Кабинет", { exact: true }).selectOption({ label: "214" });
    await page.getByRole("button", { name: "Дать кабинет" }).click();
    await page.getByRole("alert").getByText(`Кабинет в это время занят: ${school.classA.name}, 3\u2011й урок (10:30–11:15).`).waitFor();
    await expectAccessible(page);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await page.goto(`${site.base}/substitutions?month=2026-09`);
    await page.getByRole("table").waitFor();
    await expectAccessible(page);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await visitor.close();
  });

  test("gives the director the same day without a hand in it, and the secretary no such section", async () => {
    const director = await site.visitor(school.director);
    const page = await director.open("/substitutions");
    await page.getByRole("heading", { name: "Изменения в этот день" }).waitFor();
    expect(await page.getByLabel("Кого нет").count()).toBe(0);
    await director.close();
    const secretary = await site.visitor(school.secretary);
    const none = await secretary.open("/substitutions");
    await none.getByRole("heading", { name: "Такой страницы нет" }).waitFor();
    await secretary.close();
  });

  test("no page complained while the stories ran", () => {
    expect(site.faults).toEqual([]);
  });
});
