import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../tests/builders/school.ts";
import { plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { classAttendanceRoute } from "../contract/class-attendance.ts";
import { setAbsenceReasonRoute } from "../contract/set-absence-reason.ts";
import { removeAbsenceSpanRoute, setAbsenceSpanRoute } from "../contract/set-absence-span.ts";
import { setAttendanceRoute } from "../contract/set-attendance.ts";

let t: TestApp;
let school: MadeSchool;
const [ILLNESS, PARENTS] = [1, 2];
let friday: LocalDate;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 10 });
  t.at(school.now);
  friday = plusDays(school.today, 2);
});
afterAll(() => t.close());

const span = (pupilId: number, from: string, to: string, reason = ILLNESS, who: Signed = school.homeroom) =>
  t.ask(setAbsenceSpanRoute, who.cookie, { params: { pupilId }, body: { from, to, reason } });
const remove = (pupilId: number, spanId: number, expectedVersion = 1, who: Signed = school.homeroom) =>
  t.ask(removeAbsenceSpanRoute, who.cookie, { params: { pupilId, spanId }, query: { expectedVersion } });
const mark = (pupilId: number, kind: "absent" | "late" | "ill" | "none", seen = 0, day = school.today) =>
  t.ask(setAttendanceRoute, school.teacher.cookie, {
    params: { pageId: school.page.pageId, lessonId: school.page.on(day).lessonId },
    body: { entries: [{ pupilId, kind, expectedVersion: seen }] },
  });
const absencesOf = async (pupilId: number) => {
  const { body } = await t.ask(classAttendanceRoute, school.homeroom.cookie, { params: { classId: school.classA.classId } });
  const dayOf = new Map(body.lessons.map((l) => [l.lessonId, l.day]));
  return body.absences.filter((a) => a.pupilId === pupilId).map((a) => [dayOf.get(a.lessonId), a.pageId, a.kind, a.reason]);
};

describe("an absence of several days", () => {
  test("is entered once and stands in every lesson of these days, held and coming, subgroups too", async () => {
    const pupil = school.subgroup.pupils[0]!;
    const answer = await span(pupil, school.today, friday);
    expect(answer).toMatchObject({
      status: 200,
      body: { span: { pupilId: pupil, from: school.today, to: friday, reason: ILLNESS, version: 1 }, written: 4, kept: [] },
    });
    const [main, sub] = [school.page.pageId, school.subgroupPage.pageId];
    expect(await absencesOf(pupil)).toEqual([
      [school.today, main, "ill", ILLNESS],
      [school.today, sub, "ill", ILLNESS],
      [plusDays(school.today, 1), main, "ill", ILLNESS],
      [friday, main, "ill", ILLNESS],
    ]);
    // each page has one row of it, and the pupil's own chain the statement
    const { rows } = await t.owner.query(
      "select stream, count(*)::int as n from ledger.audit where school_id = $1 and body like '%\"span\":%' group by stream order by stream",
      [school.schoolId],
    );
    expect(rows).toEqual([
      { stream: -pupil, n: 1 },
      { stream: main, n: 1 },
      { stream: sub, n: 1 },
    ]);
  });

  test("asked again is answered as done; other days or reason over it are refused with the days that stand", async () => {
    const pupil = school.subgroup.pupils[0]!;
    expect(await span(pupil, school.today, friday)).toMatchObject({ status: 200, body: { written: 0 } });
    expect(await span(pupil, friday, plusDays(friday, 3))).toMatchObject({
      status: 409,
      problem: { code: "attendance.span_overlaps", facts: { from: school.today, to: friday } },
    });
    expect((await span(pupil, school.today, friday, PARENTS)).status).toBe(409);
  });

  test("leaves a teacher's own entry and tells of it; an absence without a reason gets the reason", async () => {
    const [late, absent] = school.classA.pupils.slice(6) as [number, number];
    await mark(late, "late");
    await mark(absent, "absent");
    const kept = await span(late, school.today, school.today);
    expect(kept.body.kept).toMatchObject([{ lessonId: school.page.on(school.today).lessonId, day: school.today, subject: "Математика", kind: "late" }]);
    expect(await absencesOf(late)).toEqual([[school.today, school.page.pageId, "late", null]]);
    await span(absent, school.today, school.today);
    expect(await absencesOf(absent)).toEqual([[school.today, school.page.pageId, "absent", ILLNESS]]);
  });

  test("taken back goes from its lessons; what was corrected by hand since stays, a teacher's entry loses only the reason", async () => {
    const [pupil, byTeacher] = [school.classA.pupils[8]!, school.classA.pupils[9]!];
    const { spanId } = (await span(pupil, school.today, friday)).body.span;
    const lesson = { pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId, pupilId: pupil };
    await t.ask(setAbsenceReasonRoute, school.homeroom.cookie, {
      params: { classId: school.classA.classId },
      body: { entries: [{ ...lesson, reason: PARENTS, expectedVersion: 1 }] },
    });
    expect(await remove(pupil, spanId, 7)).toMatchObject({ status: 409, problem: { code: "attendance.span_changed_meanwhile" } });
    expect(await remove(pupil, spanId)).toMatchObject({ status: 200, body: { spanId, version: 2, written: 2 } });
    expect((await remove(pupil, spanId)).body).toMatchObject({ version: 2, written: 0 });
    expect((await absencesOf(pupil)).filter(([, , kind]) => kind !== "none")).toEqual([[school.today, school.page.pageId, "absent", PARENTS]]);

    await mark(byTeacher, "absent");
    const other = (await span(byTeacher, school.today, school.today)).body.span;
    await remove(byTeacher, other.spanId);
    expect(await absencesOf(byTeacher)).toEqual([[school.today, school.page.pageId, "absent", null]]);
    // the days are free again
    expect((await span(byTeacher, school.today, friday)).body.written).toBe(3);
  });

  test("two at once over the same days: one is told", async () => {
    const pupil = school.classA.pupils[5]!;
    const answers = await Promise.all([span(pupil, school.today, friday), span(pupil, school.today, school.today, PARENTS, school.secretary)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
  });

  test("is for the class's homeroom teacher and the secretary; days and reason are checked", async () => {
    const pupil = school.classA.pupils[2]!;
    for (const who of [school.teacher, school.deputy, school.guardian, school.pupil])
      expect((await span(pupil, school.today, friday, ILLNESS, who)).status).toBe(403);
    expect((await span(school.classB.pupils[0]!, school.today, friday)).status).toBe(403);
    expect((await span(school.classB.pupils[0]!, school.today, friday, ILLNESS, school.secretary)).status).toBe(200);
    expect((await span(999_999, school.today, friday)).status).toBe(404);
    expect(await span(pupil, friday, school.today)).toMatchObject({ status: 400, problem: { code: "attendance.not_days" } });
    expect(await span(pupil, "2026-02-30", "2026-03-01")).toMatchObject({ status: 400, problem: { code: "attendance.not_days" } });
    expect(await span(pupil, school.today, friday, 99)).toMatchObject({ status: 422, problem: { code: "attendance.reason_unknown" } });
  });
});
