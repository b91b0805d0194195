import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { plusDays } from "../../../foundation/day.ts";
import { changeLessonRoute } from "../../../timetable/contract/change-lesson.ts";
import { freePlacesRoute, moveLessonRoute } from "../../../timetable/contract/move-lesson.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());
beforeEach(async () => {
  s = await aSchool(t.owner, { pupils: 2 });
  t.at(s.now);
});

// Thursday's third lesson of 6А
const lessonId = () => s.page.on(plusDays(s.today, 1)).lessonId;
type More = { expectedVersion?: number; lesson?: number; who?: Signed; reason?: string };
const move = (day: string, slot: number, { expectedVersion = 1, lesson = lessonId(), who = s.deputy, reason = "концерт" }: More = {}) =>
  t.ask(moveLessonRoute, who.cookie, { params: { pageId: s.page.pageId, lessonId: lesson }, body: { day, slot, reason, expectedVersion } });

describe("one lesson, moved", () => {
  test("stands at the free hour of the other day, and the register keeps where it stood; asked again it is done", async () => {
    expect(await move("2026-09-18", 5)).toMatchObject({ status: 200, body: { version: 2, day: "2026-09-18", slot: 5 } });
    expect(await move("2026-09-18", 5)).toMatchObject({ status: 200, body: { version: 2 } });
    const { rows } = await t.owner.query("select kind, before_day as day, before_slot as slot, reason from timetable.lesson_change where school_id = $1", [
      s.schoolId,
    ]);
    expect(rows).toEqual([{ kind: "moved", day: "2026-09-17", slot: 3, reason: "концерт" }]);
  });

  test("is offered the free hours of a day, and told what stands in the way of the others", async () => {
    const ask = (day: string) => t.ask(freePlacesRoute, s.deputy.cookie, { params: { pageId: s.page.pageId, lessonId: lessonId(), day } });
    const wednesday = (await ask("2026-09-23")).body;
    expect(wednesday.places.map((p) => [p.slot, p.inTheWay?.kind ?? null])).toEqual([
      [1, null],
      [2, "group"],
      [3, null],
      [4, "group"],
      [5, null],
      [6, null],
    ]);
    expect((await ask("2026-09-19")).body).toMatchObject({ isStudyDay: false, places: [] });
  });

  test("with entries keeps its day, on that day it may go to another hour", async () => {
    const written = { params: { pageId: s.page.pageId, lessonId: lessonId() }, body: { topic: "Дроби", expectedVersion: 0 } };
    expect((await t.ask(setLessonRoute, s.teacher.cookie, written)).status).toBe(200);
    expect((await move("2026-09-18", 5)).problem.code).toBe("timetable.lesson_has_entries");
    expect((await move("2026-09-17", 5)).status).toBe(200);
  });

  test("is refused where its pupils, teacher or room have a lesson, on a day or hour without lessons, when cancelled, over another version, of another school", async () => {
    const code = async (day: string, slot: number, more?: More) => (await move(day, slot, more)).problem.code;
    expect(await code("2026-09-23", 4)).toBe("timetable.group_busy");
    expect(await code("2026-09-19", 1)).toBe("timetable.not_a_study_day");
    expect(await code("2026-09-18", 9)).toBe("timetable.no_such_hour");
    expect(await code("2026-02-31", 1)).toBe("timetable.not_a_day");
    expect(await code("2026-09-18", 5, { expectedVersion: 7 })).toBe("timetable.lesson_changed_meanwhile");
    expect(await code("2026-09-18", 5, { who: s.teacher })).toBe("access.not_permitted");
    expect(await code("2026-09-18", 5, { lesson: 99999 })).toBe("timetable.lesson_not_found");
    const other = s.otherPage.on(plusDays(s.today, 2));
    const substitute = { change: "substitute" as const, substituteId: s.teacher.personId, reason: "курсы", expectedVersion: 1 };
    await move("2026-09-18", 6, { lesson: s.page.on(plusDays(s.today, 2)).lessonId });
    const named = await t.ask(changeLessonRoute, s.deputy.cookie, { params: { pageId: s.otherPage.pageId, lessonId: other.lessonId }, body: substitute });
    expect(named.status).toBe(200);
    expect(await code("2026-09-18", other.slot)).toBe("timetable.teacher_busy");
    const cancel = { change: "cancel" as const, reason: "нет замены", expectedVersion: 1 };
    await t.ask(changeLessonRoute, s.deputy.cookie, { params: { pageId: s.page.pageId, lessonId: lessonId() }, body: cancel });
    expect(await code("2026-09-18", 5, { expectedVersion: 2 })).toBe("timetable.change_of_cancelled");
  });
});
