import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { setProgrammeRoute, plansRoute } from "../../contract/plan/list-plans.ts";
import { classEventsRoute, setClassEventsRoute } from "../../contract/class-events/class-events.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
});
beforeEach(async () => {
  s = await aSchool(t.owner);
  t.at(s.now);
});
afterAll(() => t.close());

const months = async (who: Signed = s.homeroom) => (await t.ask(classEventsRoute, who.cookie)).body.classes;
const overdue = async () => (await months())[0]!.months.filter((m) => m.overdue).map((m) => m.month);
const EVENT = { day: "2026-10-14", title: "Экскурсия в краеведческий музей", note: "с родителями" };
const put = (expectedVersion = 0, events: { day: string | null; title: string; note: string }[] = [EVENT], month = "2026-10-01", who: Signed = s.homeroom) =>
  t.ask(setClassEventsRoute, who.cookie, { params: { classId: s.classA.classId, month }, body: { expectedVersion, events } });

describe("the plan of events with the class", () => {
  test("KTP-11 on the 1st the month without a plan is overdue for the homeroom teacher", async () => {
    expect(await overdue()).toEqual(["2026-09-01"]);
    t.at(new Date("2026-10-01T05:00:00Z"));
    expect(await overdue()).toEqual(["2026-09-01", "2026-10-01"]);
    expect((await put()).status).toBe(200);
    expect(await overdue()).toEqual(["2026-09-01"]);
    expect((await months())[0]).toMatchObject({ name: "6А", mayWrite: true, teacher: "Щеглова А. И." });
    expect((await months())[0]!.months[1]).toMatchObject({ month: "2026-10-01", version: 1, events: [EVENT] });
  });

  test("the heads read all classes and write none", async () => {
    await put();
    expect((await months(s.deputy)).map((c) => [c.name, c.mayWrite])).toEqual([
      ["6А", false],
      ["7Б", false],
    ]);
    expect((await put(1, [], "2026-10-01", s.deputy)).status).toBe(403);
  });

  test("is refused over a stale version, out of the month, for no month", async () => {
    await put();
    expect((await put()).status).toBe(200);
    expect((await put(0, [{ ...EVENT, title: "Поход" }])).status).toBe(409);
    expect(await put(1, [{ ...EVENT, day: "2026-11-01" }])).toMatchObject({ status: 400, problem: { code: "planning.event_outside_month" } });
    expect((await put(0, [EVENT], "2026-10-02")).status).toBe(400);
    expect((await put(1, [])).status).toBe(200);
  });
});

describe("the work programme of a page", () => {
  test("KTP-08 the page shows the attached programme and that the paper copy is kept", async () => {
    const set = (expectedVersion: number, programme: string, paperCopy: boolean, who: Signed = s.teacher) =>
      t.ask(setProgrammeRoute, who.cookie, { params: { pageId: s.page.pageId }, body: { expectedVersion, programme, paperCopy } });
    expect(await set(0, "Рабочая программа по математике, 5–6 класс, № 14", true)).toMatchObject({ status: 200, body: { version: 1, paperCopy: true } });
    for (const who of [s.teacher, s.deputy]) {
      const page = (await t.ask(plansRoute, who.cookie)).body.pages.find((p) => p.pageId === s.page.pageId)!;
      expect(page.work).toEqual({ version: 1, programme: "Рабочая программа по математике, 5–6 класс, № 14", paperCopy: true });
    }
    expect(await set(0, "Другая", false)).toMatchObject({ status: 409, problem: { code: "planning.programme_changed_meanwhile" } });
    expect((await set(1, "Чужая", false, s.secondTeacher)).status).toBe(403);
  });
});
