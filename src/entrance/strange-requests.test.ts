import { gzipSync } from "node:zlib";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../tests/builders/app.ts";
import type { TestApp } from "../../tests/builders/app.ts";
import { aSchool } from "../../tests/builders/school.ts";
import type { MadeSchool } from "../../tests/builders/school.ts";

let t: TestApp;
let s: MadeSchool;
let mark: string;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, {});
  t.at(s.now);
  mark = `/api/journal/pages/${s.page.pageId}/lessons/${s.page.on(s.today).lessonId}/pupils/${s.classA.pupils[0]}/mark`;
});
afterAll(() => t.close());

/** What came back, and whether it was a problem with a sentence as every refusal promises. */
async function asked(how: InjectOptions) {
  const response = await t.app.inject({ ...how, headers: { cookie: s.teacher.cookie, ...how.headers } });
  const isProblem = String(response.headers["content-type"]).startsWith("application/problem+json");
  const problem = isProblem && response.body !== "" ? response.json<{ code: string; detail: string }>() : null;
  return { status: response.statusCode, code: problem?.code, said: problem !== null && /[а-я]/.test(problem.detail) };
}
const put = (payload: unknown, url = mark) =>
  asked({
    method: "PUT",
    url,
    payload: typeof payload === "string" || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    headers: { "content-type": "application/json" },
  });
const marks = async () => (await t.owner.query<{ n: number }>("select count(*)::int as n from journal.mark where school_id = $1", [s.schoolId])).rows[0]!.n;

const NOT_UNDERSTOOD = { status: 400, code: "foundation.request_not_understood", said: true };
const NOT_JSON = { status: 400, code: "foundation.body_not_json", said: true };

describe("a body of the wrong kind is refused with a sentence and writes nothing", () => {
  test.each([
    ["an empty text where a mark or null is asked: it must not clear the cell", { mark: "", expectedVersion: 0 }],
    ["a number in place of the mark's text", { mark: 5, expectedVersion: 0 }],
    ["no version: an empty place must be said, not guessed", { mark: "5" }],
    ["null in place of the version", { mark: "5", expectedVersion: null }],
    ["a version in text", { mark: "5", expectedVersion: "0" }],
    ["true in place of the version", { mark: "5", expectedVersion: true }],
    ["a version past the integers of the table", { mark: "5", expectedVersion: 2147483648 }],
    ["a version between two integers", { mark: "5", expectedVersion: 0.5 }],
    ["a work past the small integers", { mark: "5", expectedVersion: 0, work: 40000 }],
    ["a field nobody asked for", { mark: "5", expectedVersion: 0, setBy: 1 }],
    ["a list around the whole", [{ mark: "5", expectedVersion: 0 }]],
    ["a list around the mark", { mark: ["5"], expectedVersion: 0 }],
    ["nothing", null],
  ])("%s", async (_, body) => {
    expect(await put(body)).toEqual(NOT_UNDERSTOOD);
    expect(await marks()).toBe(0);
  });

  test.each([
    ["half of a text", '{"mark":"5","expectedVer'],
    ["an empty body", ""],
    ["a key that reaches for the prototype", '{"mark":"5","expectedVersion":0,"__proto__":{"mark":"2"}}'],
    ["a constructor that reaches for the prototype", '{"mark":"5","expectedVersion":0,"constructor":{"prototype":{"x":1}}}'],
  ])("%s", async (_, body) => {
    expect(await put(body)).toEqual(NOT_JSON);
    expect(await marks()).toBe(0);
  });

  test("lists in lists, sixty thousand deep", async () => {
    expect(await put(`{"mark":${"[".repeat(60_000)}${"]".repeat(60_000)},"expectedVersion":0}`)).toEqual(NOT_UNDERSTOOD);
  });

  test("plain text, a form and a kind nobody knows", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"]) {
      const answer = await asked({ method: "PUT", url: mark, payload: '{"mark":"5","expectedVersion":0}', headers: { "content-type": type } });
      expect({ type, ...answer }).toMatchObject({ type, status: 400, said: true });
    }
    expect(await marks()).toBe(0);
  });

  test("ten megabytes", async () => {
    expect(await put(JSON.stringify({ mark: "5", expectedVersion: 0, x: "я".repeat(5_000_000) }))).toEqual({
      status: 413,
      code: "foundation.body_too_large",
      said: true,
    });
  });

  test("ten megabytes pressed into ten kilobytes: nothing is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000, 32));
    for (const encoding of ["gzip", "deflate", "br", "x-unknown"]) {
      const answer = await asked({ method: "PUT", url: mark, payload: bomb, headers: { "content-type": "application/json", "content-encoding": encoding } });
      expect({ encoding, ...answer }).toEqual({ encoding, ...NOT_JSON });
    }
  });
});

describe("an address nobody has", () => {
  test.each(["1.5", "-1", "0", "2147483648", "99999999999999999999", "1e3", "0x10", "01", "%201", "+1", "NaN", "x", "%00", "1%00", "1,2", "%F0%9F%92%A9"])(
    "page %s is not understood",
    async (id) => {
      expect(await asked({ method: "GET", url: `/api/journal/pages/${id}` })).toMatchObject({ status: 400, said: true });
    },
  );

  test.each(["/api/%zz", "/%", "/api/nobody", "/api/journal/pages/1/../../../etc/passwd", "/api/%00", `/api/journal/pages/${"1".repeat(500)}`, "/.env"])(
    "%s answers a problem with a sentence",
    async (url) => {
      const answer = await asked({ method: "GET", url });
      expect({ url, ...answer }).toMatchObject({ url, said: true });
      expect([400, 404]).toContain(answer.status);
    },
  );

  test("the same name twice in a query is not understood", async () => {
    expect(await asked({ method: "GET", url: `/api/journal/pages/${s.page.pageId}?term=1&term=2` })).toEqual(NOT_UNDERSTOOD);
    expect(await asked({ method: "GET", url: `/api/diary/pupils/${s.classA.pupils[0]}/week?day=2026-09-16&day=2026-09-17` })).toMatchObject({
      status: 400,
      said: true,
    });
  });
});

describe("a method", () => {
  test("in a header does not stand for the method of the request", async () => {
    const answer = await asked({ method: "POST", url: mark, payload: { mark: "5", expectedVersion: 0 }, headers: { "x-http-method-override": "PUT" } });
    expect(answer.status).toBe(404);
    expect(await marks()).toBe(0);
  });

  test("HEAD answers headers at once, an event stream too, and no address allows other sites by OPTIONS", async () => {
    expect((await asked({ method: "HEAD", url: "/api/me" })).status).toBe(200);
    const stream = `/api/diary/pupils/${s.classA.pupils[0]}/events`;
    expect((await asked({ method: "HEAD", url: stream, headers: { cookie: s.guardian.cookie } })).status).toBe(404);
    const options = await t.app.inject({ method: "OPTIONS", url: mark, headers: { origin: "https://other.example", "access-control-request-method": "PUT" } });
    expect(options.headers).not.toHaveProperty("access-control-allow-origin");
  });
});

describe("a request that another site made", () => {
  const made = (headers: Record<string, string>) =>
    asked({
      method: "PUT",
      url: mark,
      payload: '{"mark":"4","expectedVersion":0}',
      headers: { "content-type": "application/json", host: "school.example", ...headers },
    });

  test.each([
    ["a sandboxed frame or a file on disk, which name no origin", { origin: "null" }],
    ["another host", { origin: "https://evil.example" }],
    ["another port of our host", { origin: "http://school.example:8080" }],
    ["an origin that is no address", { origin: "what is this" }],
    ["a neighbouring host", { "sec-fetch-site": "same-site" }],
  ])("from %s is refused", async (_, headers) => {
    expect(await made(headers)).toEqual({ status: 403, code: "foundation.from_another_site", said: true });
    expect(await marks()).toBe(0);
  });

  test("while our own pages are served, with the browser's word or without", async () => {
    expect((await made({ origin: "http://school.example" })).status).toBe(200);
    expect((await made({ "sec-fetch-site": "same-origin" })).status).toBe(200);
  });
});

describe("the address by which requests are counted", () => {
  const left = async (remoteAddress: string, forwarded: string) => {
    const response = await t.app.inject({ url: "/healthz", remoteAddress, headers: { "x-forwarded-for": forwarded } });
    return Number(response.headers["x-ratelimit-remaining"]);
  };

  test("is that of the line itself: a stranger gets no new count by naming other addresses", async () => {
    const first = await left("203.0.113.9", "198.51.100.1");
    expect(await left("203.0.113.9", "198.51.100.2")).toBe(first - 1);
    expect(await left("203.0.113.9", "127.0.0.1")).toBe(first - 2);
  });

  test("is the one that a proxy on the same machine names, and behind it nobody borrows another's", async () => {
    const first = await left("127.0.0.1", "198.51.100.7");
    expect(await left("127.0.0.1", "198.51.100.8")).toBe(first);
    expect(await left("127.0.0.1", "10.9.9.9, 198.51.100.7")).toBe(first - 1);
  });
});

describe("a connection", () => {
  test("with a heading of a megabyte is refused and the server lives on", async () => {
    await t.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = t.app.server.address() as AddressInfo;
    const status = await new Promise((done) => {
      const asking = request({ port, path: "/api/me", headers: { "x-long": "a".repeat(1_000_000) } }, (r) => (r.resume(), done(r.statusCode)));
      asking.on("error", () => done("cut"));
      asking.end();
    });
    expect([431, "cut"]).toContain(status);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  test("does not wait for ever for a body that comes drop by drop", () => {
    expect(t.app.server.requestTimeout).toBeGreaterThan(0);
    expect(t.app.server.requestTimeout).toBeLessThanOrEqual(60_000);
  });

  test("every answer carries the policy that lets no foreign script run", async () => {
    for (const url of ["/api/me", "/nobody", "/healthz", "/api/%zz"]) {
      const { headers } = await t.app.inject(url);
      expect({ url, policy: headers["content-security-policy"] }).toMatchObject({ url, policy: expect.stringContaining("default-src 'none'") as string });
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });
});
