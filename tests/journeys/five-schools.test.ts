import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { enactEditionRoute, regulationRoute } from "../../src/control/contract/regulation/regulation.ts";
import { journalFindingsRoute } from "../../src/control/contract/journal-control.ts";
import { instantOf, plusDays, timeIn } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { lateTermsRoute } from "../../src/journal/contract/late-terms.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

/** The five regulations with the zone of each; zones are facts of geography, not of the papers. */
const FIVE = [
  ["simferopol-21-2020", "Europe/Simferopol"],
  ["kemerovo-creative-centre", "Asia/Novokuznetsk"],
  ["stakhanovo-2021", "Europe/Simferopol"],
  ["chaikovsky-gymnasium-2023", "Asia/Yekaterinburg"],
  ["bishkek-61-2022", "Asia/Bishkek"],
] as const;
type Preset = (typeof FIVE)[number][0];

let t: TestApp;
const schools = new Map<Preset, MadeSchool>();
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  for (const [preset, timezone] of FIVE) schools.set(preset, await aSchool(t.owner, { preset, timezone, name: preset }));
});
afterAll(() => t.close());

const all = <T>(work: (s: MadeSchool, preset: Preset) => Promise<T>) => {
  // one after another: the clock of the program is one
  let done: Promise<[Preset, T][]> = Promise.resolve([]);
  for (const [preset] of FIVE) done = done.then(async (list) => [...list, [preset, await work(schools.get(preset)!, preset)]]);
  return done.then((list) => Object.fromEntries(list) as Record<Preset, T>);
};
const at = async (s: MadeSchool, time: string, on: LocalDate = s.today) => {
  t.at(instantOf(on, time, s.timezone));
  await t.owner.query("update access.session set idle_until = '2100-01-01' where school_id = $1", [s.schoolId]);
};
const paramsOf = (s: MadeSchool, on: LocalDate) => ({ pageId: s.page.pageId, lessonId: s.page.on(on).lessonId });
const write = async (s: MadeSchool, on: LocalDate, body: object) => {
  const answer = await t.ask(setLessonRoute, s.teacher.cookie, { params: paramsOf(s, on), body: { expectedVersion: 0, ...body } });
  expect(answer.status).toBe(200);
  return answer.body;
};
const mark = async (s: MadeSchool, on: LocalDate, pupil: number, workType: number) => {
  const answer = await t.ask(setMarkRoute, s.teacher.cookie, {
    params: { ...paramsOf(s, on), pupilId: s.classA.pupils[pupil]! },
    body: { mark: "4", expectedVersion: 0, workType },
  });
  expect(answer.status).toBe(200);
  return answer.body.late;
};
const typeOf = async (s: MadeSchool, code: string) =>
  (await t.owner.query("select work_type as n from journal.work_type where school_id = $1 and code = $2", [s.schoolId, code])).rows[0].n as number;

describe("five schools made of the five presets in one database", () => {
  test("read each their own regulation, by their own document", async () => {
    const documents = await all(async (s) => {
      await at(s, "10:00");
      const { body } = await t.ask(regulationRoute, s.teacher.cookie);
      return [body.editions[0]!.document, body.norms.length > 200, body.norms.every(({ own }) => own)];
    });
    expect(documents).toEqual({
      "simferopol-21-2020": ["Приказ № 117 от 28.08.2020", true, true],
      "kemerovo-creative-centre": ["Положение о ведении электронного журнала", true, true],
      "stakhanovo-2021": ["Приказ № 115 от 18.05.2021", true, true],
      "chaikovsky-gymnasium-2023": ["Приказ № 01-14-210 от 31.08.2023", true, true],
      "bishkek-61-2022": ["Положение от 14.09.2022", true, true],
    });
  });

  test("ORG-15 judge a topic and homework of 14:25 by their own clock and term: the class ended at 12:20", async () => {
    const judged = await all(async (s) => {
      await at(s, "14:25");
      const { late, homeworkLate } = await write(s, s.today, { topic: "Дроби", homework: "№ 5", lessonKind: 1 });
      return { late, homeworkLate };
    });
    expect(judged).toEqual({
      "simferopol-21-2020": { late: false, homeworkLate: false },
      "kemerovo-creative-centre": { late: false, homeworkLate: false },
      // 13:50
      "stakhanovo-2021": { late: false, homeworkLate: true },
      "chaikovsky-gymnasium-2023": { late: false, homeworkLate: false },
      // the lesson by 14:20, homework by 15:20
      "bishkek-61-2022": { late: true, homeworkLate: false },
    });
  });

  test("ORG-15 count an entry of 23:30 for that day of the school, though it is another day in UTC or in another school", async () => {
    const yesterday = (s: MadeSchool) => plusDays(s.today, -1);
    const judged = await all(async (s) => {
      await at(s, "23:30", yesterday(s));
      const absence = { entries: [{ pupilId: s.classA.pupils[0]!, kind: "absent" as const, expectedVersion: 0 }] };
      expect((await t.ask(setAttendanceRoute, s.teacher.cookie, { params: paramsOf(s, yesterday(s)), body: absence })).status).toBe(200);
      const signs = await t.owner.query("select signs & 1 = 1 as late from attendance.absence where school_id = $1 and lesson_id = $2", [
        s.schoolId,
        paramsOf(s, yesterday(s)).lessonId,
      ]);
      await at(s, "00:00", s.today);
      const over = { entries: [{ pupilId: s.classA.pupils[1]!, kind: "absent" as const, expectedVersion: 0 }] };
      await t.ask(setAttendanceRoute, s.teacher.cookie, { params: paramsOf(s, yesterday(s)), body: over });
      const both = await t.owner.query("select signs & 1 = 1 as late from attendance.absence where school_id = $1 and lesson_id = $2 order by pupil_id", [
        s.schoolId,
        paramsOf(s, yesterday(s)).lessonId,
      ]);
      return [signs.rows[0].late, ...both.rows.map(({ late }) => late as boolean)];
    });
    for (const each of Object.values(judged)) expect(each).toEqual([false, false, true]);
  });

  test("judge a mark for a written work of the day before a week ago: seven days here, ten there", async () => {
    const judged = await all(async (s) => {
      const work = plusDays(s.today, -8);
      await at(s, "12:00");
      return mark(s, work, 2, await typeOf(s, "СР"));
    });
    expect(judged).toEqual({
      "simferopol-21-2020": true,
      "kemerovo-creative-centre": true,
      "stakhanovo-2021": true,
      "chaikovsky-gymnasium-2023": true,
      "bishkek-61-2022": false,
    });
  });

  test("REG-07 tell at «late» the act and the clause of the school's own paper, of the edition of the lesson's day", async () => {
    const told = await all(async (s) => {
      await at(s, "12:00");
      const { terms } = (await t.ask(lateTermsRoute, s.teacher.cookie, { query: { day: s.today } })).body;
      const homework = terms.find(({ norm }) => norm === "homework.entry")!;
      return `${homework.act}, ${homework.clause}`;
    });
    expect(told["stakhanovo-2021"]).toBe("Приказ № 115 от 18.05.2021, приложение 2, п. 2.10");
    expect(told["bishkek-61-2022"]).toBe("Положение от 14.09.2022, п. 5.2");
    expect(told["simferopol-21-2020"]).toContain("срок акты не называют");
    const s = schools.get("stakhanovo-2021")!;
    expect((await t.ask(lateTermsRoute, s.teacher.cookie, { query: { day: "2020-01-01" } })).body.terms).toEqual([]);
    expect((await t.ask(lateTermsRoute, s.teacher.cookie, { query: { day: "2026-02-30" } })).problem.code).toBe("timetable.not_a_day");
  });

  test("show the deputy the clause of the school's own paper", async () => {
    const found = await all(async (s) => {
      await at(s, "20:00");
      const query = { from: s.today, to: s.today, by: "teacher" as const, id: s.teacher.personId };
      return (await t.ask(journalFindingsRoute, s.deputy.cookie, { query })).body.findings.map(({ what, clause }) => `${what}: ${clause}`);
    });
    expect(found).toEqual({
      "simferopol-21-2020": [],
      "kemerovo-creative-centre": [],
      "stakhanovo-2021": ["homework: приложение 2, п. 2.10"],
      "chaikovsky-gymnasium-2023": [],
      "bishkek-61-2022": ["lesson_entry: п. 4.14.2"],
    });
  });
});

describe("REG-03 an edition in the middle of a term in one of the five", () => {
  test("changes the judgement of that school's lessons from its day on; older lessons and the other schools keep theirs", async () => {
    const changing = schools.get("stakhanovo-2021")!;
    const day = plusDays(changing.today, 7);
    await at(changing, "09:00");
    const enacted = await t.ask(enactEditionRoute, changing.director.cookie, {
      body: {
        startsOn: day,
        orderNumber: "12",
        orderDate: changing.today,
        approvedBy: "директор",
        seenEdition: 2_000_000_000,
        changes: [{ code: "homework.entry", value: "lesson_date.end", clause: "п. 2.10" }],
      },
    });
    expect(enacted.status).toBe(200);
    const judged = await all(async (s) => {
      await at(s, "16:00", day);
      return (await write(s, day, { homework: "№ 7" })).homeworkLate;
    });
    expect(judged).toEqual({
      "simferopol-21-2020": false,
      "kemerovo-creative-centre": false,
      "stakhanovo-2021": false,
      "chaikovsky-gymnasium-2023": false,
      "bishkek-61-2022": true,
    });
    // a lesson of before the edition, written after it, is late by the edition of its own day, and what stood late stays so
    const older = plusDays(changing.today, 1);
    expect((await write(changing, older, { homework: "№ 6" })).homeworkLate).toBe(true);
    const query = { from: changing.today, to: day, by: "teacher" as const, id: changing.teacher.personId };
    const { findings } = (await t.ask(journalFindingsRoute, changing.deputy.cookie, { query })).body;
    const homework = findings.filter(({ what, writtenAt }) => what === "homework" && writtenAt !== null);
    expect(homework.map((one) => [one.day, timeIn(changing.timezone, new Date(one.dueAt)), one.clause])).toEqual([
      [changing.today, "13:50", "приложение 2, п. 2.10"],
      [older, expect.any(String), "приложение 2, п. 2.10"],
    ]);
  });
});
