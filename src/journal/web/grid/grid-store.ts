import { onSession } from "../../../foundation/http-client.ts";
import { reduceGrid } from "./grid-reducer.ts";
import type { Deed } from "./grid-reducer.ts";
import { countsOf, openGrid, refreshGrid } from "./grid-state.ts";
import type { GridState, Place } from "./grid-state.ts";
import type { Page } from "./page-model.ts";
import { receive, settleCell, settleNoteConflict } from "./pending/pending-news.ts";
import type { Choice, News } from "./pending/pending-news.ts";
import { PendingSender } from "./pending/pending-sender.ts";
import { statementsOf } from "./pending/pending-statements.ts";

/** The state of one page outside React: parts of the screen subscribe to what they draw. */
export class GridStore {
  #state: GridState;
  readonly #listeners = new Set<() => void>();
  readonly #sender: PendingSender;

  constructor(page: Page, lessonId?: number) {
    this.#state = openGrid(page, lessonId);
    this.#sender = new PendingSender({
      pageId: page.page.pageId,
      ready: (alone) => statementsOf(this.#state, alone),
      receive: (news: News) => this.#become(receive(this.#state, news)),
      nameOf: (personId) => this.#state.model.page.staff.find((one) => one.personId === personId)?.name ?? "",
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly get = (): GridState => this.#state;

  /** The teacher does something: drawn at once, sent in the background. */
  readonly does = (deed: Deed): void => {
    this.#become(reduceGrid(this.#state, deed));
    this.#sender.pump();
  };

  readonly settle = (place: Place, choice: Choice): void => {
    this.#become(settleCell(this.#state, place, choice));
    this.#sender.pump();
  };

  readonly settleNote = (column: number, choice: "mine" | "theirs"): void => {
    this.#become(settleNoteConflict(this.#state, column, choice));
    this.#sender.pump();
  };

  /** A newer answer of the server for the same page. */
  refresh(page: Page): void {
    this.#become(refreshGrid(this.#state, page));
  }

  /** Whether something waits for the server or for a choice. */
  hasPending(): boolean {
    const { unsent, conflicts, flying } = countsOf(this.#state);
    return unsent + conflicts + flying > 0;
  }

  link(up: boolean): void {
    if (up) this.#sender.again();
    else this.#become(receive(this.#state, { is: "link", up }));
  }

  sessionIs(open: boolean): void {
    if (open) this.#sender.again();
    else this.#sender.hold();
  }

  #become(next: GridState): void {
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

const stores = new Map<string, GridStore>();

/**
 * The store of a page and a term, made when there is none. It outlives the screen while something waits in it, so going
 * to another page loses nothing.
 */
export function storeOf(page: Page, lessonId?: number): GridStore {
  const key = `${page.page.pageId}:${page.term ?? 0}`;
  for (const [other, store] of stores) if (other !== key && !store.hasPending()) stores.delete(other);
  const store = stores.get(key) ?? new GridStore(page, lessonId);
  stores.set(key, store);
  return store;
}

/** Whether any page has something unsent: leaving the program asks first. */
export const anythingPending = (): boolean => [...stores.values()].some((store) => store.hasPending());

/** The person leaves and lets go of what was not sent. */
export const forgetPending = (): void => stores.clear();

/** Listens to the network, to the session and to the closing of the page. Returns how to stop. */
export function watchOutside(): () => void {
  const up = () => stores.forEach((store) => store.link(true));
  const down = () => stores.forEach((store) => store.link(false));
  const leaving = (event: BeforeUnloadEvent) => {
    if (anythingPending()) event.preventDefault();
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
