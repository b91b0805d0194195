import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aGroup, setKind } from "../../../../tests/builders/group.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { pageSectionsRoute, printListRoute, setPageSectionRoute, setPrintedRoute } from "../../contract/print/page-sections.ts";

let t: TestApp;
let s: MadeSchool;
let stranger: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  stranger = await aSchool(t.owner);
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

describe("the year-end print", () => {
  const list = async (who = s.deputy) => (await t.ask(printListRoute, who.cookie)).body;

  test("JRN-12 stands for the kinds that are printed, is noted once, and is not there for a kind that is electronic only", async () => {
    const club = await aGroup(t, s, { kind: "club", name: "Шахматы", subject: "Кружок", pupils: [s.classA.pupils[0]!] });
    const { pages, mayMark } = await list();
    expect(mayMark).toBe(true);
    expect(pages.map((p) => p.pageId).sort()).toEqual([s.page.pageId, s.subgroupPage.pageId, s.otherPage.pageId].sort());
    const print = (pageId: number, cookie = s.admin.cookie) => t.ask(setPrintedRoute, cookie, { params: { pageId } });
    const first = await print(s.page.pageId);
    expect(first.status).toBe(200);
    t.at(new Date(s.now.getTime() + 60_000));
    expect((await print(s.page.pageId)).body.printedAt).toBe(first.body.printedAt);
    expect((await list()).pages.find((p) => p.pageId === s.page.pageId)!.printedAt).not.toBeNull();
    expect(await print(club.pageId)).toMatchObject({ status: 422, problem: { code: "journal.page_not_printed" } });
    for (const who of [s.teacher, s.director, s.secretary, s.guardian]) expect((await print(s.page.pageId, who.cookie)).status).toBe(403);
    await setKind(t, s, "class", { marks: true, attendance: true, homework: true, topics: true, paper: "electronic_only" });
    await setKind(t, s, "subgroup", { marks: true, attendance: true, homework: true, topics: true, paper: "electronic_only" });
    expect((await list()).pages).toEqual([]);
  });
});

describe("the sections of an extended-day journal", () => {
  test("JRN-15 hold the regime of a term, the health of a pupil, educators and leaders of the pupils' clubs, and the hours of a day", async () => {
    const [first = 0, second = 0] = s.classA.pupils;
    const day = await aGroup(t, s, { kind: "extended_day", name: "ГПД", subject: "Продлённый день", pupils: [first, second], slot: 20 });
    await aGroup(t, s, { kind: "club", name: "Хор", subject: "Хор", pupils: [first], teacherId: s.secondTeacher.personId });
    const read = async (cookie = s.teacher.cookie) => t.ask(pageSectionsRoute, cookie, { params: { pageId: day.pageId } });
    const write = (section: "regime" | "health", about: number, text: string, expectedVersion = 0, cookie = s.teacher.cookie) =>
      t.ask(setPageSectionRoute, cookie, { params: { pageId: day.pageId, section, about }, body: { text, expectedVersion } });
    expect((await write("regime", 1, "12:30 обед, 13:00 прогулка")).body).toEqual({ text: "12:30 обед, 13:00 прогулка", version: 1 });
    expect((await write("regime", 1, "12:30 обед, 13:00 прогулка")).status).toBe(200);
    expect(await write("regime", 1, "другой", 0)).toMatchObject({ status: 409, problem: { code: "journal.section_changed_meanwhile" } });
    expect((await write("health", first, "II группа здоровья, очки")).status).toBe(200);
    const { body } = await read();
    expect(body.sections).toHaveLength(2);
    expect(body.leaders.filter((l) => l.own).map((l) => l.what)).toEqual(["Продлённый день"]);
    expect(body.leaders.filter((l) => !l.own).map((l) => l.what)).toContain("Хор");
    expect(body).toMatchObject({ hoursOfDay: 1, mayWrite: true });
    for (const who of [s.secondTeacher, s.guardian, s.secretary]) expect((await read(who.cookie)).status).toBe(403);
    expect((await read(s.homeroom.cookie)).body.mayWrite).toBe(false);
    expect((await write("health", first, "х", 1, s.deputy.cookie)).status).toBe(403);
    expect((await read(stranger.deputy.cookie)).status).toBe(404);
  });
});
