import type { CallInput } from "../../src/foundation/http-client.ts";
import { NoConnection, ProblemError, onceHeaders } from "../../src/foundation/http-client.ts";
import type { DeviceStore } from "../../src/foundation/device/device-store.ts";
import type { Output, Route } from "../../src/foundation/route.ts";
import { journalPageRoute } from "../../src/journal/contract/journal-page.ts";
import { cellAt, countsOf } from "../../src/journal/web/grid/grid-state.ts";
import { GridStore } from "../../src/journal/web/grid/grid-store.ts";
import { PendingKeep } from "../../src/journal/web/grid/pending/pending-keep.ts";
import type { Tabs } from "../../src/journal/web/grid/pending/pending-keep.ts";
import type { Choice } from "../../src/journal/web/grid/pending/pending-news.ts";
import type { TestApp } from "./app.ts";
import type { Signed } from "./school.ts";

/** `down`: the request does not come. `deaf`: it comes and is done, and its answer is lost. */
export type Line = "up" | "down" | "deaf";

/** A write that the server has done or found done, by its key; whether or not the device heard of it. */
export type Accepted = { key: string; who: number; route: string; params: Record<string, number>; body: Record<string, unknown> };

/** The real queue of a teacher's browser over the real server, with a line that may break. */
export class TeacherAtWork {
  readonly who: Signed;
  readonly accepted = new Map<string, Accepted>();
  line: Line = "up";
  /** How far the device's day has gone on, ms. */
  #ahead = 0;
  store!: GridStore;
  readonly #t: TestApp;
  readonly #pageId: number;
  readonly #device: DeviceStore;
  #keep!: PendingKeep;

  constructor(t: TestApp, who: Signed, pageId: number, device: DeviceStore) {
    this.#t = t;
    this.who = who;
    this.#pageId = pageId;
    this.#device = device;
  }

  /** Opens the page in a new tab; what a tab before has left is taken over. */
  async open(): Promise<void> {
    const gone: Tabs = { hold: () => undefined, othersAlive: async () => new Set(), gone: async () => undefined, alone: (work) => work() };
    this.#keep = new PendingKeep(`${this.who.personId}`, this.#device, gone);
    this.store = new GridStore(await this.#page(), undefined, { post: this.post, now: () => Date.now() + this.#ahead, keep: this.#keep });
    await this.#keep.adopt(async (page) => {
      await this.store.restore(page);
      return true;
    });
  }

  /** Closes the tab, at whatever point its work is, and opens the page in another. */
  async restart(): Promise<void> {
    // what was typed before this moment was kept when it was painted
    await new Promise((done) => setTimeout(done, 5));
    this.store.stop();
    await this.open();
  }

  /** The page as the server has it, the line aside: a device has a copy of it. */
  async #page(): Promise<Output<typeof journalPageRoute>> {
    const { status, body } = await this.#t.ask(journalPageRoute, this.who.cookie, { params: { pageId: this.#pageId } });
    if (status !== 200) throw new Error(`the page was not opened: ${status}`);
    return body;
  }

  async refresh(): Promise<void> {
    this.store.refresh(await this.#page());
  }

  /** Lets minutes pass on the device. */
  later(minutes: number): void {
    this.#ahead += minutes * 60_000;
  }

  setLine(line: Line): void {
    this.line = line;
    if (line === "up") this.store.link(true);
  }

  readonly post = async <R extends Route>(route: R, input: CallInput = {}): Promise<Output<R>> => {
    const { line } = this;
    // a request that left before the line broke may still come; one that leaves after does not
    await new Promise((later) => setTimeout(later, 0));
    if (line === "down") throw new NoConnection();
    const headers = {
      "x-forwarded-for": `10.1.${this.who.personId % 250}.${Math.floor(Math.random() * 250)}`,
      ...onceHeaders(input.once!, Date.now() + this.#ahead, null),
    };
    const answer = await this.#t.ask(route, this.who.cookie, { params: input.params, body: input.body } as never, headers);
    if (answer.status === 200) {
      const { key } = input.once!;
      this.accepted.set(key, { key, who: this.who.personId, route: route.operationId, params: input.params as never, body: input.body as never });
    }
    if (line === "deaf") throw new NoConnection();
    if (answer.status === 200) return answer.body;
    const { code, facts, detail } = answer.problem;
    throw new ProblemError({ status: answer.status, code, facts, detail, requestId: "" });
  };

  /** Stands on a cell by pupil and lesson. */
  at(pupil: number, lesson: number): { r: number; k: number } {
    const { rowOf, columnOf } = this.store.get().model;
    return { r: rowOf.get(pupil)!, k: columnOf.get(lesson)! };
  }

  /** Settles every conflict there is, in one way. */
  settleAll(choice: Choice): void {
    const state = this.store.get();
    state.cells.forEach((line, r) =>
      line.forEach((_, k) => {
        const cell = cellAt(state, { r, k });
        if ([cell.absence, ...cell.marks].some((slot) => slot.other)) this.store.settle({ r, k }, choice);
      }),
    );
    state.notes.forEach((slot, k) => {
      if (slot.other) this.store.settleNote(state.model.columns[k]!.id, choice === "theirs" ? "theirs" : "mine");
    });
  }

  get waits(): { unsent: number; conflicts: number; flying: number } {
    return countsOf(this.store.get());
  }
}
