import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSite, DESK, expectAccessible, PHONE, until } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 30 });
  site.at(school.now);
});
afterAll(() => site.close());

const marksOfToday = async () =>
  (
    await site.owner.query<{ pupil: number; value: number | null; version: number }>(
      "select pupil_id as pupil, value, version from journal.mark where school_id = $1 and page_id = $2 and lesson_id = $3",
      [school.schoolId, school.page.pageId, school.page.on(school.today).lessonId],
    )
  ).rows;

const pupilsInOrder = async () =>
  (
    await site.owner.query<{ id: number; name: string }>(
      `select m.pupil_id as id, p.surname || ' ' || p.given_name as name from people.member m join people.person p on p.school_id = m.school_id and p.person_id = m.pupil_id
       where m.school_id = $1 and m.group_id = $2 and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)
       order by p.surname collate public.ru, p.given_name collate public.ru, p.patronymic collate public.ru, m.pupil_id`,
      [school.schoolId, school.classA.groupId, school.today],
    )
  ).rows;

describe("a teacher on a working day", () => {
  test("NTF-01 DIA-08 puts thirty marks in thirty keys; a cell changed in another tab offers both values; the parent's open diary shows them by itself", async () => {
    const order = await pupilsInOrder();
    const child = school.classA.pupils[0]!;
    const contested = order.findIndex((p) => p.id === child) === 4 ? order[5]! : order[4]!;

    const teacher = await site.visitor(school.teacher);
    const parent = await site.visitor(school.guardian, PHONE);
    const page = await teacher.open(`/journal/${school.page.pageId}`);
    const grid = page.getByRole("grid");
    await grid.waitFor();
    const diary = await parent.open(`/?child=${child}`);
    await diary.getByRole("heading", { level: 1 }).waitFor();
    await until(() => site.hub.listeners === 1);

    // meanwhile in another tab: one cell gets a 3
    const elsewhere = await site.ask(setMarkRoute, school.teacher.cookie, {
      params: { pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId, pupilId: contested.id },
      body: { mark: "3", expectedVersion: 0 },
    });
    expect(elsewhere.status).toBe(200);

    // the focus stands on the first pupil of today's column: thirty keys, no mouse
    await grid.locator('td[tabindex="0"]').focus();
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    const keys = order.slice(0, 30).map((_, i) => ["5", "4", "5", "2"][i % 4]!);
    for (const key of keys) await page.keyboard.press(key);

    await until(async () => (await marksOfToday()).length === 30);
    const stored = new Map((await marksOfToday()).map((m) => [m.pupil, m.value]));
    for (const [i, pupil] of order.slice(0, 30).entries()) expect(stored.get(pupil.id)).toBe(pupil.id === contested.id ? 3 : Number(keys[i]));

    // the contested cell keeps both values and offers them
    const typed = keys[order.indexOf(contested)]!;
    const cell = grid.getByText(`${typed}≠3`);
    await cell.waitFor();
    await expectAccessible(page);
    await cell.click();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `Оставить ${typed}` }).waitFor();
    await page.getByRole("button", { name: "Оставить 3" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: `Оставить ${typed}` }).press("Enter");
    await until(async () => (await marksOfToday()).find((m) => m.pupil === contested.id)!.value === Number(typed));

    // the phone of the parent was not touched
    const mark = keys[order.findIndex((p) => p.id === child)]!;
    await until(async () => (await diary.locator(".les .mark").allTextContents()).some((text) => text.endsWith(mark)));
    await expectAccessible(diary);
    await teacher.close();
    await parent.close();
  });

  test("undoes and redoes by keyboard, and the history of the cell tells all of it", async () => {
    const teacher = await site.visitor(school.teacher);
    const page = await teacher.open(`/journal/${school.page.pageId}`);
    const grid = page.getByRole("grid");
    await grid.locator('td[tabindex="0"]').focus();
    const first = (await pupilsInOrder())[0]!;
    for (let i = 0; i < 4; i++) await page.keyboard.press("PageUp");
    const valueOf = async () => (await marksOfToday()).find((m) => m.pupil === first.id)?.value ?? null;
    const before = await valueOf();
    await page.keyboard.press("3");
    await until(async () => (await valueOf()) === 3);
    await page.keyboard.press("Control+z");
    await until(async () => (await valueOf()) === before);
    await page.keyboard.press("Control+y");
    await until(async () => (await valueOf()) === 3);
    await page.keyboard.press("F2");
    const window = page.getByRole("dialog");
    await window.getByText("История").waitFor();
    await until(async () => (await window.locator("ol li").count()) >= 3);
    await page.keyboard.press("Escape");
    await until(() => page.evaluate(() => document.activeElement?.matches("[role=grid] td") ?? false));
    await teacher.close();
  });

  test("without network keeps typing; what was typed goes by itself when the network returns", async () => {
    const teacher = await site.visitor(school.teacher);
    const page = await teacher.open(`/journal/${school.page.pageId}`);
    await page.getByRole("grid").locator('td[tabindex="0"]').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("PageUp");
    const order = await pupilsInOrder();
    await teacher.context.setOffline(true);
    for (const key of ["2", "2", "2"]) await page.keyboard.press(key);
    await page.getByText("Нет связи", { exact: false }).first().waitFor();
    expect((await marksOfToday()).filter((m) => order.slice(0, 3).some((p) => p.id === m.pupil) && m.value === 2).length).toBeLessThan(3);
    await teacher.context.setOffline(false);
    await until(async () => {
      const stored = new Map((await marksOfToday()).map((m) => [m.pupil, m.value]));
      return order.slice(0, 3).every((p) => stored.get(p.id) === 2);
    }, 40_000);
    await teacher.close();
  });

  test("on a computer whose clock is years wrong sees the school's day, and the mark stands under it", async () => {
    const teacher = await site.visitor(school.teacher);
    await teacher.page.clock.setFixedTime(new Date("2031-03-03T03:03:00Z"));
    const page = await teacher.open(`/journal/${school.page.pageId}`);
    await page.getByRole("grid").locator('td[tabindex="0"]').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("PageUp");
    await page.keyboard.press("5");
    const first = (await pupilsInOrder())[0]!;
    await until(async () => (await marksOfToday()).find((m) => m.pupil === first.id)?.value === 5);
    await teacher.close();
  });

  test("writes topic and homework beside the grid, and the diary shows them", async () => {
    const teacher = await site.visitor(school.teacher);
    const page = await teacher.open(`/journal/${school.page.pageId}`);
    await page.getByRole("grid").locator('td[tabindex="0"]').focus();
    await page.keyboard.press("Alt+KeyN");
    const drawer = page.getByRole("complementary", { name: "Темы и задания" });
    await drawer.waitFor();
    await expectAccessible(page);
    const { lessonId } = school.page.on(school.today);
    await drawer.getByRole("button", { name: "Без задания" }).first().click();
    await until(
      async () =>
        (
          await site.owner.query("select 1 from journal.lesson_note where school_id = $1 and lesson_id = $2 and homework = 'Без задания'", [
            school.schoolId,
            lessonId,
          ])
        ).rowCount === 1,
    );
    await teacher.close();
  });
});

describe("who may not write", () => {
  test("IAM-14 a pupil has no journal on screen, and every write by hand is refused", async () => {
    const pupil = await site.visitor(school.pupil, PHONE);
    const page = await pupil.open(`/journal/${school.page.pageId}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.getByRole("grid").count()).toBe(0);
    const { lessonId } = school.page.on(school.today);
    const { pageId } = school.page;
    const child = school.classA.pupils[0]!;
    for (const [url, data] of [
      [`/api/journal/pages/${pageId}/lessons/${lessonId}/pupils/${child}/mark`, { mark: "5", expectedVersion: 0 }],
      [`/api/journal/pages/${pageId}/lessons/${lessonId}`, { topic: "x", expectedVersion: 0 }],
      [`/api/journal/pages/${pageId}/terms/1/pupils/${child}/mark`, { mark: "5", expectedVersion: 0 }],
      [`/api/attendance/pages/${pageId}/lessons/${lessonId}`, { entries: [{ pupilId: child, kind: "absent", expectedVersion: 0 }] }],
    ] as const) {
      expect((await pupil.context.request.put(site.base + url, { data })).status()).toBe(403);
    }
    await pupil.close();
  });

  test("IAM-12 a parent cannot reach another child by changing the address", async () => {
    const parent = await site.visitor(school.guardian, PHONE);
    const foreign = school.classA.pupils[1]!;
    expect((await parent.context.request.get(`${site.base}/api/diary/pupils/${foreign}/week`)).status()).toBe(403);
    const page = await parent.open(`/?child=${foreign}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const name = (await pupilsInOrder()).find((p) => p.id === foreign)!.name.split(" ")[0]!;
    expect(await page.locator("body").textContent()).not.toContain(name);
    await parent.close();
  });

  test("the deputy reads the page and cannot type", async () => {
    const deputy = await site.visitor(school.deputy, DESK);
    const page = await deputy.open(`/journal/${school.page.pageId}`);
    await page.getByRole("grid").locator('td[tabindex="0"]').focus();
    const before = await marksOfToday();
    await page.keyboard.press("5");
    await page.getByText("посмотреть", { exact: false }).first().waitFor();
    expect(await marksOfToday()).toEqual(before);
    await deputy.close();
  });
});

test("no page complained while the stories ran", () => {
  expect(site.faults).toEqual([]);
});
