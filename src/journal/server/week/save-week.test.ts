import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { day, plusDays, weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Input } from "../../../foundation/route.ts";
import { changeLessonRoute } from "../../../timetable/contract/change-lesson.ts";
import { saveWeekRoute, schoolWeekRoute } from "../../../timetable/contract/school-week.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";

let t: TestApp;
let s: MadeSchool;
const from = day("2026-10-05");

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());
beforeEach(async () => {
  s = await aSchool(t.owner, { pupils: 2 });
  t.at(s.now);
});

type Row = Input<typeof saveWeekRoute>["body"]["pages"][number]["lessons"][number];
const weekOn = async (d: LocalDate = from, who = s.admin) => (await t.ask(schoolWeekRoute, who.cookie, { params: { day: d } })).body;
const rowsOf = async (pageId: number, d: LocalDate = from) => (await weekOn(d)).pages.find((p) => p.pageId === pageId)!.lessons;
type More = Partial<Input<typeof saveWeekRoute>["body"]> & { who?: Signed; on?: LocalDate; seen?: Row[] };
async function save(pageId: number, lessons: Row[], { who = s.admin, on = from, seen, ...body }: More = {}) {
  const pages = [{ pageId, seen: seen ?? (await rowsOf(pageId, on)), lessons }];
  return t.ask(saveWeekRoute, who.cookie, { params: { day: on }, body: { pages, ...body } });
}
const dated = async (pageId: number, a: string, b: string) =>
  (
    await t.owner.query<{ day: LocalDate; slot: number; state: number; teacher: number; lesson: number }>(
      "select day, slot, state, teacher_id as teacher, lesson_id as lesson from timetable.lesson where school_id = $1 and page_id = $2 and day between $3 and $4 order by day, slot",
      [s.schoolId, pageId, a, b],
    )
  ).rows;
const row = (weekday: number, slot: number, more: Partial<Row> = {}): Row => ({ teacherId: s.page.teacherId, roomId: null, weekday, slot, parity: 0, ...more });

describe("the week of a page, saved from a day on", () => {
  test("TT-01 over a month makes dated lessons on school days only; earlier lessons keep their place", async () => {
    const before = await dated(s.page.pageId, "2026-09-01", "2026-10-04");
    const answer = await save(s.page.pageId, [row(1, 5), row(3, 5)]);
    expect(answer).toMatchObject({ status: 200, body: { saved: true, from, cancelled: [], kept: [], clashes: [] } });
    expect(await dated(s.page.pageId, "2026-09-01", "2026-10-04")).toEqual(before);
    const after = await dated(s.page.pageId, "2026-10-05", "2026-11-30");
    // 26 October to 2 November are holidays, Wednesday 4 November is a day off
    expect(after.map((l) => l.day)).toEqual(
      ["10-05", "10-07", "10-12", "10-14", "10-19", "10-21", "11-09", "11-11", "11-16", "11-18", "11-23", "11-25", "11-30"].map((d) => `2026-${d}`),
    );
    expect(after.every((l) => l.slot === 5)).toBe(true);
    expect(await rowsOf(s.page.pageId, plusDays(from, -1))).toHaveLength(5);
    expect(await rowsOf(s.page.pageId)).toHaveLength(2);
  });

  test("is said before it is saved: the preview tells the same and writes nothing", async () => {
    const before = await dated(s.page.pageId, "2026-09-01", "2027-05-31");
    const asked = [row(1, 5), row(3, 5)];
    const preview = await save(s.page.pageId, asked, { preview: true });
    expect(preview.body.saved).toBe(false);
    expect(await dated(s.page.pageId, "2026-09-01", "2027-05-31")).toEqual(before);
    const { saved: _, ...told } = (await save(s.page.pageId, asked)).body;
    expect(preview.body).toMatchObject(told);
    expect(told.altered + told.added + told.stays).toBe((await dated(s.page.pageId, from, "2027-05-31")).length);
  });

  test("never loses a written lesson: it keeps its day at another hour, or is cancelled with its topic readable", async () => {
    const [mon, tue] = [s.page.on(from), s.page.on(plusDays(from, 1))];
    for (const lesson of [mon, tue]) {
      const written = { params: { pageId: s.page.pageId, lessonId: lesson.lessonId }, body: { topic: "Дроби", expectedVersion: 0 } };
      expect((await t.ask(setLessonRoute, s.teacher.cookie, written)).status).toBe(200);
    }
    const answer = await save(s.page.pageId, [row(1, 6), row(4, 1)]);
    expect(answer.body.cancelled).toMatchObject([{ lessonId: tue.lessonId, day: plusDays(from, 1), group: "6А", subject: "Математика" }]);
    const week = await dated(s.page.pageId, from, plusDays(from, 6));
    expect(week.filter((l) => l.state === 0).map((l) => [weekdayOf(l.day), l.slot])).toEqual([
      [1, 6],
      [4, 1],
    ]);
    expect(week.find((l) => l.lesson === mon.lessonId)).toMatchObject({ day: from, slot: 6 });
    expect(week.find((l) => l.lesson === tue.lessonId)).toMatchObject({ state: 1 });
    const { rows } = await t.owner.query("select kind, reason from timetable.lesson_change where school_id = $1 and lesson_id = $2", [
      s.schoolId,
      tue.lessonId,
    ]);
    expect(rows).toEqual([{ kind: "cancelled", reason: "Новое расписание с 5 октября" }]);
  });

  test("keeps what was decided by hand for a day and says so", async () => {
    const lesson = s.page.on(plusDays(from, 1));
    const body = { change: "substitute" as const, substituteId: s.secondTeacher.personId, reason: "курсы", expectedVersion: 1 };
    await t.ask(changeLessonRoute, s.deputy.cookie, {
      params: { pageId: s.otherPage.pageId, lessonId: s.otherPage.on(plusDays(from, 1)).lessonId },
      body: { change: "cancel", reason: "курсы", expectedVersion: 1 },
    });
    expect((await t.ask(changeLessonRoute, s.deputy.cookie, { params: { pageId: s.page.pageId, lessonId: lesson.lessonId }, body })).status).toBe(200);
    const answer = await save(s.page.pageId, [row(1, 5)]);
    expect(answer.body.kept).toMatchObject([{ lessonId: lesson.lessonId }]);
    expect((await dated(s.page.pageId, plusDays(from, 1), plusDays(from, 1)))[0]).toMatchObject({ state: 0, lesson: lesson.lessonId });
  });

  test("of odd and even weeks stands in its own weeks", async () => {
    await save(s.page.pageId, [row(1, 5, { parity: 1 }), row(2, 5, { parity: 2 })]);
    // the week of 1 September is the first; that of 5 October the sixth, an even one
    expect((await dated(s.page.pageId, from, "2026-10-25")).map((l) => l.day)).toEqual(["2026-10-06", "2026-10-12", "2026-10-20"]);
  });

  test("holds until the week that stands after it already, and that one stays", async () => {
    await save(s.page.pageId, [row(5, 6)], { on: day("2026-11-16") });
    await save(s.page.pageId, [row(1, 5)]);
    expect(new Set((await dated(s.page.pageId, "2026-11-05", "2026-11-15")).map((l) => weekdayOf(l.day)))).toEqual(new Set([1]));
    expect(new Set((await dated(s.page.pageId, "2026-11-16", "2026-12-30")).map((l) => weekdayOf(l.day)))).toEqual(new Set([5]));
    expect((await weekOn()).pages.find((p) => p.pageId === s.page.pageId)!.nextFrom).toBe("2026-11-16");
  });

  test("TT-03 with a clash of teacher, room, class or group is refused until it is confirmed; what is shown names both", async () => {
    const seen = await rowsOf(s.page.pageId);
    const clash = [...seen, row(3, 4)];
    const preview = await save(s.page.pageId, clash, { preview: true });
    expect(preview.body.clashes).toEqual([{ kind: "group", weekday: 3, slot: 4, first: "6А, Математика", second: "6А англ. 1, Английский язык" }]);
    expect(await save(s.page.pageId, clash)).toMatchObject({ status: 422, problem: { code: "timetable.week_clashes" } });
    expect(await save(s.page.pageId, clash, { despiteClashes: true })).toMatchObject({ status: 200, body: { saved: true } });
  });
});

describe("the week of a page is not saved", () => {
  test("for today or a day gone by, outside the year, on a day or hour without lessons, with strangers, over what somebody else saved", async () => {
    const code = async (lessons: Row[], more?: More) => (await save(s.page.pageId, lessons, more)).problem.code;
    expect(await code([row(1, 5)], { on: s.today })).toBe("timetable.from_not_ahead");
    expect(await code([row(1, 5)], { on: day("2027-06-15") })).toBe("timetable.day_outside_year");
    expect(await code([row(6, 1)])).toBe("timetable.week_misplaced");
    expect(await code([row(1, 9)])).toBe("timetable.week_misplaced");
    expect(await code([row(1, 5, { teacherId: s.pupil.personId })])).toBe("timetable.week_stranger");
    expect(await code([row(1, 5, { roomId: 777 })])).toBe("timetable.week_stranger");
    expect(await save(s.page.pageId, [row(1, 5)], { seen: [row(1, 1)] })).toMatchObject({
      status: 409,
      problem: { code: "timetable.week_changed_meanwhile", facts: { pageId: s.page.pageId, group: "6А" } },
    });
    expect(await dated(s.page.pageId, from, "2027-05-31")).toHaveLength(s.page.lessons.filter((l) => l.day >= from).length);
  });

  test("TT-04 by whom the norm of the school does not name: in Stakhanovo the administrator saves, in Bishkek the deputy, and the other cannot", async () => {
    expect((await save(s.page.pageId, [row(1, 5)], { who: s.deputy })).problem.code).toBe("access.not_permitted");
    expect((await save(s.page.pageId, [row(1, 5)], { who: s.admin })).status).toBe(200);
    s = await aSchool(t.owner, { pupils: 2, preset: "bishkek-61-2022" });
    expect((await save(s.page.pageId, [row(1, 5)], { who: s.admin })).problem.code).toBe("access.not_permitted");
    expect((await save(s.page.pageId, [row(1, 5)], { who: s.deputy })).status).toBe(200);
    expect([(await weekOn(from, s.admin)).mayEdit, (await weekOn(from, s.deputy)).mayEdit, (await weekOn(from, s.teacher)).mayEdit]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("the week of the school", () => {
  test("tells class, teacher and room of every lesson, with the hours of the load still to be placed", async () => {
    const week = await weekOn();
    const page = week.pages.find((p) => p.pageId === s.page.pageId)!;
    expect(page).toMatchObject({ classIds: [s.classA.classId], load: [{ teacherId: s.page.teacherId, weeklyHours: 5 }], group: "6А", subject: "Математика" });
    expect(page.lessons).toHaveLength(5);
    expect(week.teachers.map((each) => each.personId)).toContain(page.lessons[0]!.teacherId);
    expect(week.rooms.map((each) => each.roomId)).toContain(page.lessons[0]!.roomId);
    expect(week.shared).toContainEqual([s.classA.groupId, s.subgroup.groupId].toSorted((a, b) => a - b));
  });
});
