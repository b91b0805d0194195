import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { plusDays } from "../../src/foundation/day.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setPupilNoteRoute } from "../../src/journal/contract/set-pupil-note.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool, Signed } from "../builders/school.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 4 });
  t.at(school.now);
});
afterAll(() => t.close());

const lesson = () => ({ pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId });
const inDiary = async (who: Signed, n: number) => {
  const { body } = await t.ask(diaryWeekRoute, who.cookie, { params: { pupilId: school.classA.pupils[n]! }, query: {} });
  return body.days.flatMap((d) => d.lessons).find((l) => l.lessonId === lesson().lessonId)!;
};

describe("homework in the diary", () => {
  test("HW-05 individual homework is seen only in that pupil's diary, beside the common one", async () => {
    await t.ask(setLessonRoute, school.teacher.cookie, { params: lesson(), body: { homework: "№ 5", expectedVersion: 0 } });
    await t.ask(setPupilNoteRoute, school.teacher.cookie, {
      params: { ...lesson(), pupilId: school.classA.pupils[0]! },
      body: { homework: "Карточка 4", comment: "Помогал соседу", expectedVersion: 0 },
    });
    expect(await inDiary(school.guardian, 0)).toMatchObject({ homework: "№ 5", ownHomework: "Карточка 4", comment: "Помогал соседу" });
    expect(await inDiary(school.pupil, 0)).toMatchObject({ ownHomework: "Карточка 4" });
    expect(await inDiary(school.otherGuardian, 1)).toMatchObject({ homework: "№ 5", ownHomework: null, comment: null });
  });

  test("shows the tasks of the lesson, the minutes and the day it is due", async () => {
    const dueOn = plusDays(school.today, 7);
    await t.ask(setLessonRoute, school.teacher.cookie, { params: lesson(), body: { tasks: "№ 3, 4", minutes: 20, dueOn, expectedVersion: 1 } });
    expect(await inDiary(school.guardian, 0)).toMatchObject({ tasks: "№ 3, 4", minutes: 20, dueOn });
  });
});
