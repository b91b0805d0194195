import { setAttendanceRoute } from "../../../../attendance/contract/set-attendance.ts";
import type { AbsenceKind } from "../../../../attendance/rules/absence-kind.ts";
import { NoConnection, ProblemError, call, serverNow } from "../../../../foundation/http-client.ts";
import { sentenceOfError } from "../../../../foundation/ui/sentence.ts";
import { setLessonRoute } from "../../../contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../../contract/set-mark.ts";
import { noteIn } from "../../../rules/lesson-note.ts";
import type { News } from "./pending-news.ts";
import { aloneKey } from "./pending-statements.ts";
import type { Alone, Statement } from "./pending-statements.ts";

const TOGETHER = 4;
const SLOW = 300;
const CALM = 4000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** What the sender needs of the grid it serves. */
export type Sending = {
  readonly pageId: number;
  readonly ready: (alone: Alone) => Statement[];
  readonly receive: (news: News) => void;
  readonly nameOf: (personId: number) => string;
};

/** Carries statements to the server: a few at once, again after a lost connection, never the same cell twice at a time. */
export class PendingSender {
  readonly #to: Sending;
  readonly #alone = new Set<string>();
  #flying = 0;
  #wait = FIRST_WAIT;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #held = false;

  constructor(to: Sending) {
    this.#to = to;
  }

  /** Sends what is ready. While the connection is lost it only tries by the clock. */
  pump(): void {
    if (this.#held || this.#retry !== null) return;
    for (const statement of this.#to.ready(this.#alone)) {
      if (this.#flying >= TOGETHER) return;
      void this.#carry(statement);
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
    if (this.#flying === 0 && navigator.onLine && this.#to.ready(this.#alone).length === 0) this.#to.receive({ is: "link", up: true });
    else this.pump();
  }

  /** Nobody is signed in: everything waits for the same person. */
  hold(): void {
    this.#held = true;
  }

  async #carry(statement: Statement): Promise<void> {
    this.#flying += 1;
    this.#to.receive({ is: "sent", statement });
    const slow = setTimeout(() => this.#to.receive({ is: "slow", statement }), SLOW);
    try {
      const saved = await this.#tell(statement);
      this.#wait = FIRST_WAIT;
      this.#to.receive({ is: "answered", statement, at: serverNow().getTime(), saved });
    } catch (error) {
      this.#fail(statement, error);
    } finally {
      clearTimeout(slow);
      this.#flying -= 1;
      this.pump();
    }
  }

  async #tell(s: Statement): Promise<Extract<News, { is: "answered" }>["saved"]> {
    const { pageId } = this.#to;
    if (s.is === "mark") {
      const saved = await call(setMarkRoute, {
        params: { pageId, lessonId: s.column, pupilId: s.pupil },
        body: { mark: s.mark, work: s.work, expectedVersion: s.version },
      });
      return () => saved;
    }
    if (s.is === "term_mark") {
      const saved = await call(setTermMarkRoute, { params: { pageId, term: -s.column, pupilId: s.pupil }, body: { mark: s.mark, expectedVersion: s.version } });
      return () => saved;
    }
    if (s.is === "absence") {
      const entries = s.entries.map(({ pupil, kind, version }) => ({ pupilId: pupil, kind, expectedVersion: version }));
      const saved = await call(setAttendanceRoute, { params: { pageId, lessonId: s.column }, body: { entries } });
      const of = new Map(saved.entries.map((entry) => [entry.pupilId, entry]));
      return (pupil) => of.get(pupil ?? 0) ?? { version: 0, late: false };
    }
    const { version, late, ...rest } = await call(setLessonRoute, {
      params: { pageId, lessonId: s.column },
      body: { ...s.change, expectedVersion: s.version },
    });
    return () => ({ version, late, note: noteIn(rest) });
  }

  #fail(statement: Statement, error: unknown): void {
    const { receive } = this.#to;
    if (error instanceof NoConnection || (error instanceof ProblemError && error.status >= 500)) {
      receive({ is: "lost", statement });
      this.#waitAndTry();
    } else if (error instanceof ProblemError && error.status === 401) {
      this.hold();
      receive({ is: "held", statement });
    } else if (error instanceof ProblemError && error.status === 429) {
      receive({ is: "parked", statement });
      this.#waitAndTry();
    } else if (statement.is === "absence" && statement.entries.length > 1) {
      // All or nothing: one pupil's no must not stop the others, so each goes alone.
      for (const entry of statement.entries) this.#alone.add(aloneKey(entry.pupil, statement.column));
      receive({ is: "parted", statement });
    } else if (error instanceof ProblemError && error.status === 409) {
      receive(this.#collision(statement, error));
    } else {
      receive({ is: "refused", statement, sentence: sentenceOfError(error) });
      setTimeout(() => receive({ is: "calm", statement }), CALM);
    }
  }

  #collision(statement: Statement, { facts }: ProblemError): News {
    const by = typeof facts["setBy"] === "number" ? this.#to.nameOf(facts["setBy"]) : "";
    const seen = { version: Number(facts["version"] ?? 0), by, at: typeof facts["setAt"] === "string" ? facts["setAt"] : "" };
    if (statement.is === "note") return { is: "collided", statement, note: { ...seen, value: noteIn(facts) } };
    if (statement.is === "absence") return { is: "collided", statement, kind: { ...seen, value: (facts["kind"] as AbsenceKind | undefined) ?? "none" } };
    return { is: "collided", statement, mark: { ...seen, value: (facts["mark"] as string | null | undefined) ?? null } };
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
