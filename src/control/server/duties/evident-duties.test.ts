import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { clockAt, dutyOf, sayDone, stateOn } from "../../../../tests/builders/duties.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadePage, MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { setAttendanceRoute } from "../../../attendance/contract/set-attendance.ts";
import { setAbsenceReasonRoute } from "../../../attendance/contract/set-absence-reason.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Input } from "../../../foundation/route.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../../journal/contract/set-mark.ts";
import { setClassEventsRoute } from "../../../planning/contract/class-events/class-events.ts";
import { setTarifficationRoute } from "../../../planning/contract/curriculum/curriculum.ts";
import { orderAttestationRoute } from "../../../planning/contract/terms/close-term.ts";
import { makeInspectionRoute } from "../../contract/inspections/inspections.ts";
import { fixRemarkRoute, returnRemarkRoute, setRemarkRoute } from "../../contract/remarks/remarks.ts";

let t: TestApp;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());

const ZONES = { "003": ["chaikovsky-gymnasium-2023", "Asia/Yekaterinburg"], "004": ["bishkek-61-2022", "Asia/Bishkek"] } as const;
const school = (preset?: keyof typeof ZONES) => aSchool(t.owner, preset ? { preset: ZONES[preset][0], timezone: ZONES[preset][1] } : {});
const workOf = async (s: MadeSchool, code: string) =>
  (await t.owner.query<{ n: number }>("select work_type as n from journal.work_type where school_id = $1 and code = $2", [s.schoolId, code])).rows[0]!.n;
const write = async (s: MadeSchool, on: string, body: object, page: MadePage = s.page) =>
  t.ask(setLessonRoute, s.teacher.cookie, {
    params: { pageId: page.pageId, lessonId: page.on(on as LocalDate).lessonId },
    body: { expectedVersion: 0, ...body },
  });
const put = (s: MadeSchool, on: string, mark: string) =>
  t.ask(setMarkRoute, s.teacher.cookie, {
    params: { pageId: s.page.pageId, lessonId: s.page.on(on as LocalDate).lessonId, pupilId: s.classA.pupils[0]! },
    body: { mark, expectedVersion: 0 },
  });
const WEDNESDAY = "2026-09-16";

describe("marks of a work that a lesson names", () => {
  test.each([
    ["DL-14 of an oral work the same day", undefined, "УО", "oral_marks", "2026-09-16", "приложение 2, п. 2.10"],
    ["DL-15 of a written work in 7 days", undefined, "Д", "written_marks", "2026-09-23", "приложение 2, п. 2.10"],
    ["DL-15 of a control work by the next lesson", undefined, "КР", "control_marks", "2026-09-17", "приложение 4, п. 4.2.4в"],
    ["DL-14 of an oral work the same day elsewhere", "003", "УО", "oral_marks", "2026-09-16", "п. 2-4"],
    ["DL-15 of a written work in 10 days elsewhere", "004", "Д", "written_marks", "2026-09-26", "п. 5.3"],
  ] as const)("%s: overdue after it, gone with the first mark", async (_, preset, code, kind, lastDay, clause) => {
    const s = await school(preset);
    await clockAt(t, s, WEDNESDAY, "11:00");
    expect((await write(s, WEDNESDAY, { topic: "Дроби", homework: "№ 1", workType: await workOf(s, code) })).status).toBe(200);
    const which = { day: WEDNESDAY };
    await clockAt(t, s, lastDay, kind === "control_marks" ? "08:00" : "12:00");
    expect(await dutyOf(t, s.teacher, kind, which)).toMatchObject({ state: "today", clause });
    const next = kind === "control_marks" ? lastDay : new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
    expect(await stateOn(t, s, s.teacher, kind, next, which)).toBe("overdue");
    expect((await put(s, WEDNESDAY, "5")).status).toBe(200);
    expect(await dutyOf(t, s.teacher, kind, which)).toBeUndefined();
  });
});

describe("reasons of absence", () => {
  test.each([
    ["DL-17 the same day", "003", "2026-09-16"],
    ["DL-17 within a week elsewhere", "004", "2026-09-23"],
  ] as const)("%s: a day of the class without a reason is overdue for the homeroom teacher, and closes with the reason", async (_, preset, lastDay) => {
    const s = await school(preset);
    await clockAt(t, s, WEDNESDAY, "11:00");
    const lesson = { pageId: s.page.pageId, lessonId: s.page.on(WEDNESDAY as LocalDate).lessonId };
    const pupilId = s.classA.pupils[0]!;
    await t.ask(setAttendanceRoute, s.teacher.cookie, { params: lesson, body: { entries: [{ pupilId, kind: "absent", expectedVersion: 0 }] } });
    expect(await stateOn(t, s, s.homeroom, "absence_reasons", lastDay)).toBe("today");
    const next = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
    expect(await stateOn(t, s, s.homeroom, "absence_reasons", next)).toBe("overdue");
    expect(await dutyOf(t, s.homeroom, "absence_reasons")).toMatchObject({ day: WEDNESDAY, groupName: s.classA.name, left: [{ what: "pupils", count: 1 }] });
    const entries = [{ ...lesson, pupilId, reason: 2, expectedVersion: 1 }];
    expect((await t.ask(setAbsenceReasonRoute, s.homeroom.cookie, { params: { classId: s.classA.classId }, body: { entries } })).status).toBe(200);
    expect(await dutyOf(t, s.homeroom, "absence_reasons")).toBeUndefined();
  });
});

describe("what stands in the plans of the school", () => {
  test("DL-07 the items that are missing are named, and the duty closes by itself when the last one stands", async () => {
    const s = await school();
    expect(await stateOn(t, s, s.admin, "journal_formed", "2026-09-06")).toBe("overdue");
    expect(await dutyOf(t, s.admin, "journal_formed")).toMatchObject({ left: [{ what: "homeroom", count: 1 }] });
    await t.owner.query("insert into people.homeroom (school_id, class_id, teacher_id, from_day) values ($1, $2, $3, '2026-09-01')", [
      s.schoolId,
      s.classB.classId,
      s.secondTeacher.personId,
    ]);
    expect(await dutyOf(t, s.admin, "journal_formed")).toBeUndefined();
  });

  test("DL-01 DL-05 the approval and the order close the director's duties", async () => {
    const s = await school();
    expect(await stateOn(t, s, s.director, "tariffication", "2026-09-11")).toBe("overdue");
    const order = { expectedVersion: 0, orderNo: "47", orderOn: "2026-09-10" };
    expect((await t.ask(setTarifficationRoute, s.director.cookie, { params: { year: 2026 }, body: order })).status).toBe(200);
    expect(await dutyOf(t, s.director, "tariffication")).toBeUndefined();
    expect(await dutyOf(t, s.director, "curriculum")).toMatchObject({ state: "overdue" });
    await t.owner.query(
      "insert into planning.curriculum (school_id, year, set_by, approved_by, approved_on, set_at) values ($1, 2026, $2, $2, '2026-08-31', now())",
      [s.schoolId, s.director.personId],
    );
    expect(await dutyOf(t, s.director, "curriculum")).toBeUndefined();
  });

  test("DL-08 DL-09 the teacher's duty closes with the plan, the deputy's when the last page has one", async () => {
    const s = await school("004");
    expect(await stateOn(t, s, s.deputy, "plans_checked", "2026-09-02")).toBe("overdue");
    expect(await dutyOf(t, s.deputy, "plans_checked")).toMatchObject({ left: [{ what: "plans", count: 3 }] });
    const plan = async (pageId: number, by: number) => {
      await t.owner.query("insert into planning.lesson_plan (school_id, page_id, set_by, set_at) values ($1, $2, $3, now())", [s.schoolId, pageId, by]);
      await t.owner.query("insert into planning.plan_line (school_id, page_id, line_id, place, hours, topic) values ($1, $2, 1, 1, 1, 'Дроби')", [
        s.schoolId,
        pageId,
      ]);
    };
    expect(await dutyOf(t, s.teacher, "lesson_plan", { aboutId: s.page.pageId })).toMatchObject({ state: "overdue", clause: "п. 4.14.11" });
    await plan(s.page.pageId, s.teacher.personId);
    expect(await dutyOf(t, s.teacher, "lesson_plan")).toBeUndefined();
    await plan(s.otherPage.pageId, s.secondTeacher.personId);
    expect(await dutyOf(t, s.deputy, "plans_checked")).toMatchObject({ left: [{ what: "plans", count: 1 }] });
    await plan(s.subgroupPage.pageId, s.secondTeacher.personId);
    expect(await dutyOf(t, s.deputy, "plans_checked")).toBeUndefined();
  });

  test("DL-10 a subject without a schedule of control works is listed; a subject that has none is told so by word", async () => {
    const s = await school("003");
    expect(await stateOn(t, s, s.secondTeacher, "control_schedule", "2026-09-11", { aboutId: s.otherPage.pageId })).toBe("overdue");
    await t.owner.query(
      `insert into planning.control_work (school_id, work_id, page_id, lesson_id, set_by, day, work_type, minutes, lessons, whole_class, set_at)
       values ($1, 1, $2, $3, $4, '2026-10-01', $5, 40, 1, true, now())`,
      [s.schoolId, s.otherPage.pageId, s.otherPage.on("2026-10-01" as LocalDate).lessonId, s.secondTeacher.personId, await workOf(s, "КР")],
    );
    expect(await dutyOf(t, s.secondTeacher, "control_schedule", { aboutId: s.otherPage.pageId })).toBeUndefined();
    const english = (await dutyOf(t, s.secondTeacher, "control_schedule", { aboutId: s.subgroupPage.pageId }))!;
    expect((await sayDone(t, s.secondTeacher, english, "Контрольных работ в этой группе нет")).status).toBe(200);
    expect(await dutyOf(t, s.secondTeacher, "control_schedule")).toBeUndefined();
  });

  test("DL-21 the month closes with its plan of events", async () => {
    const s = await school("003");
    expect(await stateOn(t, s, s.homeroom, "class_events", "2026-10-01", { day: "2026-10-01" })).toBe("overdue");
    const body = { expectedVersion: 0, events: [{ day: "2026-10-14", title: "Экскурсия", note: "" }] };
    await t.ask(setClassEventsRoute, s.homeroom.cookie, { params: { classId: s.classA.classId, month: "2026-10-01" }, body });
    expect(await dutyOf(t, s.homeroom, "class_events", { day: "2026-10-01" })).toBeUndefined();
  });
});

describe("marks of a term", () => {
  test("DL-25 of a school where they wait for an order: nothing is owed without it, and its day is the last one", async () => {
    const s = await school("004");
    expect(await stateOn(t, s, s.teacher, "period_marks", "2026-10-28")).toBeUndefined();
    const order = { dueOn: "2026-10-29", orderRef: "Приказ № 61", expectedVersion: 0 };
    const params = { year: 2026, gradeLevel: 6, term: 1 };
    expect((await t.ask(orderAttestationRoute, s.director.cookie, { params, body: order })).status).toBe(200);
    expect(await stateOn(t, s, s.teacher, "period_marks", "2026-10-29")).toBe("today");
    expect(await stateOn(t, s, s.teacher, "period_marks", "2026-10-30")).toBe("overdue");
  });

  test("DL-25 closes when every pupil has one, and says how many have not", async () => {
    const s = await school();
    const pupils = [...s.classA.pupils, s.classA.newcomer];
    expect(await stateOn(t, s, s.teacher, "period_marks", "2026-10-25")).toBe("today");
    expect(await dutyOf(t, s.teacher, "period_marks")).toMatchObject({ left: [{ what: "marks", count: pupils.length }], clause: "приложение 2, п. 2.12" });
    const mark = (list: number[]) =>
      t.owner.query(
        "insert into journal.term_mark (school_id, page_id, pupil_id, set_by, term, value, set_at) select $1, $2, p, $3, 1, 5, now() from unnest($4::int[]) p",
        [s.schoolId, s.page.pageId, s.teacher.personId, list],
      );
    await mark(pupils.slice(1));
    expect(await dutyOf(t, s.teacher, "period_marks")).toMatchObject({ left: [{ what: "marks", count: 1 }] });
    await mark(pupils.slice(0, 1));
    expect(await dutyOf(t, s.teacher, "period_marks")).toBeUndefined();
  });

  test("DL-26 on the 8th the lessons of the past month are listed, after it they are overdue, and the duty goes with the last record", async () => {
    const s = await school("003");
    await t.owner.query("update timetable.lesson set state = 1 where school_id = $1 and page_id = $2 and day <> '2026-09-16'", [s.schoolId, s.page.pageId]);
    const which = { day: "2026-09-01", aboutId: s.page.pageId };
    expect(await stateOn(t, s, s.teacher, "self_check", "2026-10-08", which)).toBe("today");
    expect(await dutyOf(t, s.teacher, "self_check", which)).toMatchObject({ left: [{ what: "records", count: 2 }] });
    expect(await stateOn(t, s, s.teacher, "self_check", "2026-10-09", which)).toBe("overdue");
    expect((await write(s, WEDNESDAY, { topic: "Дроби", homework: "№ 4", correction: "проверка за сентябрь" })).status).toBe(200);
    expect(await dutyOf(t, s.teacher, "self_check", which)).toBeUndefined();
  });

  test("DL-22 a period that ends on 26 October has its preliminary report due on the 12th", async () => {
    const s = await school();
    await t.owner.query("update timetable.term set ends_on = '2026-10-26' where school_id = $1 and term = 1", [s.schoolId]);
    expect(await stateOn(t, s, s.homeroom, "preliminary_report", "2026-10-12")).toBe("today");
    expect(await stateOn(t, s, s.homeroom, "preliminary_report", "2026-10-13")).toBe("overdue");
  });

  test("DL-42 the close of a class's year raises the summary sheet at once", async () => {
    const s = await school();
    await t.owner.query("select ledger.make_partitions('2027-05-01', '2027-06-30')");
    expect(await stateOn(t, s, s.admin, "summary_sheet", "2027-05-28")).toBeUndefined();
    for (const { pageId } of [s.page, s.subgroupPage])
      await t.owner.query(
        "insert into planning.closed_term (school_id, page_id, closed_by, closed_on, term, closed_at) values ($1, $2, $3, '2027-05-28', 20, '2027-05-28T09:00Z')",
        [s.schoolId, pageId, s.deputy.personId],
      );
    expect(await dutyOf(t, s.admin, "summary_sheet")).toMatchObject({ state: "today", groupName: s.classA.name, clause: "приложение 2, п. 3.5" });
    expect(await stateOn(t, s, s.secretary, "summary_sheet", "2027-05-29")).toBe("overdue");
    expect((await sayDone(t, s.secretary, (await dutyOf(t, s.secretary, "summary_sheet"))!, "Передана", "опись 3")).status).toBe(200);
    expect(await dutyOf(t, s.admin, "summary_sheet")).toBeUndefined();
  });
});

describe("checks of journals", () => {
  const check = (
    who: Signed,
    body: Pick<Input<typeof makeInspectionRoute>["body"], "kind" | "pageIds" | "classId" | "departmentId">,
    from: string,
    to: string,
  ) => t.ask(makeInspectionRoute, who.cookie, { body: { ...body, from, to, findings: "Замечаний нет" } });

  test("DL-18 the week closes with the homeroom teacher's check, DL-28 the quarter with the director's", async () => {
    const s = await school("004");
    await clockAt(t, s, "2026-09-18");
    const week = { day: "2026-09-14" };
    expect(await dutyOf(t, s.homeroom, "homeroom_control", week)).toBeDefined();
    expect((await check(s.homeroom, { kind: "homeroom", classId: s.classA.classId }, "2026-09-14", "2026-09-18")).status).toBe(200);
    expect(await dutyOf(t, s.homeroom, "homeroom_control", week)).toBeUndefined();
    expect(await stateOn(t, s, s.director, "director_check", "2026-10-25", { day: "2026-09-01" })).toBe("today");
    expect((await check(s.director, { kind: "director", pageIds: [s.page.pageId] }, "2026-10-01", "2026-10-25")).status).toBe(200);
    expect(await dutyOf(t, s.director, "director_check", { day: "2026-09-01" })).toBeUndefined();
  });

  test("DL-28 the month of the deputy closes when every page that had lessons was looked at", async () => {
    const s = await school("003");
    await clockAt(t, s, "2026-09-30");
    const month = { day: "2026-09-01" };
    expect(await dutyOf(t, s.deputy, "deputy_check", month)).toMatchObject({ state: "today", left: [{ what: "pages", count: 3 }] });
    expect((await check(s.deputy, { kind: "deputy", pageIds: [s.page.pageId, s.subgroupPage.pageId] }, "2026-09-01", "2026-09-30")).status).toBe(200);
    expect(await dutyOf(t, s.deputy, "deputy_check", month)).toMatchObject({ left: [{ what: "pages", count: 1 }] });
    expect((await check(s.deputy, { kind: "deputy", pageIds: [s.otherPage.pageId] }, "2026-09-01", "2026-09-30")).status).toBe(200);
    expect(await dutyOf(t, s.deputy, "deputy_check", month)).toBeUndefined();
  });
});

describe("people", () => {
  const came = (s: MadeSchool, on: string) =>
    t.owner.query("update people.pupil set admitted_on = $3 where school_id = $1 and pupil_id = $2", [s.schoolId, s.classA.newcomer, on]);

  test("DL-34 a new pupil without a code or a group on the 4th working day is overdue for the homeroom teacher", async () => {
    const s = await school();
    await came(s, "2026-09-14");
    expect(await stateOn(t, s, s.homeroom, "newcomer", "2026-09-17")).toBe("today");
    expect(await stateOn(t, s, s.homeroom, "newcomer", "2026-09-18")).toBe("overdue");
    const duty = (await dutyOf(t, s.homeroom, "newcomer"))!;
    expect(duty.left.map(({ what }) => what)).toEqual(["access", "group"]);
    await t.owner.query("insert into people.member (school_id, group_id, pupil_id, from_day) values ($1, $2, $3, '2026-09-15')", [
      s.schoolId,
      s.subgroup.groupId,
      s.classA.newcomer,
    ]);
    expect((await dutyOf(t, s.homeroom, "newcomer"))!.left.map(({ what }) => what)).toEqual(["access"]);
    await t.owner.query("insert into access.account_person (account_id, school_id, person_id) values ($1, $2, $3)", [
      s.pupil.accountId,
      s.schoolId,
      s.classA.newcomer,
    ]);
    expect(await dutyOf(t, s.homeroom, "newcomer")).toBeUndefined();
  });

  test("DL-47 the share of parents with access is shown, and the duty closes when all have it", async () => {
    const s = await school();
    expect(await stateOn(t, s, s.homeroom, "parent_logins", "2026-10-01")).toBe("overdue");
    // of the class's pupils two have parents with an account
    const all = s.classA.pupils.length + 1;
    expect(await dutyOf(t, s.homeroom, "parent_logins")).toMatchObject({
      left: [
        { what: "parents", count: all - 2 },
        { what: "parents_of", count: all },
      ],
    });
    await t.owner.query(
      `insert into people.guardianship (school_id, guardian_id, pupil_id, from_day, relation)
       select $1, $2, p, '2026-09-01', 'мать' from unnest($3::int[]) p on conflict do nothing`,
      [s.schoolId, s.guardian.personId, [...s.classA.pupils, s.classA.newcomer]],
    );
    expect(await dutyOf(t, s.homeroom, "parent_logins")).toBeUndefined();
  });

  test("DL-45 a remark is owed until its own day, goes when it is confirmed as fixed and comes back when it is returned", async () => {
    const s = await school();
    await clockAt(t, s, WEDNESDAY);
    const given = await t.ask(setRemarkRoute, s.deputy.cookie, { body: { pageId: s.page.pageId, text: "Нет темы 14 сентября", dueOn: "2026-09-18" } });
    expect(given.status).toBe(200);
    const { remarkId } = given.body;
    const remark = (who: Signed, on: string) => stateOn(t, s, who, "remark", on);
    expect(await remark(s.secondTeacher, "2026-09-18")).toBeUndefined();
    expect([await remark(s.teacher, "2026-09-18"), await remark(s.teacher, "2026-09-19")]).toEqual(["today", "overdue"]);
    const fixed = await t.ask(fixRemarkRoute, s.teacher.cookie, { params: { remarkId }, body: { note: "Записал", expectedVersion: given.body.version } });
    expect(fixed.status).toBe(200);
    expect(await dutyOf(t, s.teacher, "remark")).toBeUndefined();
    const back = { comment: "Тема не по плану", dueOn: "2026-09-25", expectedVersion: fixed.body.version };
    expect((await t.ask(returnRemarkRoute, s.deputy.cookie, { params: { remarkId }, body: back })).status).toBe(200);
    expect(await remark(s.teacher, "2026-09-25")).toBe("today");
  });
});
