import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { plusDays } from "../../../foundation/day.ts";
import {
  addGroupPageRoute,
  enrolInGroupRoute,
  groupRoute,
  groupsRoute,
  leaveGroupRoute,
  makeGroupRoute,
  setPageMarksRoute,
} from "../../contract/groups/groups.ts";
import { journalKindsRoute, setJournalKindRoute } from "../../contract/groups/journal-kinds.ts";

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

type Made = Parameters<typeof makeBody>[0];
const makeBody = (over: Partial<{ kind: "club" | "extended_day" | "home_study"; name: string; subject: string; leaderId: number; from: string }>) => ({
  kind: "club" as const,
  name: "Шахматы",
  subject: "Кружок шахмат",
  leaderId: s.teacher.personId,
  weeklyHours: 1,
  from: s.page.lessons[0]!.day as string,
  ...over,
});
const make = (over: Made, cookie = s.deputy.cookie) => t.ask(makeGroupRoute, cookie, { body: makeBody(over) });
const read = async (groupId: number, cookie = s.deputy.cookie) => (await t.ask(groupRoute, cookie, { params: { groupId } })).body;
const enrol = (groupId: number, pupilIds: number[], from: string, order = "", cookie = s.secretary.cookie) =>
  t.ask(enrolInGroupRoute, cookie, { params: { groupId }, body: { pupilIds, from, order } });

describe("a group made by hand", () => {
  test("JRN-04 a deputy makes a club, names its leader and takes pupils of two classes; it is listed with its classes", async () => {
    const { status, body } = await make({});
    expect(status).toBe(200);
    expect((await enrol(body.groupId, [s.classA.pupils[0]!, s.classB.pupils[0]!], s.today)).body).toEqual({ enrolled: 2 });
    const { groups, mayMake } = (await t.ask(groupsRoute, s.deputy.cookie)).body;
    expect(mayMake).toBe(true);
    expect(groups.find((g) => g.groupId === body.groupId)).toMatchObject({
      name: "Шахматы",
      kind: "club",
      pupils: 2,
      classes: "6А, 7Б",
      pages: [{ subject: "Кружок шахмат", leaders: expect.stringContaining("Лунёва") as string }],
    });
    expect((await read(body.groupId)).members.map((m) => m.className)).toEqual(["6А", "7Б"]);
  });

  test("JRN-14 an extended-day group takes pupils only by order; who comes later stands last, who left keeps the line with day and order", async () => {
    const { groupId } = (await make({ kind: "extended_day", name: "ГПД 1", subject: "Группа продлённого дня" })).body;
    const from = s.page.lessons[0]!.day;
    const [first = 0, second = 0, third = 0] = s.classA.pupils;
    expect(await enrol(groupId, [second], from)).toMatchObject({ status: 422, problem: { code: "planning.order_missing" } });
    await enrol(groupId, [second, third], from, "№ 12 от 01.09.2026");
    await enrol(groupId, [first], plusDays(from, 9), "№ 15 от 10.09.2026");
    const leave = (pupilId: number, lastDay: string, order: string) =>
      t.ask(leaveGroupRoute, s.secretary.cookie, { params: { groupId, pupilId }, body: { lastDay, order } });
    expect(await leave(second, s.today, "")).toMatchObject({ status: 422, problem: { code: "planning.order_missing" } });
    expect((await leave(second, s.today, "№ 20 от 16.09.2026")).status).toBe(200);
    expect((await leave(second, s.today, "№ 20 от 16.09.2026")).status).toBe(200);
    expect(await leave(second, plusDays(s.today, 5), "№ 21")).toMatchObject({ status: 422, problem: { code: "planning.not_a_member" } });
    const { members } = await read(groupId);
    expect(members.map((m) => [m.pupilId, m.order, m.to, m.leftOrder])).toEqual([
      [second, "№ 12 от 01.09.2026", s.today, "№ 20 от 16.09.2026"],
      [third, "№ 12 от 01.09.2026", null, ""],
      [first, "№ 15 от 10.09.2026", null, ""],
    ]);
  });

  test("takes a pupil of another school by name, who has no class here", async () => {
    const { groupId } = (await make({ name: "Керамика" })).body;
    const outside = { surname: "Гостев", givenName: "Лев", fromSchool: "Школа № 4" };
    const body = { pupilIds: [], outside, from: s.today, order: "" };
    expect((await t.ask(enrolInGroupRoute, s.deputy.cookie, { params: { groupId }, body })).body).toEqual({ enrolled: 1 });
    expect((await read(groupId)).members).toMatchObject([{ name: "Гостев Лев", className: "Школа № 4" }]);
  });

  test("has a page a subject, each with its leader, and its own word on marks", async () => {
    const { groupId, pageId } = (await make({ kind: "home_study", name: "На дому: Иванов", subject: "Математика" })).body;
    const lead = { subject: "Физика", leaderId: s.secondTeacher.personId, weeklyHours: 1, from: s.today };
    expect((await t.ask(addGroupPageRoute, s.deputy.cookie, { params: { groupId }, body: lead })).status).toBe(200);
    expect((await t.ask(setPageMarksRoute, s.admin.cookie, { params: { groupId, pageId }, body: { usesMarks: false } })).body).toEqual({ usesMarks: false });
    expect((await read(groupId)).group.pages).toMatchObject([
      { subject: "Математика", usesMarks: false },
      { subject: "Физика", usesMarks: null },
    ]);
  });

  test("is refused with a word: the name taken, a leader who is no staff, a day outside the year, nobody named", async () => {
    await make({ name: "Хор" });
    expect(await make({ name: "Хор" })).toMatchObject({ status: 409, problem: { code: "planning.group_exists" } });
    expect(await make({ name: "Танцы", leaderId: s.pupil.personId })).toMatchObject({ status: 422, problem: { code: "planning.leader_unknown" } });
    expect(await make({ name: "Танцы", from: "2029-01-01" })).toMatchObject({ status: 422, problem: { code: "planning.day_outside_year" } });
    expect(await make({ name: "Танцы", from: "2026-02-31" })).toMatchObject({ status: 400 });
    const { groupId } = (await make({ name: "Театр" })).body;
    expect(await enrol(groupId, [], s.today)).toMatchObject({ status: 400, problem: { code: "planning.nobody_named" } });
    expect(await enrol(groupId, [999_999], s.today)).toMatchObject({ status: 404, problem: { code: "planning.pupil_not_found" } });
  });

  test("is closed to teachers and families, and not there for another school", async () => {
    const { groupId, pageId } = (await make({ name: "Робототехника" })).body;
    const lead = { subject: "Физика", leaderId: s.teacher.personId, weeklyHours: 1, from: s.today };
    const asks = [
      (cookie: string) => t.ask(groupRoute, cookie, { params: { groupId } }),
      (cookie: string) => t.ask(addGroupPageRoute, cookie, { params: { groupId }, body: lead }),
      (cookie: string) => t.ask(setPageMarksRoute, cookie, { params: { groupId, pageId }, body: { usesMarks: true } }),
      (cookie: string) => enrol(groupId, [s.classA.pupils[0]!], s.today, "", cookie),
      (cookie: string) => t.ask(leaveGroupRoute, cookie, { params: { groupId, pupilId: s.classA.pupils[0]! }, body: { lastDay: s.today, order: "" } }),
    ];
    for (const ask of asks) {
      for (const who of [s.teacher, s.homeroom, s.guardian, s.pupil]) expect((await ask(who.cookie)).status).toBe(403);
      expect((await ask(stranger.deputy.cookie)).status).toBe(404);
    }
  });
});

describe("the kinds of journal", () => {
  test("JRN-11 JRN-12 are listed with act and paper mode, and changed from today by the administrator, with a trace", async () => {
    const { kinds, mayChange } = (await t.ask(journalKindsRoute, s.admin.cookie)).body;
    expect(mayChange).toBe(true);
    expect(kinds.find((k) => k.kind === "class")).toMatchObject({ marks: true, paper: "electronic_then_print", act: "Приказ № 115 от 18.05.2021", pages: 2 });
    const body = { marks: true, attendance: true, homework: false, topics: true, paper: "electronic_only" } as const;
    expect((await t.ask(setJournalKindRoute, s.admin.cookie, { params: { kind: "extended_day" }, body })).status).toBe(200);
    const after = (await t.ask(journalKindsRoute, s.deputy.cookie)).body;
    expect(after.mayChange).toBe(false);
    expect(after.kinds.find((k) => k.kind === "extended_day")).toMatchObject({ ...body, from: s.today, act: "Настройка школы" });
    const { rows } = await t.owner.query<{ body: string }>(
      "select a.body from ledger.audit a where a.school_id = $1 and a.stream = 0 order by seq desc limit 1",
      [s.schoolId],
    );
    expect(JSON.parse(rows[0]!.body)).toMatchObject({ kind: "extended_day", before: { marks: false }, after: { marks: true } });
  });
});
