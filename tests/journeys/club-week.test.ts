import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { asSchool } from "../../src/foundation/database.ts";
import { day } from "../../src/foundation/day.ts";
import { addGroups, enrol } from "../../src/people/server/door.ts";
import { bellsRoute, setBellsRoute } from "../../src/timetable/contract/bells.ts";
import { saveWeekRoute } from "../../src/timetable/contract/school-week.ts";
import { addPages, addSubjects } from "../../src/timetable/server/door.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;
let club = 0;
const from = day("2026-09-21");

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner, { pupils: 4 });
  t.at(s.now);
  club = await asSchool(t.owner, s.schoolId, async (tx) => {
    const [group] = await addGroups(tx, s.schoolId, s.year, [{ kind: "stream", classIds: [s.classA.classId, s.classB.classId], name: "Шахматы, младшие" }]);
    await enrol(tx, s.schoolId, [{ groupId: group!.groupId, pupilId: s.classA.pupils[0]!, from: day("2026-09-01") }]);
    const [subjectId = 0] = await addSubjects(tx, s.schoolId, ["Шахматы"]);
    const [page] = await addPages(tx, s.schoolId, [{ groupId: group!.groupId, subjectId, year: s.year, gradeLevel: 6, kind: "club" }]);
    return page!.pageId;
  });
  const { bells } = (await t.ask(bellsRoute, s.admin.cookie)).body;
  const { bellScheduleId, name, slots } = bells[0]!;
  const withClubs = [...slots, { shift: 0, slot: 1, starts: "15:30", ends: "16:30" }];
  await t.ask(setBellsRoute, s.admin.cookie, { body: { bellScheduleId, name, seen: slots, slots: withClubs } });
});
afterAll(() => t.close());

const weekOf = async (who = s.guardian, pupilId = s.classA.pupils[0]!, d: string = from) =>
  (await t.ask(diaryWeekRoute, who.cookie, { params: { pupilId }, query: { day: d } })).body;

describe("what is held after lessons", () => {
  test("TT-18 a group activity outside lessons has date, place and leader", async () => {
    const rooms = await t.owner.query<{ room_id: number }>("select room_id from timetable.room where school_id = $1", [s.schoolId]);
    const lessons = [{ teacherId: s.homeroom.personId, roomId: rooms.rows[0]!.room_id, weekday: 6, slot: 1, parity: 0 }];
    const saved = await t.ask(saveWeekRoute, s.admin.cookie, { params: { day: from }, body: { pages: [{ pageId: club, seen: [], lessons }] } });
    expect(saved).toMatchObject({ status: 200, body: { saved: true, clashes: [] } });
    // Saturday is no day of lessons in this school, a club may meet on it
    const saturday = (await weekOf()).days.find((d) => d.day === "2026-09-26")!;
    expect(saturday.lessons).toMatchObject([{ subject: "Шахматы", apart: true, starts: "15:30", ends: "16:30", room: "214", teacher: "Щеглова А. И." }]);
  });

  test("TT-14 stands in the pupil's week apart from the lessons, and lengthens no day of the class", async () => {
    const lessons = [{ teacherId: s.homeroom.personId, roomId: null, weekday: 3, slot: 1, parity: 0 }];
    const seen = (await t.owner.query("select 1 from timetable.weekly_lesson where page_id = $1 and school_id = $2", [club, s.schoolId])).rowCount;
    expect(seen).toBe(1);
    const on = day("2026-09-28");
    const rooms = await t.owner.query<{ room_id: number }>("select room_id from timetable.room where school_id = $1", [s.schoolId]);
    const before = [{ teacherId: s.homeroom.personId, roomId: rooms.rows[0]!.room_id, weekday: 6, slot: 1, parity: 0 }];
    const saved = await t.ask(saveWeekRoute, s.admin.cookie, { params: { day: on }, body: { pages: [{ pageId: club, seen: before, lessons }] } });
    expect(saved.status).toBe(200);
    const wednesday = (await weekOf(s.guardian, s.classA.pupils[0], on)).days.find((d) => d.day === "2026-09-30")!;
    expect(wednesday.lessons.filter((l) => l.apart !== true).map((l) => l.subject)).toEqual(["Математика", "Английский язык"]);
    expect(wednesday.lessons.filter((l) => l.apart === true).map((l) => l.subject)).toEqual(["Шахматы"]);
    const { rows } = await t.owner.query<{ ends: string }>("select timetable.class_day_ends($1, $2, '2026-09-30')::text as ends", [
      s.schoolId,
      s.classA.groupId,
    ]);
    expect(rows[0]!.ends).toBe("12:20:00");
  });

  test("TT-15 the parent sees the child's week to come with groups resolved: a part of the class and a club only of whom they have", async () => {
    const subjects = async (who: typeof s.guardian, pupilId: number) =>
      (await weekOf(who, pupilId, "2026-09-28")).days.find((d) => d.day === "2026-09-30")!.lessons.map((l) => l.subject);
    expect(await subjects(s.guardian, s.classA.pupils[0]!)).toEqual(["Математика", "Английский язык", "Шахматы"]);
    expect(await subjects(s.otherGuardian, s.classA.pupils[1]!)).toEqual(["Математика", "Английский язык"]);
    expect(await subjects(s.guardian, s.classB.pupils[0]!)).toEqual(["Математика"]);
  });
});
