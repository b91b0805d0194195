import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { bonusRankingRoute, decideBonusesRoute, setCriteriaRoute, submissionsRoute, submitBonusesRoute } from "../../contract/bonuses.ts";
import { fixRemarkRoute, setRemarkRoute } from "../../contract/remarks/remarks.ts";

let t: TestApp;
let s: MadeSchool;
const days = () => ({ from: plusDays(s.today, -2), to: s.today });

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner);
  await t.owner.query("update access.session set idle_until = '2100-01-01'");
  // Monday and Tuesday of the first teacher in time with homework, the second teacher wrote nothing
  for (const back of [-2, -1]) {
    const on = plusDays(s.today, back);
    t.at(instantOf(on, "11:30", s.timezone));
    await t.ask(setLessonRoute, s.teacher.cookie, {
      params: { pageId: s.page.pageId, lessonId: s.page.on(on).lessonId },
      body: { topic: "Дроби", homework: "№ 1", expectedVersion: 0 },
    });
  }
  t.at(s.now);
  // three remarks to the second teacher: fixed in time, still within the term, past it
  const give = async (dueOn: string) =>
    (await t.ask(setRemarkRoute, s.deputy.cookie, { body: { pageId: s.otherPage.pageId, text: "Нет тем", dueOn } })).body.remarkId;
  const [fixed] = [await give(s.today), await give(plusDays(s.today, 5)), await give(s.today)];
  await t.ask(fixRemarkRoute, s.secondTeacher.cookie, { params: { remarkId: fixed }, body: { note: "", expectedVersion: 1 } });
  t.at(instantOf(plusDays(s.today, 1), "07:00", s.timezone));
});
afterAll(() => t.close());

const ranking = async (who = s.deputy) => (await t.ask(bonusRankingRoute, who.cookie, { query: days() })).body;
const criteria = (weights: object, expectedEdition: number, who = s.director) =>
  t.ask(setCriteriaRoute, who.cookie, {
    body: { weights: { timeliness: 0, fullness: 0, remarks: 0, load: 0, ...weights }, text: "Положение о стимулировании, п. 3", expectedEdition },
  });
const submit = (teachers: number[], who = s.deputy) =>
  t.ask(submitBonusesRoute, who.cookie, {
    body: { ...days(), text: "По итогам периода", lines: teachers.map((teacherId) => ({ teacherId, reason: "ведёт журнал в срок" })) },
  });
const decide = (submissionId: number, decision: "approved" | "returned", answer = "", expectedVersion = 1) =>
  t.ask(decideBonusesRoute, s.director.cookie, { params: { submissionId }, body: { decision, answer, expectedVersion } });

describe("the ranking of a period", () => {
  test("INC-02 shows every teacher of the period with the metrics, the best first", async () => {
    const { rows, criteria: standing } = await ranking();
    expect(rows.map((row) => row.name)).toEqual(["Лунёва А. И.", "Брагина А. И."]);
    expect(rows[0]!.figures).toMatchObject({ held: 3, inTime: 2, topics: 2, homework: 2, homeworkHeld: 3, loadHours: 5, score: null });
    expect(rows[0]!.figures.metrics.timeliness).toBeCloseTo(2 / 3);
    expect(standing.edition).toBe(0);
  });

  test("REM-05 counts the remarks of each teacher: given, fixed in time, overdue", async () => {
    const { rows } = await ranking();
    expect(rows.map((row) => row.figures.remarks)).toEqual([
      { given: 0, fixedInTime: 0, overdue: 0 },
      { given: 3, fixedInTime: 1, overdue: 1 },
    ]);
  });

  test("INC-03 shows the counts for an hour of load too", async () => {
    expect((await ranking()).rows.map((row) => row.figures.perHour)).toEqual([
      { held: 0.6, inTime: 0.4, remarks: 0 },
      { held: 0.67, inTime: 0, remarks: 0.5 },
    ]);
  });

  test("INC-04 is counted by criteria that the director edits, and nobody else", async () => {
    expect((await criteria({ timeliness: 50, remarks: 50 }, 0, s.deputy)).status).toBe(403);
    expect((await criteria({}, 0)).problem.code).toBe("control.no_weights");
    expect((await criteria({ timeliness: 50, remarks: 50 }, 0)).body.edition).toBe(1);
    expect((await ranking()).rows.map((row) => row.figures.score)).toEqual([83.3, 33.3]);
    expect((await criteria({ load: 100 }, 0)).problem.code).toBe("control.criteria_changed_meanwhile");
    expect((await criteria({ load: 100 }, 1)).body.edition).toBe(2);
    expect((await ranking()).rows.map((row) => [row.name, row.figures.score])).toEqual([
      ["Брагина А. И.", 100],
      ["Лунёва А. И.", 83.3],
    ]);
    expect((await criteria({ timeliness: 100 }, 2)).body.edition).toBe(3);
  });

  test("refuses days that are none", async () => {
    expect((await t.ask(bonusRankingRoute, s.deputy.cookie, { query: { from: "вчера", to: s.today } })).problem.code).toBe("timetable.not_a_day");
    expect((await t.ask(bonusRankingRoute, s.teacher.cookie, { query: days() })).status).toBe(403);
  });
});

describe("a submission", () => {
  test("INC-01 lists the proposed staff with the metrics behind, and they stay as they were sent", async () => {
    expect((await submit([])).problem.code).toBe("control.nobody_proposed");
    expect((await submit([s.homeroom.personId])).problem.code).toBe("control.not_in_ranking");
    expect((await submit([s.teacher.personId], s.director)).status).toBe(403);
    const sent = (await submit([s.teacher.personId])).body;
    expect(sent).toMatchObject({ state: "sent", madeBy: "Тетерина А. И.", text: "По итогам периода" });
    expect(sent.lines).toMatchObject([
      { name: "Лунёва А. И.", reason: "ведёт журнал в срок", figures: { held: 3, inTime: 2, score: 66.7, perHour: { held: 0.6 } } },
    ]);
    await criteria({ load: 1 }, 3);
    const [kept] = (await t.ask(submissionsRoute, s.director.cookie)).body.submissions;
    expect(kept!.lines[0]!.figures.score).toBe(66.7);
  });

  test("INC-01 is approved by the director once, or returned with a word why", async () => {
    const { submissionId } = (await submit([s.teacher.personId, s.secondTeacher.personId])).body;
    expect((await decide(submissionId, "returned")).problem.code).toBe("control.answer_empty");
    expect((await decide(submissionId, "returned", "фонд меньше, оставьте одного")).body).toMatchObject({
      state: "returned",
      decidedBy: "Осокин А. И.",
      version: 2,
    });
    expect((await decide(submissionId, "approved")).problem).toMatchObject({ status: 409, code: "control.submission_decided", facts: { state: "returned" } });
    const again = (await submit([s.teacher.personId])).body.submissionId;
    expect((await decide(again, "approved")).body.state).toBe("approved");
    expect((await decide(again, "approved")).body.version).toBe(2);
    expect((await decide(77, "approved")).problem.code).toBe("control.submission_not_found");
  });
});
