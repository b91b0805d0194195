import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { instantOf, plusDays } from "../../src/foundation/day.ts";
import { cellHistoryRoute, setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;
let pageId: number;
let lessonId: number;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, { pupils: 12 });
  t.at(s.now);
  pageId = s.page.pageId;
  lessonId = s.page.on(s.today).lessonId;
});
afterAll(() => t.close());

type Kind = "none" | "absent" | "ill" | "late";
const pupil = (n: number) => s.classA.pupils[n]!;
const putMark = (n: number, mark: string | null, expectedVersion: number, more: { work?: number; lesson?: number; correction?: string } = {}) =>
  t.ask(setMarkRoute, s.teacher.cookie, {
    params: { pageId, lessonId: more.lesson ?? lessonId, pupilId: pupil(n) },
    body: { mark, expectedVersion, ...(more.work === undefined ? {} : { work: more.work }), ...(more.correction && { correction: more.correction }) },
  });
const putTerm = (n: number, mark: string | null, expectedVersion: number, term = 1) =>
  t.ask(setTermMarkRoute, s.teacher.cookie, { params: { pageId, term, pupilId: pupil(n) }, body: { mark, expectedVersion } });
const putNote = (body: { topic?: string; homework?: string; workType?: number | null; expectedVersion: number }, lesson = lessonId) =>
  t.ask(setLessonRoute, s.teacher.cookie, { params: { pageId, lessonId: lesson }, body });
const putAbsences = (entries: { pupilId: number; kind: Kind; expectedVersion: number }[], lesson = lessonId) =>
  t.ask(setAttendanceRoute, s.teacher.cookie, { params: { pageId, lessonId: lesson }, body: { entries } });
const rowsInChain = async () =>
  (await t.owner.query<{ n: number }>("select count(*)::int as n from ledger.audit where school_id = $1 and stream = $2", [s.schoolId, pageId])).rows[0]!.n;
const history = (n: number) => t.ask(cellHistoryRoute, s.teacher.cookie, { params: { pageId, lessonId, pupilId: pupil(n) } });

/** Asks the same five times at once; says the statuses and how many rows came into the chain. */
async function fiveAtOnce(ask: () => Promise<{ status: number }>) {
  const before = await rowsInChain();
  const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
  return { statuses: answers.map((a) => a.status), written: (await rowsInChain()) - before };
}

describe("the same request five times at once is done once, and every one of the five is told so", () => {
  const once = { statuses: [200, 200, 200, 200, 200], written: 1 };

  test("a mark, its correction and its clearing", async () => {
    expect(await fiveAtOnce(() => putMark(0, "5", 0))).toEqual(once);
    expect(await fiveAtOnce(() => putMark(0, "4", 1))).toEqual(once);
    expect(await fiveAtOnce(() => putMark(0, null, 2))).toEqual(once);
  });

  test("a mark of the term", async () => {
    expect(await fiveAtOnce(() => putTerm(0, "5", 0))).toEqual(once);
  });

  test("topic and homework", async () => {
    expect(await fiveAtOnce(() => putNote({ topic: "Дроби", homework: "№ 5", expectedVersion: 0 }))).toEqual(once);
  });

  test("presence of several pupils", async () => {
    const entries = [3, 1, 2].map((n) => ({ pupilId: pupil(n), kind: "absent" as const, expectedVersion: 0 }));
    expect(await fiveAtOnce(() => putAbsences(entries))).toEqual(once);
  });
});

describe("two different requests at once", () => {
  test("about one cell: one is written, the other is told what stands, and nobody's word is lost in silence", async () => {
    for (const [n, a, b] of [
      [4, "5", "2"],
      [5, "3", "4"],
    ] as const) {
      const answers = await Promise.all([putMark(n, a, 0), putMark(n, b, 0)]);
      const [won, lost] = answers[0].status === 200 ? [a, answers[1]] : [b, answers[0]];
      expect(lost).toMatchObject({ status: 409, problem: { code: "journal.cell_changed_meanwhile", facts: { mark: won, version: 1 } } });
    }
  });

  test("NFR-10 about different cells of one page: both stay, and the chain holds", async () => {
    const answers = await Promise.all([6, 7, 8, 9].map((n) => putMark(n, "5", 0)));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200]);
    expect((await history(6)).body.chainHolds).toBe(true);
  });

  test("naming the same pupils in another order never lock each other out", async () => {
    const lesson = s.page.on(plusDays(s.today, -1)).lessonId;
    const all = s.classA.pupils;
    for (let version = 0, round = 0; round < 12; round++) {
      const [a, b]: [Kind, Kind] = round % 2 === 0 ? ["absent", "ill"] : ["late", "none"];
      const answers = await Promise.all([
        putAbsences(
          all.map((pupilId) => ({ pupilId, kind: a, expectedVersion: version })),
          lesson,
        ),
        putAbsences(
          all.toReversed().map((pupilId) => ({ pupilId, kind: b, expectedVersion: version })),
          lesson,
        ),
      ]);
      expect(answers.map((x) => x.status).sort()).toEqual([200, 409]);
      version += 1;
    }
  });
});

describe("a request sent again after a lost answer", () => {
  test("is done when what it asks stands, though somebody else wrote it over a newer version", async () => {
    await putMark(10, "3", 0);
    await putMark(10, "4", 1);
    expect((await putMark(10, "4", 0)).body).toMatchObject({ mark: "4", version: 2 });
    expect(await putMark(10, "3", 0)).toMatchObject({ status: 409 });
  });

  test("over a version that was never given is refused", async () => {
    expect(await putMark(10, "4", 99)).toMatchObject({ status: 409, problem: { facts: { mark: "4", version: 2 } } });
  });
});

describe("one statement of presence", () => {
  test("that names a pupil twice is refused whole: nobody can say which of the two was meant", async () => {
    const entries = [
      { pupilId: pupil(11), kind: "absent" as const, expectedVersion: 0 },
      { pupilId: pupil(11), kind: "ill" as const, expectedVersion: 0 },
    ];
    expect(await putAbsences(entries)).toMatchObject({
      status: 400,
      problem: { code: "attendance.pupil_named_twice", detail: expect.stringContaining("дважды") as string },
    });
  });

  test("with one stale version among many writes nothing of the many", async () => {
    const lesson = s.page.on(plusDays(s.today, -2)).lessonId;
    await putAbsences([{ pupilId: pupil(1), kind: "absent", expectedVersion: 0 }], lesson);
    const before = await rowsInChain();
    const entries = [0, 1, 2].map((n) => ({ pupilId: pupil(n), kind: "ill" as const, expectedVersion: 0 }));
    expect(await putAbsences(entries, lesson)).toMatchObject({ status: 409, problem: { facts: { pupilId: pupil(1), kind: "absent" } } });
    expect(await rowsInChain()).toBe(before);
    const { rows } = await t.owner.query("select 1 from attendance.absence where school_id = $1 and lesson_id = $2", [s.schoolId, lesson]);
    expect(rows.length).toBe(1);
  });
});

describe("a text that the database cannot keep", () => {
  test.each([
    ["the sign number zero", "Дроби\u0000и проценты"],
    ["the first half of a sign", "Дроби \ud83d"],
    ["the second half of a sign", "\ude00 Дроби"],
  ])("%s in a topic is refused with a sentence, and COR-01 the history of the page can still be read", async (_, topic) => {
    const before = await rowsInChain();
    expect(await putNote({ topic, expectedVersion: 1 })).toMatchObject({ status: 400, problem: { code: "foundation.text_not_readable" } });
    expect(await putMark(11, topic.slice(0, 8), 0)).toMatchObject({ status: 400 });
    expect(await rowsInChain()).toBe(before);
    expect((await history(0)).status).toBe(200);
  });

  test("while long and rare signs are kept as they are written", async () => {
    const topic = "👩‍👩‍👧 \u{1F6F7} ё й \u202e ".repeat(90).trim();
    const lesson = s.page.on(plusDays(s.today, 1)).lessonId;
    expect((await putNote({ topic, expectedVersion: 0 }, lesson)).body.topic).toBe(topic);
    expect(await putNote({ topic: "я".repeat(4001), expectedVersion: 1 }, lesson)).toMatchObject({ status: 400 });
  });
});

describe("marks on the edges of time", () => {
  test("of a term that has not begun are refused with its first day; of the term that goes they are taken", async () => {
    expect(await putTerm(1, "5", 0, 2)).toMatchObject({ status: 422, problem: { code: "journal.term_not_begun", facts: { startsOn: "2026-11-03" } } });
    expect((await putTerm(1, "5", 0, 1)).status).toBe(200);
    expect(await putTerm(1, "5", 0, 6)).toMatchObject({ status: 404, problem: { code: "journal.term_not_found" } });
  });

  test("of a pupil who left and came back stand only inside the two spans", async () => {
    const back = pupil(3);
    const away = (n: number) => plusDays(s.today, n);
    await t.owner.query("update people.member set to_day = $3 where school_id = $1 and pupil_id = $2", [s.schoolId, back, away(-8)]);
    await t.owner.query("insert into people.member (school_id, group_id, pupil_id, from_day) values ($1, $2, $3, $4)", [
      s.schoolId,
      s.classA.groupId,
      back,
      away(-1),
    ]);
    const on = (d: LocalDate) => putMark(3, "5", 0, { lesson: s.page.on(d).lessonId });
    expect((await on(away(-8))).status).toBe(200);
    for (const n of [-7, -6, -5, -2]) expect(await on(away(n))).toMatchObject({ status: 422, problem: { code: "people.pupil_not_in_group" } });
    expect((await on(away(-1))).status).toBe(200);
  });

  test("a second work of a cell without a first is a mark of its own", async () => {
    expect((await putMark(2, "4", 0, { work: 3 })).body).toMatchObject({ mark: "4", version: 1 });
    expect((await putMark(2, "5", 0)).body).toMatchObject({ mark: "5", version: 1 });
  });

  test("cleared and put again late carry the sign of lateness, mended on time they do not", async () => {
    await putMark(1, "3", 0);
    await putMark(1, null, 1);
    t.at(new Date(instantOf(plusDays(s.today, 8), "23:00", s.timezone)));
    expect((await putMark(1, "4", 2)).body).toMatchObject({ mark: "4", version: 3, late: true });
    expect((await putMark(8, "4", 1, { correction: "описка" })).body).toMatchObject({ mark: "4", version: 2, late: false });
    t.at(s.now);
  });

  test("a school whose norm is not in force on the day says which one, and nothing is written", async () => {
    const { rows } = await t.owner.query<{ norm_id: number; in_force: string }>(
      "update regulation.norm set in_force = daterange('2027-01-01', null) where school_id = $1 and code = 'lesson.entry' returning norm_id, in_force::text",
      [s.schoolId],
    );
    expect(rows.length).toBe(1);
    const answer = await putMark(9, "2", 1);
    expect(answer).toMatchObject({ status: 422, problem: { code: "regulation.norm_not_in_force", facts: { norm: "lesson.entry", day: s.today } } });
    expect(answer.problem.detail).toContain("Ничего не записано");
    await t.owner.query("update regulation.norm set in_force = daterange('2021-09-01', null) where school_id = $1 and code = 'lesson.entry'", [s.schoolId]);
    expect((await putMark(9, "2", 1)).status).toBe(200);
  });
});
