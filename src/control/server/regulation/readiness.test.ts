import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { day, instantOf } from "../../../foundation/day.ts";
import { readinessRoute } from "../../contract/regulation/readiness.ts";

let t: TestApp;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());

const look = async (s: MadeSchool) => (await t.ask(readinessRoute, s.admin.cookie)).body;
const itemOf = async (s: MadeSchool, item: string) => (await look(s)).items.find((one) => one.item === item)!;
const onDay = (s: MadeSchool, date: string, time = "12:00") => t.at(instantOf(day(date), time, s.timezone));

describe("ORG-17 the checklist of the beginning of the year", () => {
  test("shows each item with its state, who answers and until when; what is lacking is red after the day, with the name of who answers", async () => {
    const s = await aSchool(t.owner);
    const before = await aSchool(t.owner, { today: day("2026-09-04"), name: "Школа в начале года" });
    onDay(before, "2026-09-05", "23:59");
    await t.owner.query("update access.session set idle_until = '2100-01-01'");
    await t.owner.query("delete from people.homeroom where school_id = any ($1)", [[before.schoolId, s.schoolId]]);
    expect(await itemOf(before, "homeroom_teachers")).toMatchObject({ state: "open", of: 2, lacking: 2, clause: "приложение 2, п. 2.8" });
    onDay(before, "2026-09-06", "00:00");
    expect(await itemOf(before, "homeroom_teachers")).toMatchObject({
      state: "overdue",
      by: ["journal_admin"],
      people: [expect.stringMatching(/ А\. И\.$/)],
      first: [
        { name: "6А", person: null },
        { name: "7Б", person: null },
      ],
      dueAt: new Date(instantOf(day("2026-09-06"), "00:00", before.timezone).getTime() - 1).toISOString(),
    });
    expect((await look(before)).items.filter(({ state }) => state === "done").map(({ item }) => item)).toEqual(
      expect.arrayContaining(["year_calendar", "periods", "bells", "classes", "group_splits", "subjects", "teaching_load", "timetable"]),
    );
  });

  test("is what the regulation of the school says: other items, other terms, other people", async () => {
    const centre = await aSchool(t.owner, { preset: "kemerovo-creative-centre", timezone: "Asia/Novokuznetsk", today: day("2026-09-09") });
    onDay(centre, "2026-09-09");
    await t.owner.query("update access.session set idle_until = '2100-01-01'");
    const parents = await itemOf(centre, "parent_accounts");
    // acceptance 001.4: on 9 September the page is red for a pupil without a parent's account, and names who answers
    expect(parents).toMatchObject({ state: "overdue", by: ["subject_teacher", "journal_admin"], clause: "п. 2.2" });
    expect(parents.people).toHaveLength(1);
    expect(parents.lacking).toBeGreaterThan(0);
    expect(parents.first[0]).toMatchObject({ name: expect.stringMatching(/^Ученик\d+ Иван, \d[А-Я]$/), person: expect.stringContaining("А. И.") });
    expect((await look(centre)).items.map(({ item }) => item)).toContain("pupil_data");
  });

  test("of a page without a lesson plan names its teacher, and is due by the norm of plans", async () => {
    const s = await aSchool(t.owner, { preset: "bishkek-61-2022", timezone: "Asia/Bishkek" });
    t.at(s.now);
    expect(await itemOf(s, "lesson_plans")).toMatchObject({ state: "overdue", of: 3, lacking: 3, clause: "п. 4.14.11", dueAt: "2026-09-01T17:59:59.999Z" });
    expect((await itemOf(s, "lesson_plans")).first.map(({ name }) => name)).toEqual(expect.arrayContaining(["6А, Математика"]));
  });

  test("of a school without a year says so, and is not for teachers", async () => {
    const s = await aSchool(t.owner);
    t.at(s.now);
    await t.owner.query("update timetable.school_year set starts_on = starts_on + 3650, ends_on = ends_on + 3650 where school_id = $1", [s.schoolId]);
    expect(await look(s)).toEqual({ year: null, items: [] });
    expect((await t.ask(readinessRoute, s.teacher.cookie)).status).toBe(403);
  });
});
