import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { demoSignInsRoute, endSessionRoute, listSessionsRoute, signInRoute, signOutRoute } from "../contract/sign-in.ts";

let t: TestApp;
let school: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  school = await aSchool(t.owner, {});
});
afterAll(() => t.close());

const later = (minutes: number) => t.at(new Date(school.now.getTime() + minutes * 60_000));
const signIn = async (login: string, password: string) => {
  const response = await t.app.inject({ method: "POST", url: "/api/sign-in", payload: { login, password }, headers: { "user-agent": "Тестовый телефон" } });
  const cookie = response.cookies.find((c) => c.name === "parta");
  return {
    status: response.statusCode,
    cookie: cookie ? `parta=${cookie.value}` : "",
    flags: cookie,
    body: response.json<{ code?: string; detail?: string; facts?: { waitSeconds?: number }; personId?: number }>(),
  };
};

describe("signing in", () => {
  test("IAM-01 opens a session by login and password, whatever the case of the login, with a cookie scripts cannot read", async () => {
    later(0);
    const answer = await signIn(school.teacher.login.toUpperCase(), school.password);
    expect(answer).toMatchObject({ status: 200, body: { personId: school.teacher.personId } });
    expect(answer.flags).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    expect((await t.ask(listSessionsRoute, answer.cookie)).status).toBe(200);
  });

  test("with a wrong password or an unknown login says the same", async () => {
    const wrong = await signIn(school.deputy.login, "не тот");
    const unknown = await signIn("nobody-here", "не тот");
    expect(wrong.status).toBe(401);
    expect(wrong.body.detail).toBe(unknown.body.detail);
    expect(wrong.body.code).toBe("access.wrong_login_or_password");
  });

  test("SEC-13 after wrong passwords in a row waits, even for the right one, and says how long; then opens and forgets", async () => {
    later(0);
    for (let i = 0; i < 5; i++) expect((await signIn(school.director.login, "не тот")).status).toBe(401);
    const waiting = await signIn(school.director.login, school.password);
    expect(waiting).toMatchObject({ status: 429, body: { code: "access.too_many_attempts", facts: { waitSeconds: 2 } } });
    later(1);
    expect((await signIn(school.director.login, school.password)).status).toBe(200);
    expect((await signIn(school.director.login, "не тот")).status).toBe(401);
  });

  test("keeps no token in the database, only its hash, and leaves a row in the ledger", async () => {
    later(0);
    const { cookie } = await signIn(school.secretary.login, school.password);
    const token = cookie.slice("parta=".length);
    const { rows } = await t.owner.query<{ found: boolean; audited: number }>(
      `select exists (select from access.session where position($1::bytea in token_hash) > 0 or device like '%' || convert_from($1, 'UTF8') || '%') as found,
         (select count(*)::int from ledger.audit where school_id = $2 and stream = $3) as audited`,
      [Buffer.from(token), school.schoolId, -school.secretary.personId],
    );
    expect(rows[0]).toEqual({ found: false, audited: 1 });
  });

  test("from a page of another site is refused", async () => {
    const response = await t.app.inject({
      method: "POST",
      url: "/api/sign-in",
      payload: { login: "a", password: "b" },
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(response.json()).toMatchObject({ status: 403, code: "foundation.from_another_site" });
  });
});

/** An answer of a reading does not wait until its note «seen» is committed, but its row is held until then. Twenty minutes of life pass meanwhile, none of a test. */
const seen = () => t.owner.query("select from access.session where school_id = $1 for share", [school.schoolId]);

describe("sessions", () => {
  test("IAM-15 two devices stand in the person's list; ending one signs it out and leaves the other", async () => {
    later(0);
    const [phone, computer] = [await signIn(school.homeroom.login, school.password), await signIn(school.homeroom.login, school.password)];
    const { sessions } = (await t.ask(listSessionsRoute, computer.cookie)).body;
    expect(sessions.filter((s) => s.device === "Тестовый телефон").length).toBe(2);
    const other = sessions.find((s) => !s.current && s.device === "Тестовый телефон")!;
    expect((await t.ask(endSessionRoute, computer.cookie, { params: { sessionId: other.sessionId } })).status).toBe(200);
    expect((await t.ask(listSessionsRoute, phone.cookie)).status).toBe(401);
    expect((await t.ask(listSessionsRoute, computer.cookie)).status).toBe(200);
  });

  test("of another person cannot be ended: it is not found", async () => {
    const theirs = (await t.ask(listSessionsRoute, school.deputy.cookie)).body.sessions[0]!;
    expect(await t.ask(endSessionRoute, school.teacher.cookie, { params: { sessionId: theirs.sessionId } })).toMatchObject({
      status: 404,
      problem: { code: "access.session_not_found" },
    });
    expect((await t.ask(listSessionsRoute, school.deputy.cookie)).status).toBe(200);
  });

  test("IAM-17 end by signing out, and by standing idle past the norm; work keeps them open", async () => {
    later(0);
    const a = await signIn(school.teacher.login, school.password);
    expect((await t.ask(signOutRoute, a.cookie)).status).toBe(200);
    expect((await t.ask(listSessionsRoute, a.cookie)).status).toBe(401);

    const b = await signIn(school.teacher.login, school.password);
    for (const minute of [20, 40, 60]) {
      later(minute);
      expect((await t.ask(listSessionsRoute, b.cookie)).status).toBe(200);
      await seen();
    }
    later(91);
    expect(await t.ask(listSessionsRoute, b.cookie)).toMatchObject({ status: 401, problem: { code: "access.not_signed_in" } });
  });

  test("of a closed account end at once", async () => {
    later(0);
    const { cookie } = await signIn(school.otherPupil.login, school.password);
    await t.owner.query("update access.account set closed_at = now() where account_id = $1", [school.otherPupil.accountId]);
    expect((await t.ask(listSessionsRoute, cookie)).status).toBe(401);
    expect((await signIn(school.otherPupil.login, school.password)).status).toBe(401);
  });
});

describe("the demo's sign-ins", () => {
  test("are an empty list where no demo school is", async () => {
    expect((await t.ask(demoSignInsRoute, null)).body).toEqual({ schoolName: null, signIns: [] });
  });
});

describe("a request that is not understood", () => {
  test.each([
    ["a broken JSON", { payload: '{"login": "a', headers: { "content-type": "application/json" } }, 400, "foundation.body_not_json"],
    [
      "a body of 10 MB",
      { payload: JSON.stringify({ login: "a", password: "x".repeat(10_000_000) }), headers: { "content-type": "application/json" } },
      413,
      "foundation.body_too_large",
    ],
    ["a wrong field", { payload: { login: 5 } }, 400, "foundation.request_not_understood"],
    ["an unknown field", { payload: { login: "a", password: "b", role: "director" } }, 400, "foundation.request_not_understood"],
    ["a form", { payload: "login=a&password=b", headers: { "content-type": "application/x-www-form-urlencoded" } }, 400, "foundation.body_not_json"],
  ])("%s gets a sentence and the right status", async (_, request, status, code) => {
    const response = await t.app.inject({ method: "POST", url: signInRoute.path, ...(request as object) });
    expect(response.headers["content-type"]).toMatch(/application\/problem\+json/);
    expect(response.json()).toMatchObject({ status, code });
    expect(response.json<{ detail: string }>().detail).toMatch(/[А-Я].*\./);
  });
});
