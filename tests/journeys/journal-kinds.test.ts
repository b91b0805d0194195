import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aGroup, setKind } from "../builders/group.ts";
import type { MadeGroup } from "../builders/group.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";
import { setAbsenceSpanRoute } from "../../src/attendance/contract/set-absence-span.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { enrolInGroupRoute, leaveGroupRoute, makeGroupRoute } from "../../src/planning/contract/groups/groups.ts";
import { plansRoute } from "../../src/planning/contract/plan/list-plans.ts";
import { JournalPage, journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";

let t: TestApp;
let s: MadeSchool;
let club: MadeGroup;

const pupilsOfBoth = () => [s.classA.pupils[0]!, s.classA.pupils[1]!, s.classB.pupils[0]!];

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner);
  t.at(s.now);
  club = await aGroup(t, s, { kind: "club", name: "Шахматы", subject: "Шахматный кружок", pupils: pupilsOfBoth() });
});
afterAll(() => t.close());

const page = async (pageId: number) => (await t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId } })).body;
const mark = (g: MadeGroup, pupilId: number) =>
  t.ask(setMarkRoute, s.teacher.cookie, { params: { pageId: g.pageId, lessonId: g.on(s.today).lessonId, pupilId }, body: { mark: "5", expectedVersion: 0 } });
const absent = (g: MadeGroup, pupilId: number) =>
  t.ask(setAttendanceRoute, s.teacher.cookie, {
    params: { pageId: g.pageId, lessonId: g.on(s.today).lessonId },
    body: { entries: [{ pupilId, kind: "absent", expectedVersion: 0 }] },
  });
const write = (g: MadeGroup, body: { topic?: string; homework?: string }) =>
  t.ask(setLessonRoute, s.teacher.cookie, { params: { pageId: g.pageId, lessonId: g.on(s.today).lessonId }, body: { ...body, expectedVersion: 0 } });
const dayOf = async (pupilId: number, cookie: string) =>
  (await t.ask(diaryWeekRoute, cookie, { params: { pupilId } })).body.days.find((d) => d.day === s.today)!.lessons;

describe("the page of a kind", () => {
  test("JRN-04 ATT-10 a club has pupils of two classes, a topic and attendance; the parent sees the absence, and no mark is taken", async () => {
    const shown = await page(club.pageId);
    expect([...Value.Errors(JournalPage, shown)]).toEqual([]);
    expect(shown).toMatchObject({ kind: "club", uses: { marks: false, attendance: true, homework: false, topics: true } });
    expect(shown.pupils).toHaveLength(3);
    expect((await write(club, { topic: "Дебют" })).status).toBe(200);
    expect((await absent(club, s.classA.pupils[0]!)).status).toBe(200);
    expect(await mark(club, s.classA.pupils[0]!)).toMatchObject({ status: 422, problem: { code: "timetable.part_not_used", facts: { part: "marks" } } });
    expect(await write(club, { homework: "задача" })).toMatchObject({ status: 422, problem: { code: "timetable.part_not_used", facts: { part: "homework" } } });
    const lesson = (await dayOf(s.classA.pupils[0]!, s.guardian.cookie)).find((l) => l.subject === "Шахматный кружок")!;
    expect(lesson).toMatchObject({ absence: 1, topic: "Дебют", usesHomework: false });
    const { term } = (await t.ask(diaryWeekRoute, s.guardian.cookie, { params: { pupilId: s.classA.pupils[0]! } })).body;
    expect(term!.subjects.map((one) => one.subject)).not.toContain("Шахматный кружок");
  });

  test("JRN-02 an elective of two classes has a page of its own with marks, and JRN-03 an optional course keeps attendance and topics", async () => {
    const elective = await aGroup(t, s, { kind: "elective", name: "6-7 физика", subject: "Элективный курс", pupils: pupilsOfBoth(), slot: 5 });
    expect((await page(elective.pageId)).uses).toEqual({ marks: true, attendance: true, homework: true, topics: true });
    expect((await mark(elective, s.classB.pupils[0]!)).status).toBe(200);
    const course = await aGroup(t, s, { kind: "optional_course", name: "6-7 логика", subject: "Факультатив", pupils: pupilsOfBoth(), weekday: 3, slot: 3 });
    expect((await page(course.pageId)).uses).toMatchObject({ attendance: true, topics: true });
    expect((await write(course, { topic: "Высказывания" })).status).toBe(200);
    expect((await absent(course, s.classA.pupils[1]!)).status).toBe(200);
  });

  test("JRN-06 a lesson of an association is saved without any mark; with marks switched on for it the parent sees them", async () => {
    const order = { kind: "additional_education", subject: "Керамика", pupils: pupilsOfBoth(), slot: 6 } as const;
    const without = await aGroup(t, s, { ...order, name: "Керамика, группа 1" });
    expect((await write(without, { topic: "Глина" })).status).toBe(200);
    expect((await mark(without, s.classA.pupils[0]!)).status).toBe(422);
    const marked = await aGroup(t, s, { ...order, name: "Керамика, группа 2", usesMarks: true });
    expect((await mark(marked, s.classA.pupils[0]!)).status).toBe(200);
    const lessons = await dayOf(s.classA.pupils[0]!, s.guardian.cookie);
    expect(lessons.flatMap((l) => (l.subject === "Керамика" ? l.marks.map((m) => m.mark) : []))).toEqual(["5"]);
  });

  test("JRN-09 an extracurricular course without marks is kept, and its journal stands in the teacher's list of required documents", async () => {
    const course = await aGroup(t, s, { kind: "extracurricular", name: "Разговоры о важном", subject: "Внеурочная деятельность", pupils: pupilsOfBoth() });
    expect((await write(course, { topic: "День учителя" })).status).toBe(200);
    expect((await mark(course, s.classA.pupils[0]!)).status).toBe(422);
    const documentsOf = async (cookie: string) => (await t.ask(plansRoute, cookie)).body.documents;
    const mine = await documentsOf(s.teacher.cookie);
    expect(mine.find((d) => d.document === "extracurricular_journal")!.pages).toEqual([course.pageId]);
    expect(mine.find((d) => d.document === "journal")!.pages).not.toContain(course.pageId);
    expect(mine.find((d) => d.document === "programme")!.missing).toContain(course.pageId);
    expect((await documentsOf(s.secondTeacher.cookie)).map((d) => d.document)).toEqual(["programme", "journal", "characteristic"]);
  });

  test("JRN-11 what a kind uses is a norm of the school: switched on, marks are taken; switched off again, what stood is still shown and may be cleared", async () => {
    const on = { marks: true, attendance: false, homework: true, topics: false, paper: "electronic" } as const;
    const section = await aGroup(t, s, { kind: "section", name: "Волейбол", subject: "Секция волейбола", pupils: pupilsOfBoth() });
    expect((await mark(section, s.classA.pupils[0]!)).status).toBe(422);
    await setKind(t, s, "section", on);
    expect((await mark(section, s.classA.pupils[0]!)).status).toBe(200);
    expect((await absent(section, s.classA.pupils[1]!)).problem.facts).toMatchObject({ part: "attendance" });
    expect((await write(section, { topic: "Подача" })).problem.facts).toMatchObject({ part: "topics" });
    await setKind(t, s, "section", { ...on, marks: false });
    expect(await page(section.pageId)).toMatchObject({ uses: { marks: false }, marks: [{ mark: "5" }] });
    const params = { pageId: section.pageId, lessonId: section.on(s.today).lessonId, pupilId: s.classA.pupils[0]! };
    expect((await t.ask(setMarkRoute, s.teacher.cookie, { params, body: { mark: null, expectedVersion: 1 } })).status).toBe(200);
  });
});

describe("the journal of an extended-day group", () => {
  test("JRN-05 JRN-14 the educator marks children present per day; a child who came in October stands last, who left shows day and order", async () => {
    const october = new Date("2026-10-14T14:00:00Z");
    t.at(october);
    const body = {
      kind: "extended_day",
      name: "ГПД 2",
      subject: "Продлённый день",
      leaderId: s.teacher.personId,
      weeklyHours: 30,
      from: "2026-09-01",
    } as const;
    const made = (await t.ask(makeGroupRoute, s.deputy.cookie, { body })).body;
    const [first = 0, second = 0, third = 0] = s.classA.pupils;
    const enrol = (pupilIds: number[], from: string, order: string) =>
      t.ask(enrolInGroupRoute, s.secretary.cookie, { params: { groupId: made.groupId }, body: { pupilIds, from, order } });
    await enrol([second, third], "2026-09-01", "№ 12");
    await enrol([first], "2026-10-12", "№ 31");
    await t.ask(leaveGroupRoute, s.secretary.cookie, { params: { groupId: made.groupId, pupilId: second }, body: { lastDay: "2026-10-13", order: "№ 33" } });
    const shown = await page(made.pageId);
    expect(shown.uses).toMatchObject({ marks: false, attendance: true });
    expect(shown.pupils.map((p) => p.pupilId)).toEqual([second, third, first]);
    expect(shown.pupils[0]!.spans).toEqual([{ from: "2026-09-01", to: "2026-10-13", order: "№ 12", leftOrder: "№ 33" }]);
    // one day of the journal for every school day, whatever the number of lessons
    const days = shown.lessons.map((l) => l.day);
    expect(new Set(days).size).toBe(days.length);
    const { lessonId } = shown.lessons.find((l) => l.day === "2026-10-14")!;
    const saved = await t.ask(setAttendanceRoute, s.teacher.cookie, {
      params: { pageId: made.pageId, lessonId },
      body: { entries: [{ pupilId: first, kind: "absent", expectedVersion: 0 }] },
    });
    expect(saved.status).toBe(200);
    expect((await page(made.pageId)).absences).toMatchObject([{ lesson: lessonId, pupil: first, kind: 1 }]);
    const week = await t.ask(diaryWeekRoute, s.guardian.cookie, { params: { pupilId: first }, query: { day: "2026-10-14" } });
    expect(week.body.days.flatMap((d) => d.lessons).find((l) => l.lessonId === lessonId)).toMatchObject({ absence: 1, subject: "Продлённый день" });
    t.at(s.now);
  });
});

describe("a pupil taught apart from the class", () => {
  const apart = (kind: "home_study" | "family_education", pupilId: number) =>
    aGroup(t, s, { kind, name: `${kind} ${pupilId}`, subject: "Математика", pupils: [pupilId], classIds: [s.classA.classId], slot: 6 });
  const inClass = async (pupilId: number) => (await page(s.page.pageId)).pupils.find((p) => p.pupilId === pupilId)!;
  const classLesson = () => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId });
  const termMark = (pageId: number, pupilId: number, token: string) =>
    t.ask(setTermMarkRoute, s.teacher.cookie, { params: { pageId, term: 1, pupilId }, body: { mark: token, expectedVersion: 0 } });

  test("JRN-08 the individual lessons of teaching at home are dated and marked; the class page takes no lesson of the pupil and shows the period mark", async () => {
    const [, , , pupilId = 0] = s.classA.pupils;
    const home = await apart("home_study", pupilId);
    expect((await mark(home, pupilId)).status).toBe(200);
    expect((await absent(home, pupilId)).status).toBe(200);
    const classMark = await t.ask(setMarkRoute, s.teacher.cookie, { params: { ...classLesson(), pupilId }, body: { mark: "4", expectedVersion: 0 } });
    expect(classMark).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
    expect((await inClass(pupilId)).apart).toMatchObject([{ kind: "home_study", own: true, to: null }]);
    expect((await termMark(home.pageId, pupilId, "5")).status).toBe(200);
    expect((await page(s.page.pageId)).termMarks).toMatchObject([{ term: 1, pupil: pupilId, mark: "5" }]);
    expect((await termMark(s.page.pageId, pupilId, "3")).status).toBe(422);
  });

  test("JRN-07 a pupil of family education has only interim attestation, no daily attendance and no lesson marks", async () => {
    const [, , pupilId = 0] = s.classA.pupils;
    const family = await apart("family_education", pupilId);
    expect((await page(family.pageId)).uses).toEqual({ marks: true, attendance: false, homework: false, topics: false });
    expect((await absent(family, pupilId)).problem).toMatchObject({ code: "timetable.part_not_used", facts: { part: "attendance" } });
    const away = await t.ask(setAttendanceRoute, s.teacher.cookie, {
      params: classLesson(),
      body: { entries: [{ pupilId, kind: "absent", expectedVersion: 0 }] },
    });
    expect(away).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
    const span = await t.ask(setAbsenceSpanRoute, s.secretary.cookie, { params: { pupilId }, body: { from: s.today, to: s.today, reason: 1 } });
    expect(span.body.written).toBe(1);
    expect((await termMark(family.pageId, pupilId, "4")).status).toBe(200);
    expect((await page(s.page.pageId)).termMarks).toContainEqual(expect.objectContaining({ pupil: pupilId, mark: "4" }));
  });
});

describe("a combined class of a small school", () => {
  test("MRK-13 of grades 1 and 6 takes no marks of the first grade, and marks of the sixth", async () => {
    const pupilOfSix = s.classA.pupils[0]!;
    const pupilOfOne = s.classB.pupils[1]!;
    await t.owner.query("update people.school_class set grade_level = 1 where school_id = $1 and class_id = $2", [s.schoolId, s.classB.classId]);
    const combined = await aGroup(t, s, { kind: "class", name: "1 и 6", subject: "Чтение", pupils: [pupilOfSix, pupilOfOne], weekday: 3, slot: 5 });
    const shown = await page(combined.pageId);
    expect(shown.uses.marks).toBe(true);
    expect(shown.pupils.map((p) => p.className).sort()).toEqual(["6А", "7Б"]);
    expect((await mark(combined, pupilOfSix)).status).toBe(200);
    expect(await mark(combined, pupilOfOne)).toMatchObject({ status: 422, problem: { facts: { unmarked: true } } });
    expect((await absent(combined, pupilOfOne)).status).toBe(200);
    await t.owner.query("update people.school_class set grade_level = 7 where school_id = $1 and class_id = $2", [s.schoolId, s.classB.classId]);
  });
});

describe("a grade without marks", () => {
  test("MRK-13 in grade 1 no mark is taken and the page says so, attendance stays", async () => {
    const first = await aGroup(t, s, { kind: "class", name: "1А", subject: "Окружающий мир", pupils: pupilsOfBoth(), gradeLevel: 1, classIds: [] });
    expect((await page(first.pageId)).uses).toEqual({ marks: false, attendance: true, homework: true, topics: true });
    expect(await mark(first, s.classA.pupils[0]!)).toMatchObject({ status: 422, problem: { code: "timetable.part_not_used", facts: { unmarked: true } } });
    expect((await absent(first, s.classA.pupils[0]!)).status).toBe(200);
  });
});
