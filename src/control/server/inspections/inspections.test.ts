import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { grantRoles } from "../../../access/server/door.ts";
import { asSchool } from "../../../foundation/database.ts";
import { day, instantOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { addDepartment } from "../../../people/server/door.ts";
import { setNorms } from "../../../regulation/server/door.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import {
  careRoute,
  classWeekRoute,
  departmentDaysRoute,
  inspectionListRoute,
  makeInspectionRoute,
  setCareRoute,
} from "../../contract/inspections/inspections.ts";
import { myDutiesRoute } from "../../contract/duties/duties.ts";
import { setRemarkRoute } from "../../contract/remarks/remarks.ts";

let t: TestApp;
let s: MadeSchool;
let departmentId: number;
const START = day("2026-09-01");

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner);
  await t.owner.query("update access.session set idle_until = '2100-01-01'");
  await asSchool(t.owner, s.schoolId, async (tx) => {
    const norm = (code: "control.deputy" | "control.department" | "control.director" | "control.homeroom", value: string) => ({
      code,
      value,
      act: "Положение",
      clause: "п. 2.3",
      from: START,
    });
    await setNorms(tx, s.schoolId, [
      norm("control.deputy", "month_end"),
      norm("control.department", "school_day.end"),
      norm("control.director", "period_end"),
      norm("control.homeroom", "week_end"),
    ]);
    departmentId = await addDepartment(tx, s.schoolId, {
      name: "Отдел точных наук",
      from: START,
      heads: [s.secondTeacher.personId],
      people: [s.teacher.personId],
    });
    await addDepartment(tx, s.schoolId, { name: "Отдел искусств", from: START, heads: [s.homeroom.personId], people: [] });
    await grantRoles(tx, s.schoolId, [{ personId: s.secondTeacher.personId, role: "head_of_department", from: START }]);
  });
  t.at(s.now);
});
afterAll(() => t.close());

const list = async (who = s.deputy, query: { month?: string } = {}) => (await t.ask(inspectionListRoute, who.cookie, { query })).body;
const make = (body: object, who = s.deputy) => t.ask(makeInspectionRoute, who.cookie, { body: { from: s.today, to: s.today, findings: "", ...body } as never });
const care = (grades: number[] | null, expected: number[] | null, who = s.director) =>
  t.ask(setCareRoute, who.cookie, { params: { personId: s.deputy.personId }, body: { grades, expected } });
const month = { from: "2026-09-01", to: "2026-09-30" };

describe("the deputy's check of a month", () => {
  test("CTL-20 a deputy who is given grade 7 sees the pages of grade 7 in the check list only, and checks no others", async () => {
    expect(new Set((await list()).pages.map((p) => p.gradeLevel))).toEqual(new Set([6, 7]));
    expect((await care([7], null)).body).toMatchObject({ grades: [7] });
    const narrow = await list();
    expect(narrow.grades).toEqual([7]);
    expect(narrow.pages.map((p) => [p.pageId, p.gradeLevel])).toEqual([[s.otherPage.pageId, 7]]);
    expect((await list(s.director)).pages.length).toBe(3);
    expect((await make({ kind: "deputy", ...month, pageIds: [s.page.pageId] })).status).toBe(403);
    expect((await make({ kind: "deputy", ...month, pageIds: [s.otherPage.pageId], findings: "Темы записаны" })).status).toBe(200);
    const { deputies, grades, maySet } = (await t.ask(careRoute, s.director.cookie)).body;
    expect({ deputies, grades, maySet }).toMatchObject({
      deputies: [{ personId: s.deputy.personId, name: "Тетерина А. И.", grades: [7] }],
      grades: [6, 7],
      maySet: true,
    });
  });

  test("CTL-20 the grades of a deputy are given over what was seen, by the director or the administrator, and the change stands in the ledger", async () => {
    expect((await care([6], null)).problem).toMatchObject({ status: 409, code: "control.care_changed_meanwhile", facts: { grades: [7] } });
    expect((await care([6], [7], s.deputy)).status).toBe(403);
    expect((await care(null, [7], s.admin)).body.grades).toBeNull();
    expect(
      (await t.ask(setCareRoute, s.director.cookie, { params: { personId: s.teacher.personId }, body: { grades: [6], expected: null } })).problem.code,
    ).toBe("control.deputy_not_found");
    const { rows } = await t.owner.query(
      "select a.body::jsonb -> 'after' as after from ledger.audit a join ledger.code c on c.code_no = a.act where a.school_id = $1 and c.code = 'control.care.set' order by a.seq",
      [s.schoolId],
    );
    expect(rows).toEqual([{ after: [7] }, { after: null }]);
  });

  test("CTL-27 is an entry: who, when, which journals, of which days, what was found, with the remarks given in it", async () => {
    await t.ask(setRemarkRoute, s.deputy.cookie, { body: { pageId: s.page.pageId, text: "Нет темы" } });
    const made = (await make({ kind: "deputy", ...month, pageIds: [s.page.pageId, s.subgroupPage.pageId], findings: " Нет темы 14 сентября " })).body;
    expect(made).toMatchObject({
      madeBy: "Тетерина А. И.",
      madeOn: s.today,
      from: month.from,
      to: month.to,
      pages: 2,
      grades: [6],
      findings: "Нет темы 14 сентября",
      remarks: 1,
      openRemarks: 1,
    });
    const { inspections, pages, due } = await list();
    expect(inspections[0]).toMatchObject({ inspectionId: made.inspectionId });
    expect(pages.every((p) => p.checkedBy === "Тетерина А. И." && p.checkedOn === s.today)).toBe(true);
    expect(due).toMatchObject({ overdue: false, clause: "п. 2.3" });
    // the same once more is the same entry
    expect(
      (await make({ kind: "deputy", ...month, pageIds: [s.subgroupPage.pageId, s.page.pageId], findings: "Нет темы 14 сентября" })).body.inspectionId,
    ).toBe(made.inspectionId);
  });

  test("CTL-27 no entry of a check can be changed or deleted: the program itself has no right to", async () => {
    const client = await t.pool.connect();
    try {
      for (const sql of ["delete from control.inspection", "update control.inspection set findings = 'всё хорошо'", "truncate control.inspection"]) {
        await client.query(`begin; select set_config('app.school', '${s.schoolId}', true)`);
        await expect(client.query(sql)).rejects.toThrow(/permission denied/);
        await client.query("rollback");
      }
    } finally {
      client.release();
    }
  });

  test("refuses days ahead, no journals, a foreign page, another's office", async () => {
    expect((await make({ kind: "deputy", from: "2026-10-01", to: "2026-10-31", pageIds: [s.page.pageId] })).problem.code).toBe("control.inspection_ahead");
    expect((await make({ kind: "deputy", from: "2026-09-30", to: "2026-09-01", pageIds: [s.page.pageId] })).problem.code).toBe("control.days_upside_down");
    expect((await make({ kind: "deputy", pageIds: [99_999] })).problem.code).toBe("journal.page_not_found");
    expect((await make({ kind: "deputy" })).problem.code).toBe("control.nothing_to_inspect");
    expect((await make({ kind: "director", pageIds: [s.page.pageId] })).status).toBe(403);
    expect((await make({ kind: "deputy", pageIds: [s.page.pageId] }, s.teacher)).status).toBe(403);
    expect((await t.ask(inspectionListRoute, s.deputy.cookie, { query: { month: "когда-нибудь" } })).problem.code).toBe("timetable.not_a_day");
  });

  test("a month without a check is overdue after its last day", async () => {
    t.at(instantOf(day("2026-10-31"), "23:59", s.timezone));
    const october = { month: "2026-10" };
    expect((await list(s.deputy, october)).due.overdue).toBe(false);
    t.at(instantOf(day("2026-11-01"), "00:00", s.timezone));
    expect((await list(s.deputy, october)).due.overdue).toBe(true);
    t.at(s.now);
  });
});

describe("a department", () => {
  const days = async (who = s.secondTeacher) => (await t.ask(departmentDaysRoute, who.cookie)).body.departments;

  test("CTL-21 its head sees own days only and marks one as checked; an unchecked day stays visible to the deputy", async () => {
    const own = await days();
    expect(own.map((d) => [d.name, d.mayCheck])).toEqual([["Отдел точных наук", true]]);
    const today = own[0]!.days.find((d) => d.day === s.today)!;
    expect(today).toMatchObject({ held: 3, unwritten: 3, checkedAt: null, due: { overdue: false } });
    expect(own[0]!.days.find((d) => d.day === "2026-09-15")!.due).toMatchObject({ overdue: true, clause: "п. 2.3" });
    expect(own[0]!.days.some((d) => d.day === "2026-09-13")).toBe(false);
    const checked = await make({ kind: "department", from: s.today, to: s.today, departmentId, findings: "Темы вносят до вечера" }, s.secondTeacher);
    expect(checked.body).toMatchObject({ kind: "department", department: "Отдел точных наук", pages: 3 });
    const seen = (await days(s.deputy)).find((d) => d.departmentId === departmentId)!;
    expect(seen.mayCheck).toBe(false);
    expect(seen.days.find((d) => d.day === s.today)).toMatchObject({ checkedBy: "Брагина А. И." });
    expect(seen.days.filter((d) => d.checkedAt === null).map((d) => d.day)).toContain("2026-09-15");
  });

  test("CTL-21 is checked by nobody but its head", async () => {
    expect((await make({ kind: "department", from: s.today, to: s.today, departmentId: departmentId + 1 }, s.secondTeacher)).status).toBe(403);
    expect((await make({ kind: "department", from: s.today, to: s.today, departmentId }, s.deputy)).status).toBe(403);
    expect((await make({ kind: "department", from: s.today, to: s.today, departmentId: 77 }, s.secondTeacher)).problem.code).toBe(
      "control.department_not_found",
    );
    expect((await t.ask(departmentDaysRoute, s.teacher.cookie)).status).toBe(403);
  });
});

describe("the director", () => {
  test("CTL-22 a term without the director's check is overdue when it has ended, and one entry ends that", async () => {
    const first = async () => (await list(s.director)).terms.find((term) => term.term === 1)!;
    expect(await first()).toMatchObject({ from: "2026-09-01", to: "2026-10-25", checkedOn: null, due: { overdue: false, clause: "п. 2.3" } });
    t.at(instantOf(day("2026-10-26"), "09:00", s.timezone));
    expect((await first()).due.overdue).toBe(true);
    const owed = async () => (await t.ask(myDutiesRoute, s.director.cookie)).body.duties.filter((duty) => duty.kind === "director_check" && duty.day === START);
    expect(await owed()).toMatchObject([{ state: "overdue" }]);
    const entry = { kind: "director", from: "2026-09-01", to: "2026-10-25", pageIds: [s.page.pageId, s.otherPage.pageId], findings: "Журналы ведутся" };
    expect((await make(entry, s.director)).status).toBe(200);
    expect(await first()).toMatchObject({ checkedOn: "2026-10-26", checkedBy: "Осокин А. И.", due: { overdue: false } });
    // the entry is the evidence of the duty
    expect(await owed()).toEqual([]);
    t.at(s.now);
  });
});

describe("the homeroom teacher", () => {
  const week = async (who = s.homeroom, on: LocalDate = s.today) =>
    t.ask(classWeekRoute, who.cookie, { params: { classId: s.classA.classId }, query: { day: on } });

  test("CTL-23 sees the week's unfilled lessons of the own class by subject and marks the week as controlled", async () => {
    await t.ask(setLessonRoute, s.teacher.cookie, {
      params: { pageId: s.page.pageId, lessonId: s.page.on(plusDays(s.today, -1)).lessonId },
      body: { topic: "Доли", homework: "№ 2", expectedVersion: 0 },
    });
    const seen = (await week()).body;
    expect(seen.subjects.map(({ subject, held, lessons }) => [subject, held, lessons.map((l) => [l.day, l.noTopic])])).toEqual([
      ["Английский язык", 1, [[s.today, true]]],
      [
        "Математика",
        3,
        [
          ["2026-09-14", true],
          [s.today, true],
        ],
      ],
    ]);
    expect(seen).toMatchObject({ from: "2026-09-14", to: "2026-09-20", mayCheck: true, checkedOn: null });
    const { from, to } = seen;
    expect((await make({ kind: "homeroom", from, to, classId: s.classA.classId, findings: "Учителям сказано" }, s.homeroom)).body).toMatchObject({ pages: 2 });
    expect((await week()).body).toMatchObject({ checkedOn: s.today, checkedBy: "Щеглова А. И.", findings: "Учителям сказано" });
  });

  test("CTL-23 a week without the control is overdue after its Sunday; others' classes are not theirs to mark", async () => {
    expect((await week(s.homeroom, day("2026-09-08"))).body.due).toMatchObject({ overdue: true, clause: "п. 2.3" });
    expect((await week(s.deputy)).body.mayCheck).toBe(false);
    expect((await week(s.teacher)).status).toBe(403);
    expect((await make({ kind: "homeroom", classId: s.classB.classId }, s.homeroom)).status).toBe(403);
    expect((await t.ask(classWeekRoute, s.homeroom.cookie, { params: { classId: 999 } })).problem.code).toBe("control.class_not_found");
  });
});
