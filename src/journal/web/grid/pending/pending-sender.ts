import { newKey } from "../../../../foundation/device/new-key.ts";
import { NoConnection, ProblemError, clockSkew, serverNow } from "../../../../foundation/http-client.ts";
import type { call } from "../../../../foundation/http-client.ts";
import { sentenceOfError } from "../../../../foundation/ui/sentence.ts";
import { collisionOf, deliver } from "./deliver.ts";
import type { Letter } from "./deliver.ts";
import type { News } from "./pending-news.ts";
import { aloneKey } from "./pending-statements.ts";
import type { Alone, Statement } from "./pending-statements.ts";

const TOGETHER = 4;
const SLOW = 300;
const CALM = 4000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
const SHUT = 30_000;
/** A deputy closed the term: what was entered stays on the device, for the term may be opened again. */
/** The save waits for a word of the teacher: why a change, or a first entry, comes after its term. */
const NEEDS_REASON: readonly string[] = ["planning.correction_needs_reason", "planning.late_needs_reason"];
const CLOSED = "planning.term_closed";

/** What the sender needs of the grid it serves. */
export type Sending = {
  readonly pageId: number;
  readonly post: typeof call;
  readonly ready: (alone: Alone) => Statement[];
  readonly receive: (news: News) => void;
  readonly nameOf: (personId: number) => string;
  /** When a statement was written down, ms by the device's clock. */
  readonly enteredAt: (statement: Statement) => number;
  /** Tells that a letter ended with a no, and the words of it. */
  readonly refused: (letter: Letter, sentence: string) => void;
  /** Resolves when what waits, letters too, lies safely on the device. */
  readonly kept: () => Promise<void>;
};

/**
 * Carries statements to the server: in the order they were written down, a few at once, never the same cell twice at a time. A statement becomes a letter
 * before it leaves; a letter that was not answered is sent again as it was, under its key, before anything else.
 */
export class PendingSender {
  readonly #to: Sending;
  readonly #alone = new Set<string>();
  readonly #letters = new Map<string, Letter>();
  readonly #away = new Set<string>();
  /** Columns of terms that a deputy closed, tried again by the clock; and those of which it was said already. */
  readonly #shut = new Set<number>();
  readonly #toldShut = new Set<number>();
  #wait = FIRST_WAIT;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #held = false;
  /** The last try did not reach the server: one letter tries the way, the others wait. */
  #lost = false;

  constructor(to: Sending) {
    this.#to = to;
  }

  /** Letters without an answer, the oldest first. */
  get letters(): readonly Letter[] {
    return [...this.#letters.values()];
  }

  /** Takes over letters of a tab that is gone. */
  adopt(letters: readonly Letter[]): void {
    for (const letter of letters) this.#letters.set(letter.key, letter);
  }

  /** Sends what is ready. While the connection is lost it only tries by the clock. */
  pump(): void {
    if (this.#held || this.#retry !== null) return;
    const room = () => this.#away.size < (this.#lost ? 1 : TOGETHER);
    for (const letter of this.letters) if (!this.#away.has(letter.key) && room()) void this.#carry(letter);
    const open = this.#to.ready(this.#alone).filter((one) => one.is === "note" || !this.#shut.has(one.column));
    const written = open.map((statement) => ({ statement, enteredAt: this.#to.enteredAt(statement) }));
    for (const { statement, enteredAt } of written.sort((a, b) => a.enteredAt - b.enteredAt)) {
      if (!room()) return;
      const letter = { key: newKey(), statement, enteredAt, skew: clockSkew() };
      this.#letters.set(letter.key, letter);
      this.#to.receive({ is: "sent", statement });
      void this.#carry(letter);
    }
  }

  /** The network or the session is back: try now. */
  again(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#wait = FIRST_WAIT;
    this.#held = false;
    this.#try();
  }

  /** With nothing left to send (all taken back), there is nothing to learn the connection by: it counts as there. */
  #try(): void {
    const nothing = this.#letters.size === 0 && this.#to.ready(this.#alone).length === 0;
    if (nothing && navigator.onLine) this.#to.receive({ is: "link", up: true });
    else this.pump();
  }

  /** Nobody is signed in: everything waits for the same person. */
  hold(): void {
    this.#held = true;
  }

  /** The page is left for good: nothing more is sent from here. */
  stop(): void {
    this.#held = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
  }

  async #carry(letter: Letter): Promise<void> {
    const { key, statement } = letter;
    this.#away.add(key);
    const slow = setTimeout(() => this.#to.receive({ is: "slow", statement }), SLOW);
    try {
      await this.#to.kept();
      const saved = await deliver(this.#to.post, this.#to.pageId, letter);
      this.#wait = FIRST_WAIT;
      this.#done(letter);
      this.#to.receive({ is: "answered", statement, at: serverNow().getTime(), saved });
    } catch (error) {
      this.#fail(letter, error);
    } finally {
      clearTimeout(slow);
      this.#away.delete(key);
      this.pump();
    }
  }

  #done({ key }: Letter): void {
    this.#lost = false;
    this.#letters.delete(key);
  }

  /** Where the server may have done it (no answer, or a fault), and where it did not hear it at all, the letter stays; a no ends it. */
  #fail(letter: Letter, error: unknown): void {
    const { receive, nameOf } = this.#to;
    const { statement } = letter;
    if (error instanceof NoConnection || (error instanceof ProblemError && error.status >= 500)) {
      this.#lost = true;
      receive({ is: "lost", statement });
      this.#waitAndTry();
    } else if (error instanceof ProblemError && error.status === 401) {
      this.hold();
      receive({ is: "held", statement });
    } else if (error instanceof ProblemError && error.status === 429) {
      receive({ is: "parked", statement });
      this.#waitAndTry();
    } else if (error instanceof ProblemError && error.code === CLOSED) {
      this.#done(letter);
      this.#keepShut(statement, sentenceOfError(error));
    } else if (statement.is === "absence" && statement.entries.length > 1) {
      // All or nothing: one pupil's no must not stop the others, so each goes alone.
      this.#done(letter);
      for (const entry of statement.entries) this.#alone.add(aloneKey(entry.pupil, statement.column));
      receive({ is: "parted", statement });
    } else if (error instanceof ProblemError && error.status === 409) {
      this.#done(letter);
      receive(collisionOf(statement, error, nameOf));
    } else if (error instanceof ProblemError && NEEDS_REASON.includes(error.code)) {
      this.#done(letter);
      receive({ is: "reason", statement });
    } else {
      this.#done(letter);
      const sentence = sentenceOfError(error);
      receive({ is: "refused", statement, sentence });
      this.#to.refused(letter, sentence);
      setTimeout(() => receive({ is: "calm", statement }), CALM);
    }
  }

  #keepShut(statement: Statement, sentence: string): void {
    const { column } = statement;
    this.#shut.add(column);
    this.#to.receive({ is: "shut", statement, sentence: this.#toldShut.has(column) ? null : sentence });
    this.#toldShut.add(column);
    setTimeout(() => {
      this.#shut.delete(column);
      this.pump();
    }, SHUT);
  }

  #waitAndTry(): void {
    if (this.#retry !== null) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#try();
    }, this.#wait);
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
  }
}
