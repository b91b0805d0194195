import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../tests/builders/school.ts";
import { plusDays } from "../../foundation/day.ts";
import { addReasonRoute } from "../contract/add-reason.ts";
import { classAttendanceRoute, classesRoute } from "../contract/class-attendance.ts";
import { setAbsenceReasonRoute } from "../contract/set-absence-reason.ts";
import { setAttendanceRoute } from "../contract/set-attendance.ts";

let t: TestApp;
let school: MadeSchool;
const [ILLNESS, PARENTS, CONTEST] = [1, 2, 3];

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 10 });
  t.at(school.now);
});
afterAll(() => t.close());

const lessonId = (page = school.page, day = school.today) => page.on(day).lessonId;
const mark = (pupilId: number, kind: "absent" | "ill" | "late" | "none", seen = 0) =>
  t.ask(setAttendanceRoute, school.teacher.cookie, {
    params: { pageId: school.page.pageId, lessonId: lessonId() },
    body: { entries: [{ pupilId, kind, expectedVersion: seen }] },
  });
type Entry = { pageId: number; lessonId: number; pupilId: number; reason: number | null; kind?: "none" | "absent" | "ill" | "late"; expectedVersion: number };
const cell = (pupilId: number, reason: number | null, expectedVersion: number, more: Partial<Entry> = {}): Entry => ({
  pageId: school.page.pageId,
  lessonId: lessonId(),
  pupilId,
  reason,
  expectedVersion,
  ...more,
});
const give = (entries: Entry[], who: Signed = school.homeroom, classId = school.classA.classId) =>
  t.ask(setAbsenceReasonRoute, who.cookie, { params: { classId }, body: { entries } });
const week = (who: Signed = school.homeroom, query: object = {}) =>
  t.ask(classAttendanceRoute, who.cookie, { params: { classId: school.classA.classId }, query });
const rowOf = async (pupilId: number) =>
  (
    await t.owner.query(
      "select kind, reason, set_by, reason_by, version, signs from attendance.absence where school_id = $1 and lesson_id = $2 and pupil_id = $3",
      [school.schoolId, lessonId(), pupilId],
    )
  ).rows[0] as Record<string, number>;

describe("the homeroom teacher's word about an absence", () => {
  test("changes what the lesson shows where the reason says so", async () => {
    const pupil = school.classA.pupils[0]!;
    await mark(pupil, "absent");
    expect(await give([cell(pupil, ILLNESS, 1)])).toMatchObject({
      status: 200,
      body: { entries: [{ pupilId: pupil, kind: "ill", reason: ILLNESS, version: 2 }] },
    });
  });

  test("keeps who marked the absence when only the reason is given", async () => {
    const pupil = school.classA.pupils[1]!;
    await mark(pupil, "absent");
    await give([cell(pupil, PARENTS, 1)]);
    expect(await rowOf(pupil)).toMatchObject({
      kind: 1,
      reason: PARENTS,
      set_by: school.teacher.personId,
      reason_by: school.homeroom.personId,
      signs: 2 | (PARENTS << 3),
    });
    const seen = (await week()).body.absences.find((a) => a.pupilId === pupil)!;
    expect(seen).toMatchObject({ setBy: school.teacher.personId, reasonBy: school.homeroom.personId, reason: PARENTS });
  });

  test("writes an absence where the subject teacher wrote none", async () => {
    const pupil = school.classA.pupils[2]!;
    expect(await give([cell(pupil, PARENTS, 0, { kind: "absent" })])).toMatchObject({ status: 200, body: { entries: [{ kind: "absent", version: 1 }] } });
  });

  test("is all or nothing over several pages, and a stale one names what stands", async () => {
    const [a, b] = [school.classA.pupils[0]!, school.subgroup.pupils[1]!];
    const sub = { pageId: school.subgroupPage.pageId, lessonId: lessonId(school.subgroupPage), kind: "absent" as const };
    const stale = await give([cell(b, PARENTS, 0, sub), cell(a, PARENTS, 1)]);
    expect(stale).toMatchObject({
      status: 409,
      problem: { code: "attendance.cell_changed_meanwhile", facts: { pupilId: a, kind: "ill", reason: ILLNESS, version: 2 } },
    });
    const both = await give([cell(b, PARENTS, 0, sub), cell(a, PARENTS, 2)]);
    expect(both.body.entries.map((e) => [e.kind, e.reason])).toEqual([
      ["absent", PARENTS],
      ["absent", PARENTS],
    ]);
    expect((await give([cell(b, PARENTS, 0, sub), cell(a, PARENTS, 2)])).status).toBe(200);
    for (const page of [school.page, school.subgroupPage]) {
      const { rows } = await t.owner.query("select ledger.broken_at($1, $2) as at", [school.schoolId, page.pageId]);
      expect(rows).toEqual([{ at: null }]);
    }
  });

  test("two at once over pages in opposite order: one is told, none waits for the other", async () => {
    const [a, b] = school.subgroup.pupils as [number, number];
    const sub = { pageId: school.subgroupPage.pageId, lessonId: lessonId(school.subgroupPage), kind: "absent" as const };
    const versions = async () => (await week()).body.absences;
    const seenOf = (all: Awaited<ReturnType<typeof versions>>, pupil: number, lesson: number) =>
      all.find((x) => x.pupilId === pupil && x.lessonId === lesson)?.version ?? 0;
    const now = await versions();
    const one = cell(a, CONTEST, seenOf(now, a, lessonId()), { kind: "absent" });
    const two = cell(b, CONTEST, seenOf(now, b, sub.lessonId), sub);
    const answers = await Promise.all([
      give([one, two]),
      give([
        { ...two, reason: ILLNESS },
        { ...one, reason: ILLNESS },
      ]),
    ]);
    expect(answers.map((x) => x.status).sort()).toEqual([200, 409]);
  });

  test("stays when the subject teacher writes another kind of absence, and goes with a presence", async () => {
    const pupil = school.classA.pupils[4]!;
    await mark(pupil, "absent");
    await give([cell(pupil, PARENTS, 1)]);
    expect((await mark(pupil, "ill", 2)).body.entries).toMatchObject([{ kind: "ill", version: 3, explained: true }]);
    expect((await mark(pupil, "none", 3)).body.entries).toMatchObject([{ kind: "none", explained: false }]);
    expect(await rowOf(pupil)).toMatchObject({ kind: 0, reason: null, reason_by: null, signs: 0 });
  });

  test("refuses a presence, a late pupil, an unknown reason, a coming lesson, a pupil of another class, an unknown lesson", async () => {
    const pupil = school.classA.pupils[5]!;
    expect(await give([cell(pupil, PARENTS, 0)])).toMatchObject({ status: 422, problem: { code: "attendance.nothing_to_explain" } });
    expect(await give([cell(pupil, 99, 0, { kind: "absent" })])).toMatchObject({ status: 422, problem: { code: "attendance.reason_unknown" } });
    const coming = school.page.lessons.find((l) => l.day > school.today)!.lessonId;
    expect(await give([cell(pupil, PARENTS, 0, { lessonId: coming, kind: "absent" })])).toMatchObject({
      status: 422,
      problem: { code: "timetable.lesson_not_held_yet" },
    });
    expect(await give([cell(school.classB.pupils[0]!, PARENTS, 0, { kind: "absent" })])).toMatchObject({
      status: 422,
      problem: { code: "people.pupil_not_in_group" },
    });
    expect(await give([cell(pupil, PARENTS, 0, { lessonId: 999_999, kind: "absent" })])).toMatchObject({
      status: 404,
      problem: { code: "timetable.lesson_not_found" },
    });
    expect(await give([cell(pupil, PARENTS, 0, { kind: "absent" })], school.homeroom, school.classB.classId)).toMatchObject({ status: 403 });
  });
});

describe("the attendance of a class", () => {
  test("ATT-08 totals equal the cells of all pages of the class's pupils, subgroups too; one lesson of a day is no day", async () => {
    const { totals, absences, lessons, members } = (await week()).body;
    expect(new Set(lessons.map((l) => l.pageId))).toEqual(new Set([school.page.pageId, school.subgroupPage.pageId]));
    expect(members.filter((m) => m.groupId === school.subgroup.groupId).map((m) => m.pupilId)).toEqual(school.subgroup.pupils);
    const missed = absences.filter((a) => a.kind === "absent" || a.kind === "ill");
    const { rows } = await t.owner.query("select count(*)::int as n from attendance.absence where school_id = $1 and kind in (1, 2)", [school.schoolId]);
    expect(totals.reduce((sum, p) => sum + p.lessons, 0)).toBe(missed.length);
    expect(missed.length).toBe((rows[0] as { n: number }).n);
    for (const p of totals) expect(p.lessons).toBe(p.unexplained + p.byReason.reduce((sum, r) => sum + r.lessons, 0));
    // the third pupil is also in the English half: one of two lessons of the day is missed
    expect(totals.find((p) => p.pupilId === school.classA.pupils[2])).toMatchObject({ lessons: 1, days: 0 });
  });

  test("knows excused and unexcused reasons of the school, competition among the excused", async () => {
    const { reasons } = (await week()).body;
    expect(reasons.map((r) => [r.code, r.excused])).toEqual([
      ["illness", true],
      ["parents", true],
      ["contest", true],
      ["order", true],
      ["unexcused", false],
      ["unknown", false],
    ]);
  });

  test("ATT-05 takes a reason that the deputy adds: an absence with it counts as excused", async () => {
    const add = (body: { name: string; excused: boolean; sign: string }, who: Signed = school.deputy) => t.ask(addReasonRoute, who.cookie, { body });
    const added = await add({ name: "Спортивный сбор", excused: true, sign: "к" });
    expect(added).toMatchObject({ status: 200, body: { reason: { name: "Спортивный сбор", excused: true, sign: "к", kind: "absent" } } });
    const { reason } = added.body.reason;
    const pupil = school.classA.pupils[7]!;
    await mark(pupil, "absent");
    expect((await give([cell(pupil, reason, 1)])).status).toBe(200);
    const { totals, reasons } = (await week()).body;
    expect(totals.find((p) => p.pupilId === pupil)).toMatchObject({ lessons: 1, unexplained: 0, byReason: [{ reason, lessons: 1 }] });
    expect(reasons.find((r) => r.reason === reason)).toMatchObject({ excused: true });
    expect(await add({ name: "спортивный сбор", excused: false, sign: "л" })).toMatchObject({ status: 409, problem: { code: "attendance.reason_taken" } });
    expect(await add({ name: "Конкурс", excused: true, sign: "кн" })).toMatchObject({ status: 409, problem: { code: "attendance.reason_taken" } });
    expect(await add({ name: "Сборы", excused: true, sign: "5" })).toMatchObject({ status: 400, problem: { code: "attendance.reason_not_named" } });
    expect((await add({ name: "Сборы", excused: true, sign: "щ" }, school.homeroom)).status).toBe(403);
  });

  test("lists the lessons of the term missed without a reason", async () => {
    const pupil = school.classA.pupils[6]!;
    await mark(pupil, "absent");
    const list = (await week(school.homeroom, { from: plusDays(school.today, 14), to: plusDays(school.today, 18) })).body.term!.unexplained;
    expect(list.filter((u) => u.pupilId === pupil)).toMatchObject([{ day: school.today, subject: "Математика", version: 1 }]);
  });

  test("is open to the class's homeroom teacher, the heads and the secretary; days must be days", async () => {
    expect((await t.ask(classesRoute, school.homeroom.cookie)).body.classes).toEqual([{ classId: school.classA.classId, name: school.classA.name, own: true }]);
    expect((await t.ask(classesRoute, school.deputy.cookie)).body.classes.map((c) => c.own)).toEqual([false, false]);
    expect((await week(school.deputy)).body).toMatchObject({ mayCorrect: false, maySpan: false });
    expect((await week(school.secretary)).body).toMatchObject({ mayCorrect: false, maySpan: true });
    expect((await week(school.teacher)).status).toBe(403);
    for (const query of [{ from: "2026-02-30" }, { from: "2026-09-16", to: "2026-09-15" }, { from: "2026-09-01", to: "2028-09-01" }, { to: "x" }]) {
      expect(await week(school.homeroom, query)).toMatchObject({ status: 400, problem: { code: "attendance.not_days" } });
    }
    expect((await t.ask(classAttendanceRoute, school.deputy.cookie, { params: { classId: 999_999 } })).status).toBe(404);
  });
});
