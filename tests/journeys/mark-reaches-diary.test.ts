import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endSessionRoute, listSessionsRoute } from "../../src/access/contract/sign-in.ts";
import { diaryEventsRoute, diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { buildApp } from "../../src/entrance/app.ts";
import { openPool } from "../../src/foundation/database.ts";
import { openLog } from "../../src/foundation/operation/log.ts";
import { addressOf } from "../../src/foundation/route.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool, Signed } from "../builders/school.ts";

let t: TestApp;
let school: MadeSchool;
let first: string;
let second: string;
let stopSecond: () => Promise<void>;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, { pupils: 8 });
  t.at(school.now);
  first = await listen(t.app);
  const pool = openPool(t.url, { max: 4 });
  const other = await buildApp({ pool, log: openLog("silent"), clock: () => school.now, secure: false, notReady: async () => null });
  await other.hub.start();
  second = await listen(other.app);
  stopSecond = async () => {
    await other.hub.stop();
    await other.app.close();
    await pool.end();
  };
});
afterAll(async () => {
  await stopSecond();
  await t.close();
});

async function listen(app: TestApp["app"]): Promise<string> {
  await app.listen({ host: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

type Told = { id: number; event: string; data: { day?: string } };

/** The open diary of a phone: a real stream over a real socket. */
async function openDiary(who: Signed, pupilId: number, base: string, lastEventId?: number) {
  const stop = new AbortController();
  const response = await fetch(base + addressOf(diaryEventsRoute, { pupilId }), {
    headers: { cookie: who.cookie, ...(lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) }) },
    signal: stop.signal,
  });
  const told: Told[] = [];
  let ended = false;
  const reading = (async () => {
    let text = "";
    if (!response.body) return;
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split("\n")
            .filter((l) => /^\w+: /.test(l))
            .map((l) => [l.slice(0, l.indexOf(":")), l.slice(l.indexOf(":") + 2)]),
        );
        if (fields["event"]) told.push({ id: Number(fields["id"]), event: fields["event"], data: JSON.parse(fields["data"]!) as Told["data"] });
        text = text.slice(end + 2);
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => (ended = true));
  const until = async (what: (told: Told[]) => boolean, ms = 5_000) => {
    for (const start = Date.now(); !what(told); await new Promise((r) => setTimeout(r, 20)))
      if (Date.now() - start > ms) throw new Error(`not told: ${JSON.stringify(told)}`);
  };
  return { status: response.status, told, until, ended: () => ended, close: async () => (stop.abort(), reading) };
}

const versions = new Map<number, number>();
async function mark(pupilId: number, value: string) {
  const version = versions.get(pupilId) ?? 0;
  const answer = await t.ask(setMarkRoute, school.teacher.cookie, {
    params: { pageId: school.page.pageId, lessonId: school.page.on(school.today).lessonId, pupilId },
    body: { mark: value, expectedVersion: version },
  });
  expect(answer.status).toBe(200);
  versions.set(pupilId, answer.body.version);
}

const changes = (told: Told[]) => told.filter((e) => e.event === "changed");

describe("a mark reaches the open diary", () => {
  test("NTF-01 of the parent without reload, whichever server process the phone hangs on", async () => {
    const child = school.classA.pupils[0]!;
    const diaries = await Promise.all([first, second].map((base) => openDiary(school.guardian, child, base)));
    for (const d of diaries) await d.until((told) => told.some((e) => e.event === "here"));
    await mark(child, "5");
    for (const d of diaries) await d.until((told) => changes(told).some((e) => e.data.day === school.today));
    const week = await t.ask(diaryWeekRoute, school.guardian.cookie, { params: { pupilId: child } });
    expect(JSON.stringify(week.body)).toContain('"mark":"5"');
    await Promise.all(diaries.map((d) => d.close()));
  });

  test("and tells nothing of it to the parent of another child, not even that something happened", async () => {
    const other = await openDiary(school.otherGuardian, school.classA.pupils[1]!, first);
    await other.until((told) => told.some((e) => e.event === "here"));
    await mark(school.classA.pupils[0]!, "4");
    await mark(school.classA.pupils[1]!, "3");
    await other.until((told) => changes(told).length > 0);
    expect(changes(other.told).length).toBe(1);
    await other.close();
  });

  test("after a lost connection without a gap and without repeating, also on the other process", async () => {
    const child = school.classA.pupils[0]!;
    const before = await openDiary(school.guardian, child, first);
    await before.until((told) => told.some((e) => e.event === "here"));
    await mark(child, "3");
    await before.until((told) => changes(told).length === 1);
    const last = before.told.at(-1)!.id;
    await before.close();
    for (const value of ["4", "5", "2"]) await mark(child, value);
    const after = await openDiary(school.guardian, child, second, last);
    await after.until((told) => changes(told).length === 3);
    const ids = changes(after.told).map((e) => e.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(Math.min(...ids)).toBeGreaterThan(last);
    await after.close();
  });

  test("when the feed no longer reaches back, tells the phone to read everything anew", async () => {
    const gone = await openDiary(school.guardian, school.classA.pupils[0]!, first, 999_999_999);
    await gone.until((told) => told.length > 0);
    expect(gone.told.map((e) => e.event)).toEqual(["reset"]);
    await gone.close();
  });

  test("under a stream of marks from two processes every event comes once and in order", async () => {
    const child = school.classA.pupils[0]!;
    const diary = await openDiary(school.guardian, child, second);
    await diary.until((told) => told.some((e) => e.event === "here"));
    for (let i = 0; i < 40; i++) await mark(child, ["3", "4", "5", "2"][i % 4]!);
    await diary.until((told) => changes(told).length >= 40);
    const ids = changes(diary.told).map((e) => e.id);
    expect(ids.length).toBe(40);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    await diary.close();
  });

  test("IAM-12 another's child, a teacher and nobody get no stream", async () => {
    const child = school.classA.pupils[0]!;
    for (const who of [school.otherGuardian, school.teacher, school.deputy]) {
      const refused = await openDiary(who, child, first);
      expect(refused.status).toBe(403);
      await refused.close();
    }
    expect((await fetch(first + addressOf(diaryEventsRoute, { pupilId: child }))).status).toBe(401);
  });

  test("and closes when the session behind it is ended from another device", async () => {
    const diary = await openDiary(school.guardian, school.classA.pupils[0]!, second);
    await diary.until((told) => told.some((e) => e.event === "here"));
    const { sessions } = (await t.ask(listSessionsRoute, school.guardian.cookie)).body;
    await t.ask(endSessionRoute, school.guardian.cookie, { params: { sessionId: sessions.find((s) => s.current)!.sessionId } });
    await diary.until(() => diary.ended());
    expect(changes(diary.told)).toEqual([]);
  });
});
