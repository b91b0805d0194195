import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { diaryEventsRoute, diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { plusDays } from "../../src/foundation/day.ts";
import { addressOf } from "../../src/foundation/route.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { cellHistoryRoute, setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { listSessionsRoute } from "../../src/access/contract/sign-in.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool, Signed } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
});
beforeEach(async () => {
  s = await aSchool(t.owner, {});
  t.at(s.now);
});
afterAll(() => t.close());

const daysLater = (n: number) => t.at(new Date(s.now.getTime() + n * 86_400_000));
const sql = (text: string, ...values: unknown[]) => t.owner.query(text, [s.schoolId, ...values]);
const cell = () => ({ pageId: s.page.pageId, lessonId: s.page.on(s.today).lessonId, pupilId: s.classA.pupils[0]! });
const statusOf = async (asked: Promise<{ status: number }>) => (await asked).status;

/** What a person may do to the teacher's page: status of every route of a page. */
async function overPage(who: Signed, version = 0) {
  const { pupilId, ...lesson } = cell();
  return {
    read: await statusOf(t.ask(journalPageRoute, who.cookie, { params: { pageId: lesson.pageId } })),
    history: await statusOf(t.ask(cellHistoryRoute, who.cookie, { params: cell() })),
    mark: await statusOf(t.ask(setMarkRoute, who.cookie, { params: cell(), body: { mark: "5", expectedVersion: version } })),
    note: await statusOf(t.ask(setLessonRoute, who.cookie, { params: lesson, body: { topic: "Дроби", expectedVersion: version } })),
    presence: await statusOf(
      t.ask(setAttendanceRoute, who.cookie, { params: lesson, body: { entries: [{ pupilId, kind: "ill", expectedVersion: version }] } }),
    ),
    term: await statusOf(
      t.ask(setTermMarkRoute, who.cookie, { params: { pageId: lesson.pageId, term: 1, pupilId }, body: { mark: "5", expectedVersion: version } }),
    ),
  };
}
const all = (status: number) => ({ read: status, history: status, mark: status, note: status, presence: status, term: status });

describe("a right that has a last day ends with it, on the next request", () => {
  test("IAM-10 CUR-03 the load of a teacher: on its last day everything, the day after the page is only read, without its histories", async () => {
    await sql("update planning.load set to_day = $2 where school_id = $1 and page_id = $3", s.today, s.page.pageId);
    expect(await overPage(s.teacher)).toEqual(all(200));
    daysLater(1);
    expect(await overPage(s.teacher, 1)).toEqual({ ...all(403), read: 200 });
  });

  test("IAM-10 the load that begins tomorrow gives nothing today", async () => {
    await sql(
      "update planning.load set teacher_id = $2, from_day = $3 where school_id = $1 and page_id = $4",
      s.secondTeacher.personId,
      plusDays(s.today, 1),
      s.page.pageId,
    );
    expect(await overPage(s.secondTeacher)).toEqual(all(403));
    expect(await overPage(s.teacher)).toEqual(all(403));
  });

  test("IAM-08 the role, though load and lessons are still in the person's name", async () => {
    expect((await overPage(s.teacher)).mark).toBe(200);
    await sql("update access.role_grant set to_day = $2 where school_id = $1 and person_id = $3", plusDays(s.today, -1), s.teacher.personId);
    expect(await overPage(s.teacher, 1)).toEqual(all(403));
  });

  test("TT-09 a substitute: the day before, the day, the day after, and nothing on the days around", async () => {
    const lesson = s.page.on(s.today).lessonId;
    await sql(
      "update timetable.lesson set substitute_id = $2 where school_id = $1 and page_id = $3 and lesson_id = $4",
      s.secondTeacher.personId,
      s.page.pageId,
      lesson,
    );
    const seen: Record<number, number[]> = {};
    for (const n of [-2, -1, 0, 1, 2]) {
      daysLater(n);
      await sql("update access.session set idle_until = '2100-01-01' where school_id = $1");
      const { read, mark, note, term } = await overPage(s.secondTeacher, 0);
      seen[n] = [read, mark, note, term];
    }
    // read, mark, topic, mark of the term: a lesson is not marked before its day, and a substitute sums up no term
    expect(seen).toEqual({
      [-2]: [403, 422, 422, 403],
      [-1]: [200, 422, 200, 403],
      [0]: [200, 200, 200, 403],
      [1]: [200, 200, 200, 403],
      [2]: [403, 422, 422, 403],
    });
  });

  test("IAM-11 the homeroom: the class's pages, histories and diaries", async () => {
    const asked = async () => [
      await statusOf(t.ask(journalPageRoute, s.homeroom.cookie, { params: { pageId: s.page.pageId } })),
      await statusOf(t.ask(cellHistoryRoute, s.homeroom.cookie, { params: cell() })),
      await statusOf(t.ask(diaryWeekRoute, s.homeroom.cookie, { params: { pupilId: s.classA.pupils[0]! } })),
    ];
    await sql("update people.homeroom set to_day = $2 where school_id = $1", s.today);
    expect(await asked()).toEqual([200, 200, 200]);
    // a pupil who left the class is no longer the homeroom teacher's
    expect(await statusOf(t.ask(diaryWeekRoute, s.homeroom.cookie, { params: { pupilId: s.classA.leaver } }))).toBe(403);
    daysLater(1);
    expect(await asked()).toEqual([403, 403, 403]);
  });

  test("IAM-12 the guardianship: one child of two, while the other stays open", async () => {
    const [inA, inB] = [s.classA.pupils[0]!, s.classB.pupils[0]!];
    await sql("update people.guardianship set to_day = $2 where school_id = $1 and guardian_id = $3 and pupil_id = $4", s.today, s.guardian.personId, inA);
    expect(await statusOf(t.ask(diaryWeekRoute, s.guardian.cookie, { params: { pupilId: inA } }))).toBe(200);
    daysLater(1);
    expect(await statusOf(t.ask(diaryWeekRoute, s.guardian.cookie, { params: { pupilId: inA } }))).toBe(403);
    expect(await statusOf(t.ask(diaryEventsRoute, s.guardian.cookie, { params: { pupilId: inA } }))).toBe(403);
    expect(await statusOf(t.ask(diaryWeekRoute, s.guardian.cookie, { params: { pupilId: inB } }))).toBe(200);
  });
});

describe("a person with two roles has what each role gives, and not what the two would give together", () => {
  test("IAM-12 a teacher who is also a guardian reads the own child's diary, and no other pupil's of the own page", async () => {
    const [own, other] = [s.classB.pupils[1]!, s.classA.pupils[1]!];
    await sql("insert into access.role_grant (school_id, person_id, from_day, role) values ($1, $2, $3, 'guardian')", s.teacher.personId, s.today);
    await sql("insert into people.guardianship (school_id, guardian_id, pupil_id, from_day) values ($1, $2, $3, $4)", s.teacher.personId, own, s.today);
    const diary = (pupilId: number) => statusOf(t.ask(diaryWeekRoute, s.teacher.cookie, { params: { pupilId } }));
    expect(await diary(own)).toBe(200);
    expect(await diary(other)).toBe(403);
    // nor does the child open the child's journal to the guardian
    expect(await statusOf(t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.otherPage.pageId } }))).toBe(403);
  });

  test("IAM-12 a guardianship without the role of a guardian opens nothing", async () => {
    await sql(
      "insert into people.guardianship (school_id, guardian_id, pupil_id, from_day) values ($1, $2, $3, $4)",
      s.secretary.personId,
      s.classA.pupils[0],
      s.today,
    );
    expect(await statusOf(t.ask(diaryWeekRoute, s.secretary.cookie, { params: { pupilId: s.classA.pupils[0]! } }))).toBe(403);
  });
});

describe("a session that is remembered between two requests", () => {
  const mark = (version: number) =>
    t.ask(setMarkRoute, s.teacher.cookie, { params: cell(), body: { mark: version % 2 === 0 ? "5" : "4", expectedVersion: version } });
  const standing = async () => (await sql("select version from journal.mark where school_id = $1")).rows.map((r: { version: number }) => r.version);

  test.each([
    ["ended elsewhere", "delete from access.session where school_id = $1 and person_id = $2", 401],
    [
      "of an account closed meanwhile",
      "update access.account a set closed_at = now() from access.account_person p where p.account_id = a.account_id and p.school_id = $1 and p.person_id = $2",
      401,
    ],
    ["of an account that is no longer this person's", "delete from access.account_person where school_id = $1 and person_id = $2", 401],
    ["of a person whose role was taken", "delete from access.role_grant where school_id = $1 and person_id = $2", 403],
  ])("%s writes and reads nothing more", async (_, change, status) => {
    for (const n of [0, 1, 2]) expect((await mark(n)).status).toBe(200);
    await sql(change, s.teacher.personId);
    const answers = await Promise.all([mark(3), mark(3), t.ask(journalPageRoute, s.teacher.cookie, { params: { pageId: s.page.pageId } }), mark(3)]);
    expect(answers.map((a) => a.status)).toEqual([status, status, status, status]);
    expect(await standing()).toEqual([3]);
  });

  test("leaves no school behind on any connection of the pool", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => mark(n)));
    const seen = await Promise.all(
      Array.from({ length: 12 }, () => t.pool.query("select current_user as who, coalesce(current_setting('app.school', true), '') as school")),
    );
    expect(new Set(seen.map((r) => JSON.stringify(r.rows[0])))).toEqual(new Set(['{"who":"parta_app","school":""}']));
  });
});

/** The server's address; it listens once for all tests. */
async function base(): Promise<string> {
  if (!t.app.server.listening) await t.app.listen({ host: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${(t.app.server.address() as AddressInfo).port}`;
}

describe("an open diary", () => {
  test("IAM-12 is heard for a while only: its stream ends by itself, and whose guardianship ended meanwhile gets no other", async () => {
    const life = t.hub.streamLife;
    t.hub.streamLife = 300;
    try {
      const pupilId = s.classA.pupils[0]!;
      const open = async () => fetch((await base()) + addressOf(diaryEventsRoute, { pupilId }), { headers: { cookie: s.guardian.cookie } });
      const stream = await open();
      expect(stream.status).toBe(200);
      await sql("delete from people.guardianship where school_id = $1 and guardian_id = $2 and pupil_id = $3", s.guardian.personId, pupilId);
      expect((await stream.text()).trim().split("\n\n").at(-1)).toBe("event: later\ndata: {}");
      expect((await open()).status).toBe(403);
      expect(t.hub.listeners).toBe(0);
    } finally {
      t.hub.streamLife = life;
    }
  });

  test("IAM-17 that nobody touches does not keep its session open: the stream's return is not a person's work", async () => {
    const address = await base();
    const signedIn = await t.app.inject({ method: "POST", url: "/api/sign-in", payload: { login: s.guardian.login, password: s.password } });
    const cookie = `parta=${signedIn.cookies.find((c) => c.name === "parta")!.value}`;
    const stream = async () => {
      const stop = new AbortController();
      const response = await fetch(address + addressOf(diaryEventsRoute, { pupilId: s.classA.pupils[0]! }), {
        headers: { cookie },
        signal: stop.signal,
      });
      stop.abort();
      return response.status;
    };
    for (const minute of [10, 20, 29]) {
      t.at(new Date(s.now.getTime() + minute * 60_000));
      expect(await stream()).toBe(200);
    }
    t.at(new Date(s.now.getTime() + 31 * 60_000));
    expect(await stream()).toBe(401);
    expect((await t.ask(listSessionsRoute, cookie)).status).toBe(401);
  });
});
