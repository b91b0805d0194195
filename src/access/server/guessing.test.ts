import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, {});
});
beforeEach(async () => {
  t.at(s.now);
  await t.owner.query("delete from access.sign_in_failure");
});
afterAll(() => t.close());

async function signIn(login: string, password: string, how: { device?: string; headers?: Record<string, string> } = {}) {
  const headers = { ...(how.device ? { cookie: `parta_device=${how.device}` } : {}), ...how.headers };
  const response = await t.app.inject({ method: "POST", url: "/api/sign-in", payload: { login, password }, headers });
  const cookie = (name: string) => response.cookies.find((c) => c.name === name);
  return {
    status: response.statusCode,
    device: cookie("parta_device"),
    session: cookie("parta"),
    wait: response.json<{ facts?: { waitSeconds?: number } }>().facts?.waitSeconds,
  };
}
const guess = (login: string, device?: string) => signIn(login, "не тот", device === undefined ? {} : { device });
const many = async (n: number, ask: () => Promise<{ status: number }>) => {
  const answers = await Promise.all(Array.from({ length: n }, ask));
  return answers.filter((a) => a.status === 401).length;
};
const minutesLater = (n: number) => t.at(new Date(s.now.getTime() + n * 60_000));

describe("guessing a password", () => {
  test("SEC-13 with forty tries at once gets no more checked than one after another", async () => {
    expect(await many(40, () => guess(s.deputy.login))).toBe(5);
    expect((await guess(s.deputy.login)).status).toBe(429);
  });

  test("SEC-13 goes round the wait by no other writing of the login: case, spaces, dotted letters, parts of a letter", async () => {
    await t.owner.query("update access.account set login = 'Ильин-й-ivi' where account_id = $1", [s.secretary.accountId]);
    expect((await signIn("Ильин-й-ivi", s.password)).status).toBe(200);
    expect(await many(8, () => guess("ильин-й-ivi"))).toBe(5);
    for (const login of ["Ильин-й-ivi", "  ИЛЬИН-Й-IVI ", "Ильин-й-İvİ", "Ильин-й-ivİ", "ильин-и\u0306-ivi"]) {
      // a writing that the database takes for another login is wrong, one that it takes for this login waits
      expect([401, 429]).toContain((await signIn(login, s.password)).status);
    }
    for (const login of ["  ИЛЬИН-Й-IVI ", "ильин-и\u0306-ivi"]) expect((await signIn(login, s.password)).status).toBe(429);
  });

  test("of a login that nobody has is slowed down as of one that somebody has", async () => {
    expect(await many(12, () => guess("nobody-at-all"))).toBe(5);
    expect(await guess("nobody-at-all")).toMatchObject({ status: 429, wait: 2 });
  });

  test("from one address many times a minute is stopped before any password is checked", async () => {
    const response = await t.app.inject({ method: "POST", url: "/api/sign-in", payload: { login: "x", password: "y" } });
    expect(response.headers["x-ratelimit-limit"]).toBe("600");
  });
});

describe("the owner of a login that strangers guess", () => {
  test("signs in on a browser where the account was opened before, and waits on any other", async () => {
    const { device } = await signIn(s.teacher.login, s.password);
    expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/api/sign-in" });
    await many(10, () => guess(s.teacher.login));
    expect((await signIn(s.teacher.login, s.password)).status).toBe(429);
    expect((await signIn(s.teacher.login, s.password, { device: device!.value })).status).toBe(200);
  });

  test("waits there too when it is that browser which guesses; another person's or a made-up sign opens no count of its own", async () => {
    const own = (await signIn(s.teacher.login, s.password)).device!.value;
    const other = (await signIn(s.homeroom.login, s.password)).device!.value;
    expect(await many(10, () => guess(s.teacher.login, own))).toBe(5);
    let checked = 0;
    for (const sign of [other, "made.up", ".", "", `${own}x`, own.replace(/^./, "_")])
      for (let i = 0; i < 3; i++) checked += (await guess(s.teacher.login, sign)).status === 401 ? 1 : 0;
    expect(checked).toBe(5);
  });

  test("waits a quarter of an hour at most, and not longer when the server's clock was set back", async () => {
    await t.owner.query("delete from access.sign_in_failure");
    for (let i = 0; i < 20; i++) {
      minutesLater(i * 20);
      expect((await guess(s.director.login)).status).toBe(401);
    }
    minutesLater(-24 * 60);
    expect((await guess(s.director.login)).wait).toBe(15 * 60);
    minutesLater(19 * 20 + 15);
    expect((await signIn(s.director.login, s.password)).status).toBe(200);
  });
});

describe("the sign-ins that a demo shows", () => {
  test("are never a real school's, though rows of it stood in their table", async () => {
    await t.owner.query("insert into access.demo_sign_in (school_id, place, account_id, role, label, detail) values ($1, 1, $2, 'director', 'Директор', '')", [
      s.schoolId,
      s.director.accountId,
    ]);
    const shown = await t.app.inject("/api/demo-sign-ins");
    expect(shown.json()).toEqual({ schoolName: null, signIns: [] });
    expect((await signIn(s.director.login, "parta-demo")).status).toBe(401);
  });
});

describe("the session that a sign-in opens", () => {
  test("is a new one, whatever cookie the browser brought: nobody can plant a session", async () => {
    const planted = s.otherGuardian.cookie.slice("parta=".length);
    const { session } = await signIn(s.guardian.login, s.password, { headers: { cookie: `parta=${planted}` } });
    expect(session!.value).not.toBe(planted);
    const me = await t.app.inject({ url: "/api/me", headers: { cookie: `parta=${planted}` } });
    expect(me.json()).toMatchObject({ personId: s.otherGuardian.personId });
  });

  test("SEC-07 came through https behind a proxy of the same machine: its cookie never goes another way", async () => {
    const https = await signIn(s.guardian.login, s.password, { headers: { "x-forwarded-proto": "https" } });
    expect(https.session).toMatchObject({ secure: true, httpOnly: true });
    expect((await signIn(s.guardian.login, s.password)).session?.secure).toBeFalsy();
  });

  test("IAM-23 of a person whose roles ended yesterday may do nothing any more, from the next request", async () => {
    const { session } = await signIn(s.otherPupil.login, s.password);
    const diary = () => t.app.inject({ url: `/api/diary/pupils/${s.otherPupil.personId}/week`, headers: { cookie: `parta=${session!.value}` } });
    expect((await diary()).statusCode).toBe(200);
    await t.owner.query("update access.role_grant set to_day = $3::date - 1 where school_id = $1 and person_id = $2", [
      s.schoolId,
      s.otherPupil.personId,
      s.today,
    ]);
    expect((await diary()).statusCode).toBe(403);
  });
});
