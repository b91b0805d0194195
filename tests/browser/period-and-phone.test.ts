import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTermRoute } from "../../src/planning/contract/terms/close-term.ts";
import { aSite, DESK, expectAccessible, PHONE } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { pupils: 12 });
  site.at(school.now);
});
afterAll(() => site.close());

const rows = async (sql: string) => (await site.owner.query<Record<string, unknown>>(sql, [school.schoolId])).rows;

describe("a lesson on a phone", () => {
  test("opens from the day, takes who is away and who answered by taps of 44 px and more, and leads to the grid", async () => {
    const visitor = await site.visitor(school.teacher, PHONE);
    const page = await visitor.open("/");
    await page.getByRole("link", { name: "6А" }).first().tap();
    await page.getByRole("heading", { level: 1, name: "6А · Математика" }).waitFor();
    await expectAccessible(page);
    const sizes = await page.locator(".lesson-now button, .lesson-now a").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);

    await page.getByRole("button", { name: /Ученик02/ }).tap();
    await page.getByRole("button", { name: /Ученик03/ }).tap();
    await page.getByRole("button", { name: /Ученик03/ }).tap();
    await page.getByRole("button", { name: "Готово: нет 1, остальные 12 на уроке" }).tap();
    await page.getByRole("button", { name: /Ученик05/ }).tap();
    await page.getByRole("button", { name: "Поставить 5" }).tap();
    await expectAccessible(page);
    await expect.poll(() => rows("select value from journal.mark where school_id = $1 and value is not null")).toEqual([{ value: 5 }]);
    await expect.poll(() => rows("select kind from attendance.absence where school_id = $1 and kind > 0 order by kind")).toEqual([{ kind: 1 }, { kind: 3 }]);

    await page.getByRole("button", { name: "Отменить" }).tap();
    await expect.poll(() => rows("select value from journal.mark where school_id = $1 and value is not null")).toEqual([]);
    await page.getByRole("link", { name: "Журнал" }).tap();
    await page.getByRole("grid").waitFor();
    await visitor.close();
  });

  test("without network keeps what is tapped and sends it once when the network is back", async () => {
    const visitor = await site.visitor(school.teacher, PHONE);
    const lesson = school.page.on(school.today);
    const page = await visitor.open(`/lesson/${school.page.pageId}/${lesson.lessonId}`);
    await page.getByRole("button", { name: /Ученик07/ }).waitFor();
    await visitor.context.setOffline(true);
    await page.getByRole("button", { name: /Ученик07/ }).tap();
    await page.getByText("Не отправлено: 1").first().waitFor();
    await visitor.context.setOffline(false);
    await expect
      .poll(() => rows("select count(*)::int as n from attendance.absence where school_id = $1 and kind = 1"), { timeout: 15_000 })
      .toEqual([{ n: 2 }]);
    await visitor.close();
  });
});

describe("the results of a term", () => {
  test("PER-03 PER-10 the quarter's column stands right after the last lesson, offers a grey mark, and the teacher puts another", async () => {
    const visitor = await site.visitor(school.teacher, DESK);
    const page = await visitor.open(`/journal/${school.page.pageId}/results`);
    await page.getByRole("heading", { level: 1, name: "Итоги. 6А · Математика" }).waitFor();
    await expectAccessible(page);
    const grid = page.getByRole("grid");
    await grid.locator('td[tabindex="0"]').focus();
    await page.keyboard.press("5");
    await page.getByText("текущих отметок 0, а нужно не меньше", { exact: false }).waitFor();
    await expect.poll(() => rows("select term, value, signs from journal.term_mark where school_id = $1")).toEqual([{ term: 1, value: 5, signs: 2 }]);

    const year = await visitor.open(`/journal/${school.page.pageId}?term=1`);
    await year.getByRole("grid").waitFor();
    const heads = await year
      .locator("thead tr:first-child th[data-k], thead tr:nth-child(2) th[data-k]")
      .evaluateAll((all) => all.map((one) => ({ k: Number((one as HTMLElement).dataset["k"]), term: one.classList.contains("q") })).sort((a, b) => a.k - b.k));
    expect(heads.at(-1)?.term).toBe(true);
    expect(heads.slice(0, -1).some(({ term }) => term)).toBe(false);
    await visitor.close();
  });

  test("PER-05 a mark entered while the deputy closes the term is not lost: it waits and goes when the page is opened again", async () => {
    const visitor = await site.visitor(school.teacher, DESK);
    const page = await visitor.open(`/journal/${school.page.pageId}`);
    const cell = page.getByRole("grid").locator('td[tabindex="0"]');
    await cell.waitFor();
    const closed = await site.ask(closeTermRoute, school.deputy.cookie, { params: { year: school.year, term: 1 }, body: { pageId: school.page.pageId } });
    expect(closed.body.closed).toBe(1);
    await cell.focus();
    await page.keyboard.press("4");
    await page.getByText("уйдёт сама, когда период откроют", { exact: false }).waitFor();
    await page.getByText("Не отправлено: 1").first().waitFor();
    expect(await rows("select value from journal.mark where school_id = $1 and value is not null")).toEqual([]);

    const deputy = await site.visitor(school.deputy, DESK);
    const list = await deputy.open("/results?view=closing");
    await list.getByRole("button", { name: "Открыть: 6А, Математика" }).click();
    await expectAccessible(list);
    await list.getByRole("button", { name: "Открыть период" }).click();
    await list.getByText("Укажите причину", { exact: false }).waitFor();
    await list.getByLabel("Причина").fill("Пропущена отметка за диктант");
    await list.getByRole("button", { name: "Открыть период" }).click();
    await list.getByText("открыт по 16 сентября").waitFor();
    await deputy.close();
    await expect.poll(() => rows("select value from journal.mark where school_id = $1 and value is not null"), { timeout: 45_000 }).toEqual([{ value: 4 }]);
    await visitor.close();
  }, 90_000);

  test("PER-09 the director attaches the regulation, and the page of results links to it", async () => {
    const director = await site.visitor(school.director, DESK);
    const page = await director.open("/results");
    await page.getByRole("button", { name: "Приложить положение" }).click();
    await page.getByLabel("Название").fill("Положение о системе оценивания");
    await page.getByLabel("Где его прочитать").fill("https://school.example/ocenki.pdf");
    await page.getByRole("button", { name: "Приложить", exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await director.close();
    const teacher = await site.visitor(school.teacher, DESK);
    const results = await teacher.open(`/journal/${school.page.pageId}/results`);
    const link = results.getByRole("link", { name: "Положение о системе оценивания" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("https://school.example/ocenki.pdf");
    await teacher.close();
  });
});

test("no page complained while the stories ran", () => {
  expect(site.faults).toEqual([]);
});
