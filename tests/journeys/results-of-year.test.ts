import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asNobody } from "../../src/foundation/database.ts";
import { day, instantOf } from "../../src/foundation/day.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { classSummaryRoute, setDebtRoute, setStateExamRoute } from "../../src/journal/contract/periods/class-summary.ts";
import { closingListRoute } from "../../src/journal/contract/periods/closing-list.ts";
import { pupilRecordRoute, setBroughtMarkRoute } from "../../src/journal/contract/periods/pupil-record.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { EXAM, FINAL, YEAR } from "../../src/journal/rules/period-mark.ts";
import { attachAssessmentRoute } from "../../src/planning/contract/terms/close-term.ts";
import { setNorms } from "../../src/regulation/server/door.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let school: MadeSchool;
const MAY = day("2027-05-28");

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  await t.owner.query("select ledger.make_partitions('2026-08-01', '2027-07-01')");
  school = await aSchool(t.owner, { pupils: 8 });
  await t.owner.query("update access.session set seen_at = '2100-01-01'");
  t.at(school.now);
});
afterAll(() => t.close());

const put = (pupil: number, term: number, mark: string, expectedVersion = 0) =>
  t.ask(setTermMarkRoute, school.teacher.cookie, {
    params: { pageId: school.page.pageId, term, pupilId: school.classA.pupils[pupil]! },
    body: { mark, expectedVersion },
  });
const summary = async (cookie = school.homeroom.cookie) => (await t.ask(classSummaryRoute, cookie, { params: { classId: school.classA.classId } })).body;
const debt = (pupil: number, body: object, cookie = school.deputy.cookie) =>
  t.ask(setDebtRoute, cookie, { params: { pageId: school.page.pageId, pupilId: school.classA.pupils[pupil]! }, body: body as never });
const exam = (pupil: number, body: object, cookie = school.admin.cookie) =>
  t.ask(setStateExamRoute, cookie, { params: { pageId: school.page.pageId, pupilId: school.classA.pupils[pupil]! }, body: body as never });
const NO_ATTEMPT = { on: null, mark: null };

describe("the results of a year", () => {
  test("ACC-06 a quarter's mark on one current mark warns the teacher, and the case is in the deputy's list", async () => {
    const pupilId = school.classA.pupils[0]!;
    const { lessonId } = school.page.on(school.today);
    await t.ask(setMarkRoute, school.teacher.cookie, { params: { pageId: school.page.pageId, lessonId, pupilId }, body: { mark: "5", expectedVersion: 0 } });
    const answer = await put(0, 1, "5");
    expect(answer.body.accumulation?.has).toBe(1);
    expect(answer.body.accumulation!.least).toBeGreaterThan(1);
    const list = await t.ask(closingListRoute, school.deputy.cookie, { params: { kind: "quarter", term: 1 } });
    expect(list.body.short).toEqual([expect.objectContaining({ pageId: school.page.pageId, pupilId, mark: "5", by: "Лунёва А. И." })]);
    expect(list.body.lines.find((l) => l.pageId === school.page.pageId)).toMatchObject({ marked: 1, pupils: 9, className: "6А", closing: null });
  });

  test("PER-08 an annual 2 creates a debt record with two attempts, which the deputy fills in", async () => {
    t.at(instantOf(MAY, "13:00", school.timezone));
    expect((await put(1, YEAR, "2")).status).toBe(200);
    expect((await summary()).debts).toEqual([
      expect.objectContaining({ pupilId: school.classA.pupils[1], mark: "2", first: NO_ATTEMPT, second: NO_ATTEMPT, closedOn: null, version: 1 }),
    ]);
    const first = { on: "2027-09-20", mark: "2" };
    expect((await debt(1, { first, second: { on: "2027-09-10", mark: null }, expectedVersion: 1 })).problem.code).toBe("journal.attempts_out_of_order");
    expect((await debt(1, { first: { on: null, mark: "3" }, second: NO_ATTEMPT, expectedVersion: 1 })).problem.code).toBe("journal.attempt_without_day");
    expect((await debt(1, { first: { on: "2027-02-31", mark: null }, second: NO_ATTEMPT, expectedVersion: 1 })).problem.code).toBe("journal.not_a_day");
    expect((await debt(1, { first, second: NO_ATTEMPT, expectedVersion: 1 }, school.homeroom.cookie)).status).toBe(403);
    expect((await debt(1, { first, second: { on: "2027-12-01", mark: null }, expectedVersion: 1 })).body).toMatchObject({
      first,
      second: { on: "2027-12-01", mark: null },
    });
    expect((await debt(1, { first: NO_ATTEMPT, second: NO_ATTEMPT, expectedVersion: 1 })).status).toBe(409);
    expect((await debt(2, { first, second: NO_ATTEMPT, expectedVersion: 0 })).status).toBe(404);
    expect((await put(1, YEAR, "3", 1)).status).toBe(200);
    expect((await summary()).debts[0]!.closedOn).toBe(MAY);
  });

  test("PER-06 results of the state attestation stand in the summary sheet of a ninth grade, exam and final marks too", async () => {
    const body = { form: "oge", heldOn: "2027-05-25", score: 22, mark: "4", expectedVersion: 0 };
    expect((await exam(0, body)).problem.code).toBe("journal.exam_not_of_grade");
    await t.owner.query("update timetable.page set grade_level = 9 where school_id = $1 and page_id = $2", [school.schoolId, school.page.pageId]);
    await t.owner.query("update people.school_class set grade_level = 9 where school_id = $1 and class_id = $2", [school.schoolId, school.classA.classId]);
    expect((await exam(0, { ...body, score: null, mark: null })).problem.code).toBe("journal.exam_without_result");
    expect((await exam(0, { ...body, mark: "7" })).problem.code).toBe("journal.mark_not_in_scale");
    expect((await exam(0, body, school.teacher.cookie)).status).toBe(403);
    expect((await exam(0, body)).status).toBe(200);
    expect((await exam(0, body, school.deputy.cookie)).status).toBe(200);
    expect((await exam(0, { ...body, mark: "5" })).status).toBe(409);
    for (const [term, mark] of [
      [YEAR, "5"],
      [EXAM, "4"],
      [FINAL, "5"],
    ] as const)
      expect((await put(0, term, mark)).status).toBe(200);
    const sheet = await summary(school.director.cookie);
    expect(sheet.periods.map((p) => p.kind)).toEqual(["year", "exam", "final"]);
    expect(sheet.exams).toEqual([expect.objectContaining({ pupilId: school.classA.pupils[0], form: "oge", score: 22, mark: "4" })]);
    expect(sheet.marks.filter((m) => m.pupilId === school.classA.pupils[0] && m.term >= YEAR).map((m) => [m.term, m.mark])).toEqual([
      [YEAR, "5"],
      [EXAM, "4"],
      [FINAL, "5"],
    ]);
  });

  test("PER-09 the page of the journal and the summary sheet link to the regulation in force", async () => {
    const page = () => t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } });
    expect((await page()).body.assessment).toBeNull();
    const body = { title: "Положение о системе оценивания", address: "https://school.example/ocenki.pdf", from: "2026-09-01" };
    expect((await t.ask(attachAssessmentRoute, school.director.cookie, { body: { ...body, address: "javascript:alert(1)" } })).status).toBe(400);
    expect((await t.ask(attachAssessmentRoute, school.director.cookie, { body })).status).toBe(200);
    expect((await page()).body.assessment).toEqual({ title: body.title, address: body.address });
    expect((await summary()).assessment?.title).toBe(body.title);
  });

  test("a mark from another school is entered with its source, shown, and counted by choice", async () => {
    t.at(school.now);
    await t.owner.query("update timetable.page set grade_level = 6 where school_id = $1 and page_id = $2", [school.schoolId, school.page.pageId]);
    const pupilId = school.classA.pupils[3]!;
    const bring = (body: object, no = 0, cookie = school.homeroom.cookie) =>
      t.ask(setBroughtMarkRoute, cookie, { params: { pageId: school.page.pageId, pupilId, no }, body: body as never });
    const mark = { day: "2026-09-05", mark: "3", weight: 1, counts: true, source: "Школа № 5 г. Керчи", expectedVersion: 0 };
    expect((await bring({ ...mark, source: " " })).problem.code).toBe("journal.brought_without_source");
    expect((await bring({ ...mark, day: "2026-08-05" })).problem.code).toBe("journal.day_outside_terms");
    expect((await bring({ ...mark, mark: "7" })).problem.code).toBe("journal.mark_not_in_scale");
    expect((await bring(mark)).body).toEqual({ no: 1, version: 1 });
    expect((await put(3, 1, "3")).body).toMatchObject({ offered: "3" });
    expect((await bring({ ...mark, counts: false, expectedVersion: 1 }, 1)).body).toEqual({ no: 1, version: 2 });
    expect((await put(3, 1, "4", 1)).body).toMatchObject({ offered: null });
    const page = await t.ask(journalPageRoute, school.teacher.cookie, { params: { pageId: school.page.pageId } });
    expect(page.body.brought).toEqual([expect.objectContaining({ pupil: pupilId, mark: "3", counts: false, source: "Школа № 5 г. Керчи" })]);
    expect((await bring({ ...mark, mark: null, expectedVersion: 2 }, 1)).status).toBe(200);
    expect((await bring({ ...mark, expectedVersion: 2 }, 1)).status).toBe(409);
  });

  test("MRK-09 the pupil's card opens a mark of two years ago, to those who care for the pupil and to the subject's teacher", async () => {
    t.at(school.now);
    const pupilId = school.classA.pupils[4]!;
    await asNobody(t.owner, (tx) =>
      setNorms(tx, school.schoolId, [{ code: "marks.unsatisfactory", value: ["2"], act: "Положение", clause: "п. 1", from: day("2024-09-01") }]),
    );
    const old = 900_001;
    await t.owner.query(
      `insert into timetable.page (school_id, page_id, group_id, subject_id, year, grade_level) select school_id, $3, group_id, subject_id, 2024, 4 from timetable.page where school_id = $1 and page_id = $2`,
      [school.schoolId, school.page.pageId, old],
    );
    await t.owner.query(
      `insert into timetable.lesson (school_id, page_id, lesson_id, day, teacher_id, slot, term) values ($1, $2, 900001, '2024-10-10', $3, 1, 1)`,
      [school.schoolId, old, school.teacher.personId],
    );
    await t.owner.query(
      `insert into journal.mark (school_id, page_id, lesson_id, pupil_id, lesson_day, set_by, value, signs, set_at) values ($1, $2, 900001, $3, '2024-10-10', $4, 4, 16, '2024-10-10')`,
      [school.schoolId, old, pupilId, school.teacher.personId],
    );
    const record = (cookie: string) => t.ask(pupilRecordRoute, cookie, { params: { pupilId } });
    for (const who of [school.homeroom, school.deputy, school.teacher]) {
      const pages = (await record(who.cookie)).body.pages;
      expect(pages.find((p) => p.year === 2024)?.marks).toEqual([expect.objectContaining({ day: "2024-10-10", mark: "4" })]);
    }
    expect((await record(school.secondTeacher.cookie)).status).toBe(403);
    const english = await t.ask(pupilRecordRoute, school.secondTeacher.cookie, { params: { pupilId: school.classA.pupils[0]! } });
    expect([...new Set(english.body.pages.map((p) => p.subject))]).toEqual(["Английский язык"]);
    expect((await t.ask(pupilRecordRoute, school.guardian.cookie, { params: { pupilId } })).status).toBe(403);
  });
});
