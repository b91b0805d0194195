import { addressOf } from "../../src/foundation/route.ts";
import type { Output } from "../../src/foundation/route.ts";
import { journalPageRoute, myPagesRoute } from "../../src/journal/contract/journal-page.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { pause } from "../boot/parta.ts";

/** A cell as its teacher last knew it; `asked` is the token of the request under way. */
export type Cell = { pageId: number; lessonId: number; pupilId: number; mark: string | null; version: number };
/** A change the server has answered as done. */
export type Done = { pageId: number; lessonId: number; pupilId: number; before: string | null; after: string; version: number };

const TOKENS = ["5", "4", "3", "2"];
const LESSONS = 8;
const PAGES = 2;

/** The teacher's cells of the last held lessons, ready to be written by several connections. */
export async function cellsOf(address: string, cookie: string): Promise<Cell[]> {
  const get = async <T>(path: string) => (await (await fetch(address + path, { headers: { cookie } })).json()) as T;
  const mine = await get<Output<typeof myPagesRoute>>(addressOf(myPagesRoute));
  const own = mine.pages.filter((page) => page.own).slice(0, PAGES);
  const cells: Cell[] = [];
  for (const { pageId } of own) {
    const page = await get<Output<typeof journalPageRoute>>(addressOf(journalPageRoute, { pageId }, { term: 0 }));
    const held = page.lessons.filter((l) => l.day < page.today && !l.cancelled && l.substituteId === null).slice(-LESSONS);
    const standing = new Map(page.marks.filter((m) => m.work === 0).map((m) => [`${m.lesson} ${m.pupil}`, m]));
    for (const { lessonId, day } of held) {
      for (const { pupilId, spans } of page.pupils) {
        if (!spans.some((s) => s.from <= day && (s.to === null || day <= s.to))) continue;
        const { mark = null, version = 0 } = standing.get(`${lessonId} ${pupilId}`) ?? {};
        cells.push({ pageId, lessonId, pupilId, mark, version });
      }
    }
  }
  return cells;
}

/** A teacher's browser that types without end: one request at a time over one connection, each repeated until it is answered. */
export class SaveStream {
  readonly done: Done[] = [];
  /** How often a request was lost (no answer at all) or put off (503, with what was said). */
  lost = 0;
  readonly putOff = new Set<string>();
  readonly unexpected: string[] = [];
  #stopped = false;
  readonly #address: string;
  readonly #cookie: string;
  readonly #cells: Cell[];
  readonly #from: string;
  readonly #work: Promise<void>;

  constructor(address: string, cookie: string, cells: Cell[], connection: number) {
    this.#address = address;
    this.#cookie = cookie;
    this.#cells = cells;
    // each connection as a computer of its own, so that the limit of requests of one address stays out of the story
    this.#from = `10.0.0.${connection + 1}`;
    this.#work = this.#type();
  }

  /** Finishes the request under way and types no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  async #type(): Promise<void> {
    for (let i = 0; !this.#stopped; i++) {
      const cell = this.#cells[i % this.#cells.length]!;
      const after = TOKENS.find((token, n) => token !== cell.mark && (n + i) % 2 === 0) ?? TOKENS.find((token) => token !== cell.mark)!;
      while (!(await this.#save(cell, after))) await pause(30);
      if (this.unexpected.length > 0) return;
    }
  }

  async #save(cell: Cell, after: string): Promise<boolean> {
    const { pageId, lessonId, pupilId, mark: before, version } = cell;
    const answer = await fetch(this.#address + addressOf(setMarkRoute, { pageId, lessonId, pupilId }), {
      method: setMarkRoute.method,
      headers: { cookie: this.#cookie, "content-type": "application/json", "x-forwarded-for": this.#from },
      body: JSON.stringify({ mark: after, expectedVersion: version, ...(version > 0 && { correction: "описка" }) }),
    })
      .then(async (response) => ({ status: response.status, body: (await response.json()) as { mark: string; version: number; code: string; detail: string } }))
      .catch(() => null);
    if (answer?.status === 200 && answer.body.mark === after) {
      this.done.push({ pageId, lessonId, pupilId, before, after, version: answer.body.version });
      Object.assign(cell, { mark: after, version: answer.body.version });
      return true;
    }
    if (answer === null) this.lost++;
    else if (answer.status === 503) this.putOff.add(answer.body.detail);
    else {
      this.unexpected.push(`${answer.status} ${JSON.stringify(answer.body)}`);
      return true;
    }
    return false;
  }
}
