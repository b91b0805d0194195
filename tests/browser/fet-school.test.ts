import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAccounts, hashPassword } from "../../src/access/server/door.ts";
import { makeSchoolFrom } from "../../src/entrance/seed/create-school.ts";
import { asNobody, asSchool } from "../../src/foundation/database.ts";
import { importFet } from "../../src/planning/server/import-fet.ts";
import { addPupils, enrol } from "../../src/people/server/door.ts";
import { readFet } from "../../src/timetable/rules/fet/read-fet.ts";
import { day } from "../../src/foundation/day.ts";
import { aSite, until } from "../builders/browser.ts";
import type { Site } from "../builders/browser.ts";

const NOW = new Date("2026-11-18T11:00:00Z");
const LOM = resolve("../shared/data/fet/bulgaria-lom-2007-solved-by-fet-6.8.5.fet");
const FILES: [name: string, path: string][] = [["the sample school", resolve("docs/samples/sample-school.fet")]];
if (existsSync(LOM)) FILES.push(["a real solved high school", LOM]);

let site: Site;
beforeAll(async () => {
  site = await aSite(NOW);
});
afterAll(() => site.close());

describe.each(FILES)("the timetable of %s comes in from its FET file", (_, path) => {
  test("and the next minute a teacher of that school fills a lesson in the browser", async () => {
    const read = readFet(readFileSync(path));
    if (!read.ok) throw new Error(read.refusal.code);
    const schoolId = await asNobody(site.pool, (tx) => makeSchoolFrom(tx, { preset: "stakhanovo-2021", name: "Школа из файла" }, NOW));
    await asSchool(site.pool, schoolId, (tx) => importFet(tx, { schoolId, file: read.value, year: 2026, now: NOW }));

    // the busiest teacher of that Wednesday, and the page of the first lesson of the day
    const { rows } = await site.owner.query<{ teacher: number; page: number; group: number; lesson: number }>(
      `select l.teacher_id as teacher, l.page_id as page, p.group_id as "group", l.lesson_id as lesson from timetable.lesson l join timetable.page p using (school_id, page_id)
       join people.school_class c on c.school_id = l.school_id and c.group_id = p.group_id
       where l.school_id = $1 and l.day = '2026-11-18' order by count(*) over (partition by l.teacher_id) desc, l.teacher_id, l.slot limit 1`,
      [schoolId],
    );
    const lesson = rows[0]!;
    const account = await asSchool(site.pool, schoolId, async (tx) => {
      const people = Array.from({ length: 25 }, (__, i) => ({
        surname: `Ученик${String.fromCharCode(1040 + i)}`,
        givenName: "Илья",
        admittedOn: day("2026-09-01"),
      }));
      const pupils = await addPupils(tx, schoolId, people);
      await enrol(
        tx,
        schoolId,
        pupils.map((p) => ({ groupId: lesson.group, pupilId: p.personId, from: day("2026-09-01") })),
      );
      const login = `teacher${schoolId}`;
      await addAccounts(tx, schoolId, [{ login, personId: lesson.teacher, passwordHash: await hashPassword("первый урок") }]);
      return login;
    });

    const visitor = await site.visitor(null);
    const page = await visitor.open("/");
    await page.getByLabel("Логин").fill(account);
    await page.getByLabel("Пароль").fill("первый урок");
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").waitFor();
    await visitor.open(`/journal/${lesson.page}`);
    const cell = page.getByRole("grid").locator('td[tabindex="0"]');
    await cell.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("PageUp");
    for (const key of ["5", "4", "KeyY", "3"]) await page.keyboard.press(key);
    await until(async () => {
      const stored = await site.owner.query<{ marks: number; absences: number }>(
        `select (select count(*)::int from journal.mark where school_id = $1 and page_id = $2 and lesson_id = any($3) and value is not null) as marks,
           (select count(*)::int from attendance.absence where school_id = $1 and page_id = $2 and lesson_id = any($3) and kind = 1) as absences`,
        [schoolId, lesson.page, (await lessonsOfDay(schoolId, lesson.page)).map((l) => l.id)],
      );
      return stored.rows[0]!.marks === 3 && stored.rows[0]!.absences === 1;
    });
    await page.keyboard.press("Alt+KeyN");
    const drawer = page.getByRole("complementary", { name: "Темы и задания" });
    await drawer.getByRole("button", { name: "Без задания" }).first().click();
    await until(
      async () => (await site.owner.query("select 1 from journal.lesson_note where school_id = $1 and homework = 'Без задания'", [schoolId])).rowCount === 1,
    );
    await visitor.close();
  });
});

const lessonsOfDay = async (schoolId: number, page: number) =>
  (
    await site.owner.query<{ id: number }>("select lesson_id as id from timetable.lesson where school_id = $1 and page_id = $2 and day = '2026-11-18'", [
      schoolId,
      page,
    ])
  ).rows;

test("no page complained while the stories ran", () => {
  expect(site.faults).toEqual([]);
});
