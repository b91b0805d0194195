import { call, onSession } from "../../../foundation/http-client.ts";
import { afterPaint } from "../../../foundation/ui/after-paint.ts";
import { reduceGrid } from "./grid-reducer.ts";
import type { Deed } from "./grid-reducer.ts";
import { countsOf, openGrid, refreshGrid } from "./grid-state.ts";
import type { GridState, Place } from "./grid-state.ts";
import type { Page } from "./page-model.ts";
import { EntryTimes } from "./pending/entry-times.ts";
import type { PendingKeep } from "./pending/pending-keep.ts";
import { explainAll, receive, settleCell, settleNoteConflict } from "./pending/pending-news.ts";
import type { Choice, News } from "./pending/pending-news.ts";
import { keptSlots, withKept } from "./pending/pending-page.ts";
import type { KeptSlot, PendingPage } from "./pending/pending-page.ts";
import { PendingSender } from "./pending/pending-sender.ts";
import { SEEN, sayStatement } from "./pending/refused.ts";
import type { Refused } from "./pending/refused.ts";
import { statementsOf } from "./pending/pending-statements.ts";

/** What a page needs of the world: how the server is asked, the device's clock, and where what waits is kept (nowhere, for who only looks). */
export type Outside = { readonly post: typeof call; readonly now: () => number; readonly keep: PendingKeep | null };

/** The state of one page outside React: parts of the screen subscribe to what they draw. */
export class GridStore {
  #state: GridState;
  readonly #listeners = new Set<() => void>();
  readonly #calm = new Set<() => void>();
  readonly #sender: PendingSender;
  readonly #times = new EntryTimes();
  readonly #outside: Outside;
  /** What was kept and has no place on the page as it stands: it stays kept. */
  #left: readonly KeptSlot[] = [];
  #refused: readonly Refused[] = [];
  #soon: Promise<void> | null = null;
  #isRestDue = false;
  #isPumpDue = false;
  #isKept = false;
  #stopped = false;

  constructor(page: Page, lessonId: number | undefined, outside: Outside) {
    this.#state = openGrid(page, lessonId);
    this.#outside = outside;
    this.#sender = new PendingSender({
      pageId: page.page.pageId,
      post: outside.post,
      ready: (alone) => statementsOf(this.#state, alone),
      receive: (news: News) => this.#become(receive(this.#state, news)),
      nameOf: (personId) => this.#state.model.page.staff.find((one) => one.personId === personId)?.name ?? "",
      enteredAt: (statement) => this.#times.of(statement, outside.now()),
      refused: ({ key, statement, enteredAt }, sentence) => {
        if (outside.now() - enteredAt < SEEN) return;
        this.#setRefused([...this.#refused, { key, said: sayStatement(this.#state, statement), sentence, enteredAt }]);
      },
      kept: () => this.#keepSoon(),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Tells when the frame of a change is painted: for what stands around the cells, so that a mark waits for none of it. */
  readonly subscribeAfterPaint = (listener: () => void): (() => void) => {
    this.#calm.add(listener);
    return () => void this.#calm.delete(listener);
  };

  readonly get = (): GridState => this.#state;

  /** The teacher does something: drawn at once, kept on the device, sent in the background. */
  readonly does = (deed: Deed): void => this.#write(reduceGrid(this.#state, deed));

  readonly settle = (place: Place, choice: Choice): void => this.#write(settleCell(this.#state, place, choice));

  readonly settleNote = (column: number, choice: "mine" | "theirs"): void => this.#write(settleNoteConflict(this.#state, column, choice));

  /** Why the changes that wait for a reason were made after their term; null gives them up. */
  readonly explain = (reason: string | null): void => this.#write(explainAll(this.#state, reason));

  #write(next: GridState): void {
    this.#times.note(this.#state, next, this.#outside.now());
    this.#isPumpDue = true;
    this.#become(next);
    this.#restSoon();
  }

  /** After the frame of a key: the rest of the page is told and the sending begins, once for all that the key changed. */
  #restSoon(): void {
    if (this.#isRestDue) return;
    this.#isRestDue = true;
    afterPaint(() => {
      this.#isRestDue = false;
      for (const listener of this.#calm) listener();
      if (!this.#isPumpDue) return;
      this.#isPumpDue = false;
      this.#sender.pump();
    });
  }

  /** What waited and was then refused, until it is read. */
  readonly refused = (): readonly Refused[] => this.#refused;

  readonly dismiss = (): void => this.#setRefused([]);

  #setRefused(next: readonly Refused[]): void {
    this.#refused = next;
    for (const listener of this.#listeners) listener();
    this.#restSoon();
    void this.#keepSoon();
  }

  /** A newer answer of the server for the same page. */
  refresh(page: Page): void {
    this.#become(refreshGrid(this.#state, page));
  }

  /** Puts back what a closed tab left of this page; resolves when it is kept under this tab's name. */
  async restore(kept: PendingPage): Promise<void> {
    for (const { place, entered } of kept.slots) this.#times.set(place, entered);
    const { state, left } = withKept(this.#state, kept.slots);
    this.#left = [...this.#left, ...left];
    this.#sender.adopt(kept.letters);
    this.#become(state);
    if (kept.refused?.length) this.#setRefused([...this.#refused, ...kept.refused]);
    await this.#keep();
    this.#sender.pump();
  }

  /** What was left over because something newer was being written has its place when that is done. */
  #putLeftBack(): void {
    if (this.#left.length === 0) return;
    const { state, left } = withKept(this.#state, this.#left);
    if (left.length === this.#left.length) return;
    this.#left = left;
    this.#become(state);
    this.#sender.pump();
  }

  /** Whether something waits for the server or for a choice. */
  hasPending(): boolean {
    const { unsent, conflicts, flying } = countsOf(this.#state);
    return unsent + conflicts + flying + this.#refused.length > 0;
  }

  link(up: boolean): void {
    if (up) this.#sender.again();
    else this.#become(receive(this.#state, { is: "link", up }));
  }

  sessionIs(open: boolean): void {
    if (open) this.#sender.again();
    else this.#sender.hold();
  }

  /** Nothing more leaves from here, nor is anything kept: the tab is gone, or the person. */
  stop(): void {
    this.#stopped = true;
    this.#sender.stop();
  }

  #become(next: GridState): void {
    if (next === this.#state) return;
    const written = next.cells !== this.#state.cells || next.notes !== this.#state.notes;
    this.#state = next;
    for (const listener of this.#listeners) listener();
    this.#restSoon();
    if (written) void this.#keepSoon();
  }

  /** After the key has been painted, once for all that it changed; resolves when it is kept. */
  #keepSoon(): Promise<void> {
    this.#soon ??= new Promise<void>(afterPaint).then(() => {
      this.#soon = null;
      return this.#keep();
    });
    return this.#soon;
  }

  async #keep(): Promise<void> {
    const { keep, now } = this.#outside;
    if (!keep || this.#stopped) return;
    this.#putLeftBack();
    const { model } = this.#state;
    const { page, term } = model.page;
    const slots = [...keptSlots(this.#state, this.#times, now()), ...this.#left];
    const { letters } = this.#sender;
    const waits = slots.length + letters.length + this.#refused.length > 0;
    // a page that never had anything waiting asks nothing of the device
    if (!waits && !this.#isKept) return;
    this.#isKept = waits;
    await keep.save({
      // what waits of the results has a place of its own beside what waits of the year
      id: keep.idOf(page.pageId, model.page.marksOfTerms ? -1 : term),
      owner: keep.owner,
      at: now(),
      form: 1,
      tab: keep.tab,
      pageId: page.pageId,
      term,
      name: `${page.groupName} ${page.subject}`,
      slots,
      letters,
      refused: this.#refused,
    });
  }
}

const stores = new Map<string, GridStore>();
let keep: PendingKeep | null = null;

/** From now on what is written is kept on the device. */
export function keepPendingIn(next: PendingKeep): void {
  keep = next;
}

/**
 * The store of a page and a term, made when there is none. It outlives the screen while something waits in it, so going
 * to another page loses nothing.
 */
export function storeOf(page: Page, lessonId?: number): GridStore {
  const key = `${page.page.pageId}:${page.term ?? 0}${page.marksOfTerms ? ":periods" : ""}`;
  for (const [other, store] of stores) if (other !== key && !store.hasPending()) stores.delete(other);
  const store = stores.get(key) ?? new GridStore(page, lessonId, { post: call, now: () => Date.now(), keep });
  stores.set(key, store);
  return store;
}

/** Whether what is written outlives this tab. */
export const isKeptLasting = (): boolean => keep?.isLasting ?? false;

/** How much waits of all pages: entries for the server, and conflicts for a choice. */
export function pendingCounts(): { unsent: number; conflicts: number } {
  const all = [...stores.values()].map((store) => countsOf(store.get()));
  return { unsent: all.reduce((sum, one) => sum + one.unsent + one.flying, 0), conflicts: all.reduce((sum, one) => sum + one.conflicts, 0) };
}

/** The pages that have something waiting. */
export const pendingStores = (): readonly GridStore[] => [...stores.values()].filter((store) => store.hasPending());

/** Whether any page has something unsent: leaving the program asks first. */
export const anythingPending = (): boolean => pendingStores().length > 0;

/** The person leaves and lets go of what was not sent and of everything that was kept for them on this device. */
export async function forgetPending(): Promise<void> {
  for (const store of stores.values()) store.stop();
  stores.clear();
  await keep?.forget();
}

/** Listens to the network, to the session and to the closing of the page. Returns how to stop. */
export function watchOutside(): () => void {
  const up = () => stores.forEach((store) => store.link(true));
  const down = () => stores.forEach((store) => store.link(false));
  // what is kept on the device needs no question: it is there when the tab opens again
  const leaving = (event: BeforeUnloadEvent) => {
    if (anythingPending() && !keep?.isSafe) event.preventDefault();
  };
  const stop = onSession((open) => stores.forEach((store) => store.sessionIs(open)));
  addEventListener("online", up);
  addEventListener("offline", down);
  addEventListener("beforeunload", leaving);
  return () => {
    stop();
    removeEventListener("online", up);
    removeEventListener("offline", down);
    removeEventListener("beforeunload", leaving);
  };
}
