import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { journalPageRoute, myPagesRoute } from "../../src/journal/contract/journal-page.ts";
import { lessonRecordsRoute } from "../../src/journal/contract/lesson-records.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { addLoadRoute, loadRoute } from "../../src/planning/contract/load/load.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aGroup } from "../builders/group.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool, Signed } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

describe("the journal of a class", () => {
  test("JRN-01 has a page for every subject of its load, the deputy and the homeroom teacher open each of them", async () => {
    for (const [subject, weeklyHours] of [["География", 2] as const, ["История", 1.5] as const, ["Музыка", 1] as const])
      await t.ask(addLoadRoute, s.admin.cookie, { body: { groupId: s.classA.groupId, subject, teacherId: s.secondTeacher.personId, weeklyHours } });
    const { lines } = (await t.ask(loadRoute, s.deputy.cookie)).body;
    const ofClass = lines.filter((l) => l.groupName === "6А" || l.groupName === "6А англ. 1");
    expect(ofClass.map((l) => l.subject).sort()).toEqual(["Английский язык", "География", "История", "Математика", "Музыка"]);
    for (const who of [s.deputy, s.homeroom]) {
      const { pages } = (await t.ask(myPagesRoute, who.cookie)).body;
      for (const { pageId, subject, groupName } of ofClass) {
        expect(pages).toContainEqual(expect.objectContaining({ pageId, subject, groupName }));
        const opened = await t.ask(journalPageRoute, who.cookie, { params: { pageId } });
        expect(opened).toMatchObject({ status: 200, body: { page: { pageId, subject, groupName } } });
        expect(opened.body.pupils.length).toBeGreaterThan(0);
      }
    }
  });
});

describe("the pages of subgroups", () => {
  test("JRN-10 two teachers of subgroups save different topics for one bell, each on a page of their own, and every half reads its own", async () => {
    const second = await aGroup(t, s, {
      kind: "subgroup",
      halfOf: s.classA.classId,
      name: "6А англ. 2",
      subject: "Английский язык",
      pupils: s.classA.pupils.filter((pupilId) => !s.subgroup.pupils.includes(pupilId)),
      slot: 4,
    });
    const halves = [
      { page: s.subgroupPage, who: s.secondTeacher, topic: "Present Perfect", homework: "упр. 4" },
      { page: second, who: s.teacher, topic: "Past Simple", homework: "упр. 9" },
    ];
    const lessonOf = (page: (typeof halves)[number]["page"]) => ({ pageId: page.pageId, lessonId: page.on(s.today).lessonId });
    expect(halves.map(({ page }) => page.on(s.today).slot)).toEqual([4, 4]);
    const save = (page: (typeof halves)[number]["page"], who: Signed, body: { topic: string; homework: string }) =>
      t.ask(setLessonRoute, who.cookie, { params: lessonOf(page), body: { ...body, expectedVersion: 0 } });
    const saved = await Promise.all(halves.map(({ page, who, topic, homework }) => save(page, who, { topic, homework })));
    expect(saved.map((a) => a.status)).toEqual([200, 200]);
    for (const [i, { page, who, topic }] of halves.entries()) {
      const { lessons } = (await t.ask(journalPageRoute, who.cookie, { params: { pageId: page.pageId } })).body;
      expect(lessons.find((l) => l.lessonId === lessonOf(page).lessonId)).toMatchObject({ topic });
      const { records } = (await t.ask(lessonRecordsRoute, s.deputy.cookie, { params: { pageId: page.pageId } })).body;
      expect(records.find((r) => r.lesson === lessonOf(page).lessonId)!.by).toContain(i === 0 ? "Брагина" : "Лунёва");
      // the other half's page is not theirs to write
      expect((await save(page, halves[1 - i]!.who, { topic: "чужая", homework: "" })).status).toBe(403);
    }
    const read = async (who: Signed, pupilId: number) =>
      (await t.ask(diaryWeekRoute, who.cookie, { params: { pupilId } })).body.days
        .find((d) => d.day === s.today)!
        .lessons.filter((l) => l.subject === "Английский язык")
        .map((l) => l.topic);
    expect(await read(s.guardian, s.subgroup.pupils[0]!)).toEqual(["Present Perfect"]);
  });
});
