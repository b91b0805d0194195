import { afterAll, beforeAll, expect, test } from "vitest";
import { aSite, DESK, expectAccessible } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let site: Site;
let school: MadeSchool;

beforeAll(async () => {
  site = await aSite(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(site.owner, { preset: "simferopol-21-2020" });
  site.at(school.now);
});
afterAll(() => site.close());

const noteOf = async (lessonId: number) =>
  (
    await site.owner.query(
      `select n.topic, d.lesson_kind as kind from journal.lesson_note n left join journal.lesson_detail d using (school_id, page_id, lesson_id)
       where n.school_id = $1 and n.page_id = $2 and n.lesson_id = $3`,
      [school.schoolId, school.page.pageId, lessonId],
    )
  ).rows[0];

test("where the school wants the kind of every lesson, it is asked for before the topic, and nothing typed is lost", async () => {
  const { lessonId } = school.page.on(school.today);
  const visitor = await site.visitor(school.teacher, DESK);
  const page = await visitor.open(`/journal/${school.page.pageId}/topics`);
  const row = page.locator(`tr[data-lesson="${lessonId}"]`);
  const topic = row.getByLabel(/^Тема/);
  await topic.waitFor();
  expect(await topic.isDisabled()).toBe(true);
  const kind = row.getByLabel(/^Вид занятия/);
  expect(await kind.locator("option:checked").innerText()).toBe("Сначала вид занятия");
  await expectAccessible(page);
  await kind.selectOption({ label: "Комбинированный урок" });
  await expect.poll(() => topic.isEnabled()).toBe(true);
  await topic.focus();
  await page.keyboard.type("Сложение дробей");
  await page.keyboard.press("Tab");
  await expect.poll(() => noteOf(lessonId)).toEqual({ topic: "Сложение дробей", kind: 3 });
  await page.reload();
  expect(await topic.inputValue()).toBe("Сложение дробей");
  await visitor.close();
});
