import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { asSchool } from "../../src/foundation/database.ts";
import { plusDays } from "../../src/foundation/day.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { enrol, leaveGroups } from "../../src/people/server/door.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let school: MadeSchool;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 6 });
  t.at(school.now);
});
afterAll(() => t.close());

describe("a pupil moves from one class to the other in the middle of a term", () => {
  test("keeps the marks in the old class's page, is closed there from that day on, and is marked in the new one; the diary shows both", async () => {
    const child = school.classA.pupils[0]!;
    const { schoolId, today } = school;
    const lastDayInA = plusDays(today, -1);
    const mark = (page: MadeSchool["page"], cookie: string, day: typeof today, value: string) =>
      t.ask(setMarkRoute, cookie, {
        params: { pageId: page.pageId, lessonId: page.on(day).lessonId, pupilId: child },
        body: { mark: value, expectedVersion: 0 },
      });

    expect((await mark(school.page, school.teacher.cookie, lastDayInA, "4")).status).toBe(200);
    expect((await mark(school.otherPage, school.secondTeacher.cookie, today, "5")).status).toBe(422);

    await asSchool(t.owner, schoolId, async (tx) => {
      await leaveGroups(tx, schoolId, [{ groupId: school.classA.groupId, pupilId: child, lastDay: lastDayInA }]);
      await enrol(tx, schoolId, [{ groupId: school.classB.groupId, pupilId: child, from: today }]);
    });

    expect(await mark(school.page, school.teacher.cookie, today, "3")).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
    expect((await mark(school.otherPage, school.secondTeacher.cookie, today, "5")).status).toBe(200);

    const page = (await t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } })).body;
    expect(page.pupils.find((p) => p.pupilId === child)!.spans.map((s) => s.to)).toEqual([lastDayInA]);
    expect(page.marks.filter((m) => m.pupil === child).map((m) => m.mark)).toEqual(["4"]);

    const { body } = await t.ask(diaryWeekRoute, school.guardian.cookie, { params: { pupilId: child }, query: { day: today } });
    const marks = body.days.flatMap((d) => d.lessons.flatMap((l) => l.marks.map((m) => [d.day, m.mark])));
    expect(marks).toEqual([
      [lastDayInA, "4"],
      [today, "5"],
    ]);
    expect(body.pupil.className).toBe(school.classB.name);
    // one lesson of mathematics a day: never that of both classes
    for (const d of body.days) expect(d.lessons.filter((l) => l.subject === "Математика").length).toBeLessThanOrEqual(1);
  });
});
