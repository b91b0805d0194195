import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

type Who = "nobody" | "admin" | "director" | "teacher" | "deputy" | "homeroom" | "secretary" | "guardian" | "pupil";
const PAGES: readonly [who: Who, path: string][] = [
  ["nobody", "/"],
  ["teacher", "/"],
  ["teacher", "/journal"],
  ["teacher", "/journal/PAGE"],
  ["teacher", "/journal/PAGE/topics"],
  ["teacher", "/lessons-check"],
  ["deputy", "/lessons-check?view=homework"],
  ["teacher", "/plans"],
  ["teacher", "/plans/PAGE"],
  ["deputy", "/plans"],
  ["deputy", "/plans?view=curriculum"],
  ["deputy", "/plans?view=load"],
  ["deputy", "/plans?view=fulfilment"],
  ["homeroom", "/plans"],
  ["teacher", "/sessions"],
  ["teacher", "/no-such-page"],
  ["teacher", "/duties"],
  ["deputy", "/"],
  ["deputy", "/journal"],
  ["deputy", "/substitutions"],
  ["deputy", "/control"],
  ["deputy", "/school-duties"],
  ["deputy", "/school-duties?view=kinds"],
  ["secretary", "/school-duties"],
  ["deputy", "/reports"],
  ["deputy", "/reports?view=progress"],
  ["admin", "/reports?view=activity"],
  ["deputy", "/reports?view=access"],
  ["deputy", "/reports?view=departments"],
  ["deputy", "/remarks"],
  ["teacher", "/remarks"],
  ["deputy", "/inspections"],
  ["director", "/inspections?view=care"],
  ["deputy", "/inspections?view=departments"],
  ["homeroom", "/inspections"],
  ["deputy", "/inspections?view=bonuses"],
  ["director", "/inspections?view=bonuses"],
  ["deputy", "/control-works"],
  ["deputy", "/work-types"],
  ["teacher", "/control-works"],
  ["teacher", "/my-changes"],
  ["deputy", "/corrections"],
  ["deputy", "/accumulation"],
  ["nobody", "/open/control-works/SCHOOL"],
  ["teacher", "/regulation"],
  ["admin", "/regulation"],
  ["admin", "/readiness"],
  ["admin", "/timetable?by=class"],
  ["teacher", "/timetable"],
  ["deputy", "/groups"],
  ["admin", "/groups?view=kinds"],
  ["deputy", "/attendance"],
  ["deputy", "/attendance?view=alarms"],
  ["homeroom", "/my-class"],
  ["teacher", "/journal/PAGE/print"],
  ["admin", "/journal/print"],
  ["homeroom", "/journal"],
  ["secretary", "/"],
  ["guardian", "/"],
  ["pupil", "/"],
  ["teacher", "/journal/PAGE/results"],
  ["teacher", "/lesson/PAGE/LESSON"],
  ["homeroom", "/results"],
  ["deputy", "/results?view=closing"],
  ["homeroom", "/pupil/CHILD"],
];
const signed = (who: Who) => (who === "nobody" ? null : school[who]);

describe.each([
  ["1440 light", DESK, "light"],
  ["1440 dark", DESK, "dark"],
  ["360 light", PHONE, "light"],
  ["360 dark", PHONE, "dark"],
] as const)("at %s", (_, size, colorScheme) => {
  test.each(PAGES)("%s finds %s accessible, without sideways scroll, with one heading of the page", async (who, path) => {
    const visitor = await site.visitor(signed(who), size);
    await visitor.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const page = await visitor.open(
      path
        .replace("PAGE", String(school.page.pageId))
        .replace("LESSON", String(school.page.on(school.today).lessonId))
        .replace("CHILD", String(school.classA.pupils[0]))
        .replace("SCHOOL", String(school.schoolId)),
    );
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForLoadState("networkidle").catch(() => undefined);
    await expectAccessible(page);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    expect(await page.title()).toContain("Парта");
    await visitor.close();
  });
});

describe("by keyboard alone", () => {
  test("a person signs in, opens a page of the journal, puts a mark and signs out", async () => {
    const visitor = await site.visitor(null);
    const page = await visitor.open("/");
    const login = page.getByLabel("Логин");
    await login.waitFor();
    await login.focus();
    await page.keyboard.type(school.teacher.login);
    await page.keyboard.press("Tab");
    await page.keyboard.type(school.password);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").waitFor();
    const reach = async (target: ReturnType<typeof page.getByRole>) => {
      for (let i = 0; i < 60; i++) {
        if (await target.evaluate((e) => e === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error("not reached by Tab");
    };
    const link = page.getByRole("main").getByRole("link").first();
    await link.waitFor();
    await reach(link);
    await page.keyboard.press("Enter");
    const cell = page.getByRole("grid").locator('td[tabindex="0"]');
    await cell.waitFor();
    await reach(cell);
    await page.keyboard.press("4");
    await expect
      .poll(async () => (await site.owner.query("select count(*)::int as n from journal.mark where school_id = $1 and value = 4", [school.schoolId])).rows)
      .toEqual([{ n: 1 }]);
    const out = page.getByRole("button", { name: "Выйти" });
    await reach(out);
    await page.keyboard.press("Enter");
    await page.getByLabel("Логин").waitFor();
    await visitor.close();
  });
});

test("no page complained while the stories ran", () => {
  expect(site.faults).toEqual([]);
});
