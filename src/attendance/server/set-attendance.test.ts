import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { setAttendanceRoute } from "../contract/set-attendance.ts";
import type { AbsenceKind } from "../rules/absence-kind.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 10 });
  t.at(school.now);
});
afterAll(() => t.close());

type Line = [pupil: number, kind: AbsenceKind, seen: number];
const put = (lines: Line[], cookie = school.teacher.cookie, lessonId = school.page.on(school.today).lessonId) =>
  t.ask(setAttendanceRoute, cookie, {
    params: { pageId: school.page.pageId, lessonId },
    body: { entries: lines.map(([pupilId, kind, expectedVersion]) => ({ pupilId, kind, expectedVersion })) },
  });

const rows = async () =>
  (await t.owner.query("select count(*)::int as n from ledger.audit where school_id = $1 and stream = $2", [school.schoolId, school.page.pageId])).rows[0] as {
    n: number;
  };

describe("recording presence", () => {
  test("of three pupils is one statement with one audit row", async () => {
    const [a, b, c] = school.classA.pupils as [number, number, number];
    const before = (await rows()).n;
    const answer = await put([
      [a, "absent", 0],
      [b, "ill", 0],
      [c, "late", 0],
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body.entries).toEqual([
      { pupilId: a, kind: "absent", version: 1, late: false, explained: false },
      { pupilId: b, kind: "ill", version: 1, late: false, explained: false },
      { pupilId: c, kind: "late", version: 1, late: false, explained: false },
    ]);
    expect((await rows()).n).toBe(before + 1);
  });

  test("is all or nothing: one stale pupil among three refuses them all and names whose value stands", async () => {
    const [, , , d, e, f] = school.classA.pupils;
    await put([[e!, "absent", 0]]);
    const stale = await put([
      [d!, "absent", 0],
      [e!, "ill", 0],
      [f!, "absent", 0],
    ]);
    expect(stale).toMatchObject({
      status: 409,
      problem: { code: "attendance.cell_changed_meanwhile", facts: { pupilId: e, kind: "absent", version: 1, setBy: school.teacher.personId } },
    });
    expect((await put([[d!, "late", 0]])).body.entries).toEqual([{ pupilId: d, kind: "late", version: 1, late: false, explained: false }]);
  });

  test("taken back leaves a presence with its version, so an older page is told", async () => {
    const pupil = school.classA.pupils[6]!;
    await put([[pupil, "absent", 0]]);
    expect((await put([[pupil, "none", 1]])).body.entries).toEqual([{ pupilId: pupil, kind: "none", version: 2, late: false, explained: false }]);
    expect((await put([[pupil, "ill", 1]])).status).toBe(409);
  });

  test("two at once over the same pupil: one is told", async () => {
    const pupil = school.classA.pupils[7]!;
    const answers = await Promise.all([put([[pupil, "absent", 0]]), put([[pupil, "late", 0]])]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
  });

  test("refuses a coming lesson, a pupil of another class, an unknown kind", async () => {
    const coming = school.page.lessons.find((l) => l.day > school.today)!.lessonId;
    expect(await put([[school.classA.pupils[0]!, "absent", 0]], school.teacher.cookie, coming)).toMatchObject({
      status: 422,
      problem: { code: "timetable.lesson_not_held_yet" },
    });
    expect(await put([[school.classB.pupils[0]!, "absent", 0]])).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
    expect(await put([[school.classA.pupils[0]!, "sick" as AbsenceKind, 0]])).toMatchObject({
      status: 400,
      problem: { code: "foundation.request_not_understood" },
    });
  });

  test("IAM-14 is forbidden to pupil, parent and a teacher of another page", async () => {
    for (const who of [school.pupil, school.guardian, school.secondTeacher, school.deputy]) {
      expect((await put([[school.classA.pupils[8]!, "absent", 0]], who.cookie)).status).toBe(403);
    }
  });
});
