import { COOKIE } from "../../src/access/server/door.ts";
import { signInRoute } from "../../src/access/contract/sign-in.ts";
import { DEMO_PASSWORD } from "../../src/access/rules/demo.ts";
import { diaryWeekRoute } from "../../src/diary/contract/diary-week.ts";
import { DIARY_WEEK } from "../../src/diary/server/diary-queries.ts";
import { addressOf } from "../../src/foundation/route.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { JOURNAL_PAGE } from "../../src/journal/server/page-queries.ts";
import { Line } from "./client.ts";
import type { Answer, Request } from "./client.ts";
import type { Side } from "./measure.ts";
import type { BenchSchool } from "./school.ts";

export type Scene = { product: Side; yardstick: Side; /** Requests whose answers must be the same text on both sides. */ same: [Request, Request][] };

/** What the yardstick answers by: the very statements of the product; it puts `mayWrite`, which the verb knows, before the page. */
export const STATEMENTS = { "journal-open": `select '{"mayWrite":true,' || substr(page, 2) from (${JOURNAL_PAGE.text}) p`, "diary-week": DIARY_WEEK.text };

/** Everything a scene is made of: the school, both ports, a way to sign in. */
export type Stage = {
  school: BenchSchool;
  ports: { product: number; yardstick: number };
  cookieOf: (kind: "staff" | "parent", personId: number) => Promise<string>;
};

/** Signs in through the front door, once a person. */
export function signingIn(schoolId: number, port: number): Stage["cookieOf"] {
  const cookies = new Map<string, string>();
  return async (kind, personId) => {
    const login = `school${schoolId}.${kind}${personId}`;
    const known = cookies.get(login);
    if (known !== undefined) return known;
    const line = await Line.open(port);
    const answer = await line.ask({ method: signInRoute.method, path: signInRoute.path, body: JSON.stringify({ login, password: DEMO_PASSWORD }) }, "10.2.0.1");
    line.close();
    const cookie = new RegExp(`${COOKIE}=[^;]+`).exec(answer.head)?.[0];
    if (answer.status !== 200 || cookie === undefined) throw new Error(`${login} was not let in: ${answer.status} ${answer.body}`);
    cookies.set(login, cookie);
    return cookie;
  };
}

/** Both sides walk the same list of requests. */
function reading(ports: Stage["ports"], pairs: [Request, Request][]): Scene {
  const walk = (which: 0 | 1) => {
    let n = 0;
    return () => pairs[n++ % pairs.length]![which];
  };
  return { product: { port: ports.product, next: walk(0) }, yardstick: { port: ports.yardstick, next: walk(1) }, same: pairs };
}

export async function journalOpen({ school, ports, cookieOf }: Stage): Promise<Scene> {
  const pairs: [Request, Request][] = [];
  for (const { pageId, term, teacherId } of school.pages) {
    const cookie = await cookieOf("staff", teacherId);
    pairs.push([
      { method: "GET", path: addressOf(journalPageRoute, { pageId }, { term }), cookie },
      { method: "GET", path: `/journal-open/${school.schoolId}/${pageId}/${school.today}/${term}` },
    ]);
  }
  return reading(ports, pairs);
}

export async function diaryWeek({ school, ports, cookieOf }: Stage): Promise<Scene> {
  const pairs: [Request, Request][] = [];
  for (const { pupilId, guardianId } of school.children) {
    const cookie = await cookieOf("parent", guardianId);
    for (const monday of school.weeks) {
      pairs.push([
        { method: "GET", path: addressOf(diaryWeekRoute, { pupilId }, { day: monday }), cookie },
        { method: "GET", path: `/diary-week/${school.schoolId}/${pupilId}/${school.today}/${monday}` },
      ]);
    }
  }
  return reading(ports, pairs);
}

/** One teacher a connection, down the columns; where the empty cells end, the first are corrected. Each save changes a cell over the version it saw. */
export async function markSave({ school, ports, cookieOf }: Stage): Promise<Scene> {
  const lanes = await Promise.all(
    school.columns.map(async ({ teacherId, cells }) => ({
      cookie: await cookieOf("staff", teacherId),
      cells: cells.map((cell) => ({ ...cell, version: 0, mark: "" })),
      at: 0,
    })),
  );
  // a cell that was filled long ago is corrected for a reason
  const bodyOf = (mark: string, expectedVersion: number) => JSON.stringify({ mark, expectedVersion, ...(expectedVersion > 0 && { correction: "bench" }) });
  let plain = 0;
  return {
    product: {
      port: ports.product,
      next: (lane) => {
        const { cookie, cells, at } = lanes[lane]!;
        const cell = cells[at]!;
        cell.mark = cell.mark === "5" ? "4" : "5";
        const { pageId, lessonId, pupilId } = cell;
        return { method: setMarkRoute.method, path: addressOf(setMarkRoute, { pageId, lessonId, pupilId }), cookie, body: bodyOf(cell.mark, cell.version) };
      },
      took: (lane, answer) => keep(lanes[lane]!, answer),
    },
    yardstick: {
      port: ports.yardstick,
      next: (lane) => {
        const { cells } = lanes[lane]!;
        const { pageId, lessonId, pupilId } = cells[plain++ % cells.length]!;
        return { method: "PUT", path: `/mark-save/${pageId}/${lessonId}/${pupilId}`, body: bodyOf("5", 0) };
      },
    },
    same: [],
  };
}

function keep(lane: { cells: { version: number; mark: string }[]; at: number }, answer: Answer): void {
  const { mark, version } = JSON.parse(answer.body) as { mark: string; version: number };
  const cell = lane.cells[lane.at]!;
  if (mark !== cell.mark || version !== cell.version + 1) throw new Error(`a save was not a change: ${answer.body}`);
  cell.version = version;
  lane.at = (lane.at + 1) % lane.cells.length;
}
