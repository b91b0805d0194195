import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSite, DESK, expectAccessible, PHONE, until } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadePage, MadeSchool, Signed } from "../builders/school.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { plusDays } from "../../src/foundation/day.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 12 });
  site.at(school.now);
});
afterAll(() => site.close());

const absent = async (pupils: number[], page: MadePage, by: Signed, day = school.today) => {
  const answer = await site.ask(setAttendanceRoute, by.cookie, {
    params: { pageId: page.pageId, lessonId: page.on(day).lessonId },
    body: { entries: pupils.map((pupilId) => ({ pupilId, kind: "absent" as const, expectedVersion: 0 })) },
  });
  expect(answer.status).toBe(200);
};
const rows = async (pupilId: number) =>
  (
    await site.owner.query<{ kind: number; reason: number | null }>(
      "select kind, reason from attendance.absence where school_id = $1 and pupil_id = $2 order by lesson_day, lesson_id",
      [school.schoolId, pupilId],
    )
  ).rows;

describe("a homeroom teacher's morning", () => {
  test("ATT-07 finds the absences without a reason first, explains a day by one letter and enters an illness once; the parent sees day, lesson and reason", async () => {
    const [first, second, third] = school.classA.pupils as [number, number, number];
    await absent([first, second], school.page, school.teacher);
    await absent([first], school.subgroupPage, school.secondTeacher);

    const homeroom = await site.visitor(school.homeroom, DESK);
    const page = await homeroom.open("/");
    await page.getByRole("link", { name: "Мой класс" }).click();
    await page.getByRole("heading", { level: 1, name: "Мой класс, 6А" }).waitFor();
    const panel = page.getByRole("region", { name: "Без причины" });
    expect(await panel.locator(".count").innerText()).toBe("3");
    await expectAccessible(page);

    // a day of two lessons, one key
    const cell = page.getByRole("row", { name: "Ученик01 Иван" }).getByRole("gridcell", { name: "н пропуск без причины, весь день" });
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Ученик01 Иван, 16 сентября" }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("KeyP"); // the key of the reason «by the parents' word», whatever the layout
    await page.getByText("Ученик01 Иван, 16 сентября: По заявлению родителей").waitFor();
    expect(await rows(first)).toEqual([
      { kind: 1, reason: 2 },
      { kind: 1, reason: 2 },
    ]);
    await until(async () => (await panel.locator(".count").innerText()) === "1");

    // one lesson by the list
    await panel.getByLabel("Причина, Ученик02 Иван, 16 сентября").selectOption({ label: "Болезнь" });
    await page.getByText("Ученик02 Иван, 16 сентября: Болезнь").waitFor();
    expect(await rows(second)).toEqual([{ kind: 2, reason: 1 }]);
    await panel.getByText("Пропусков без причины в этой четверти нет.").waitFor();

    // ill from today to Friday
    await page.getByRole("button", { name: "Болеет с … по …" }).click();
    const dialog = page.getByRole("dialog", { name: "Пропуск на несколько дней" });
    await dialog.getByRole("button", { name: "Записать пропуск" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("Ученик").selectOption(String(third));
    await dialog.getByLabel("По какой день").fill(plusDays(school.today, 2));
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Записать пропуск" }).click();
    await page.getByText("Ученик03 Иван: пропуск с 16 сентября по 18 сентября записан, 4 урока.").waitFor();
    expect(await rows(third)).toEqual(Array.from({ length: 4 }, () => ({ kind: 2, reason: 1 })));
    await homeroom.close();

    const parent = await site.visitor(school.guardian, PHONE);
    const diary = await parent.open(`/?child=${first}`);
    await diary.getByText("По заявлению родителей", { exact: true }).last().waitFor();
    await parent.close();
  });

  test("on a phone nothing scrolls sideways but the table, and a reason is two touches", async () => {
    const pupil = school.classA.pupils[4]!;
    await absent([pupil], school.page, school.teacher);
    const homeroom = await site.visitor(school.homeroom, PHONE);
    const page = await homeroom.open("/my-class");
    const pick = page.getByLabel("Причина, Ученик05 Иван, 16 сентября");
    await pick.waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).toBe(true);
    await expectAccessible(page);
    await pick.selectOption({ label: "Соревнования, олимпиада" });
    await page.getByText("Ученик05 Иван, 16 сентября: Соревнования, олимпиада").waitFor();
    expect(await rows(pupil)).toEqual([{ kind: 1, reason: 3 }]);
    await homeroom.close();
  });

  test("ATT-05 the deputy adds a competition to the reasons, excused, and it stands in the list at once", async () => {
    const deputy = await site.visitor(school.deputy, DESK);
    const page = await deputy.open("/my-class");
    const panel = page.getByRole("region", { name: "Причины пропусков" });
    await panel.getByRole("button", { name: "Добавить" }).click();
    const dialog = page.getByRole("dialog", { name: "Новая причина" });
    await dialog.getByLabel("Название").fill("Конкурс");
    await dialog.getByLabel("Знак в клетке").fill("с");
    await dialog.getByRole("button", { name: "Добавить причину" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("Знак в клетке").fill("к");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Добавить причину" }).click();
    await page.getByText("Причина «Конкурс» добавлена, уважительная.").waitFor();
    await panel.getByText("Конкурс").waitFor();
    await deputy.close();
  });

  test("the secretary enters an illness and corrects nothing else", async () => {
    const secretary = await site.visitor(school.secretary, DESK);
    const page = await secretary.open("/");
    await page.getByRole("heading", { level: 1, name: "Пропуски" }).waitFor();
    await page.getByRole("button", { name: "Болеет с … по …" }).waitFor();
    expect(await page.getByLabel(/^Причина, /).count()).toBe(0);
    await secretary.close();
    expect(site.faults).toEqual([]);
  });
});
