import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { forgetRequests } from "../../src/foundation/request-key.ts";
import { cellHistoryRoute, setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner, { pupils: 12 });
  t.at(s.now);
});
afterAll(() => t.close());

const under = (key: string, more: Record<string, string> = {}) => ({ "idempotency-key": key, ...more });
const placeOf = (pupil: number) => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId, pupilId: s.classA.pupils[pupil]! });
const lesson = () => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId });
const rowsOfChain = async () => (await t.owner.query("select 1 from ledger.audit where school_id = $1 and stream = $2", [s.schoolId, s.page.pageId])).rowCount;

describe("a request whose answer was lost", () => {
  test("is given the first answer when it comes again, even when the cell has changed since, and is done once", async () => {
    const key = randomUUID();
    const params = placeOf(0);
    const put = () => t.ask(setMarkRoute, s.teacher.cookie, { params, body: { mark: "4", expectedVersion: 0 } }, under(key));
    const first = await put();
    expect(first).toMatchObject({ status: 200, body: { mark: "4", version: 1 } });
    const rows = await rowsOfChain();
    expect(await put()).toEqual(first);
    await t.ask(setMarkRoute, s.teacher.cookie, { params, body: { mark: "5", expectedVersion: 1 } });
    expect(await put()).toEqual(first);
    expect(await rowsOfChain()).toBe(rows! + 1);
    const { body } = await t.ask(cellHistoryRoute, s.teacher.cookie, { params });
    expect(body.lines.map((l) => l.after)).toEqual(["4", "5"]);
  });

  test.each([
    ["a mark", setMarkRoute, () => ({ params: placeOf(1), body: { mark: "3", expectedVersion: 0 } })],
    [
      "a term's mark",
      setTermMarkRoute,
      () => ({ params: { pageId: s.page.pageId, term: 1, pupilId: s.classA.pupils[1]! }, body: { mark: "3", expectedVersion: 0 } }),
    ],
    ["presence", setAttendanceRoute, () => ({ params: lesson(), body: { entries: [{ pupilId: s.classA.pupils[2]!, kind: "late", expectedVersion: 0 }] } })],
    ["a topic", setLessonRoute, () => ({ params: lesson(), body: { topic: "Дроби", expectedVersion: 0 } })],
  ] as const)("%s: six at one moment are done once, and all are given one answer", async (_, route, input) => {
    const key = randomUUID();
    const rows = await rowsOfChain();
    const answers = await Promise.all(Array.from({ length: 6 }, () => t.ask(route as typeof setMarkRoute, s.teacher.cookie, input() as never, under(key))));
    expect(answers[0]!.status).toBe(200);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await rowsOfChain()).toBe(rows! + 1);
    expect((await t.ask(route as typeof setMarkRoute, s.teacher.cookie, input() as never, under(key))).body).toEqual(answers[0]!.body);
  });

  test("a request that was refused is judged anew under the same key", async () => {
    const key = randomUUID();
    const put = (expectedVersion: number) => t.ask(setMarkRoute, s.teacher.cookie, { params: placeOf(3), body: { mark: "5", expectedVersion } }, under(key));
    expect((await put(7)).status).toBe(409);
    expect(await put(0)).toMatchObject({ status: 200, body: { mark: "5", version: 1 } });
  });
});

describe("a key", () => {
  test("with another body is refused, and nothing is written", async () => {
    const key = randomUUID();
    const ask = (mark: string, pupil: number) =>
      t.ask(setMarkRoute, s.teacher.cookie, { params: placeOf(pupil), body: { mark, expectedVersion: 0 } }, under(key));
    expect((await ask("5", 4)).status).toBe(200);
    const rows = await rowsOfChain();
    expect(await ask("4", 4)).toMatchObject({ status: 400, problem: { code: "foundation.request_key_taken" } });
    expect(await ask("5", 5)).toMatchObject({ status: 400, problem: { code: "foundation.request_key_taken" } });
    expect(await rowsOfChain()).toBe(rows);
  });

  test("of one person says nothing of another's request", async () => {
    const key = randomUUID();
    await t.ask(setMarkRoute, s.teacher.cookie, { params: placeOf(6), body: { mark: "5", expectedVersion: 0 } }, under(key));
    const params = { pageId: s.otherPage.pageId, lessonId: s.otherPage.on(s.today).lessonId, pupilId: s.classB.pupils[0]! };
    const other = await t.ask(setMarkRoute, s.secondTeacher.cookie, { params, body: { mark: "2", expectedVersion: 0 } }, under(key));
    expect(other).toMatchObject({ status: 200, body: { mark: "2", version: 1 } });
    expect(
      (await t.ask(setMarkRoute, s.secondTeacher.cookie, { params: placeOf(6), body: { mark: "5", expectedVersion: 0 } }, under(randomUUID()))).status,
    ).toBe(403);
  });

  test("that is none is refused by name", async () => {
    const asked = await t.ask(setMarkRoute, s.teacher.cookie, { params: placeOf(7), body: { mark: "5", expectedVersion: 0 } }, under("once"));
    expect(asked).toMatchObject({ status: 400, problem: { code: "foundation.request_not_understood" } });
  });

  test("is forgotten after its time; what was written stays", async () => {
    await t.owner.query("update ledger.request set at = at - interval '31 days' where at > now() - interval '20 years'");
    const kept = async () => (await t.owner.query("select 1 from ledger.request")).rowCount;
    expect(await kept()).toBeGreaterThan(0);
    await forgetRequests(t.pool);
    expect(await kept()).toBe(0);
  });
});

describe("a mark written down without network", () => {
  const FIRST_LESSON_LATE = "2026-09-16T22:30:00+03:00";
  const afterMidnight = new Date("2026-09-17T00:30:00+03:00");
  const put = (pupil: number, entered: string, sent: string) =>
    t.ask(
      setMarkRoute,
      s.teacher.cookie,
      { params: placeOf(pupil), body: { mark: "4", expectedVersion: 0 } },
      under(randomUUID(), { "entered-at": entered, "sent-at": sent }),
    );

  test("counts by its writing down; the history tells both moments", async () => {
    t.at(afterMidnight);
    const { body } = await put(8, FIRST_LESSON_LATE, afterMidnight.toISOString());
    expect(body.late).toBe(false);
    const history = await t.ask(cellHistoryRoute, s.teacher.cookie, { params: placeOf(8) });
    expect(history.body).toMatchObject({ chainHolds: true, lines: [{ entered: new Date(FIRST_LESSON_LATE).toISOString(), at: afterMidnight.toISOString() }] });
  });

  test("counts by the time that passed on the device: a clock that stands years or hours wrong gains nothing", async () => {
    t.at(afterMidnight);
    expect((await put(9, "2026-09-16T23:30:00+03:00", "2026-09-16T23:30:10+03:00")).body.late).toBe(true);
    expect((await put(10, "2015-01-01T00:00:00Z", "2015-01-01T02:00:00Z")).body.late).toBe(false);
    const { body } = await t.ask(cellHistoryRoute, s.teacher.cookie, { params: placeOf(10) });
    expect(body.lines[0]!.entered).toBe("2026-09-16T19:30:00.000Z");
  });

  test("counts by its arrival when it waited longer than the norm allows, and when the device's clock jumped", async () => {
    t.at(new Date("2026-09-18T12:00:00+03:00"));
    await t.owner.query("update access.session set idle_until = '2100-01-01'");
    expect((await put(11, "2026-09-16T10:00:00+03:00", "2026-09-18T12:00:00+03:00")).body.late).toBe(true);
    const { pageId, lessonId } = lesson();
    const presence = await t.ask(
      setAttendanceRoute,
      s.teacher.cookie,
      { params: { pageId, lessonId }, body: { entries: [{ pupilId: s.classA.pupils[11]!, kind: "late", expectedVersion: 0 }] } },
      under(randomUUID(), { "entered-at": "2015-01-01T00:00:00Z", "sent-at": "2026-09-18T12:00:00+03:00" }),
    );
    expect(presence.body.entries[0]!.late).toBe(true);
  });
});
