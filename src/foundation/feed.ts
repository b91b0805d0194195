import type pg from "pg";
import type { Logger } from "pino";

/** A committed event in the one order of the feed. */
export type FeedEvent = { id: number; schoolId: number; topic: string; at: Date; body: Record<string, unknown> };

/** What a listener may hear: the school and a filter that turns an event into what is sent, or null. */
export type Subscription = {
  readonly schoolId: number;
  readonly sessionId: number;
  readonly hear: (event: FeedEvent) => { event: string; data: unknown } | null;
};

export type Listener = { send: (id: number, event: string, data: unknown) => void; close: () => void };

/** The topic that closes the streams of an ended session. */
export const SESSION_ENDED = "access.session_ended";

const READ = `select f.feed_id as id, f.school_id as "schoolId", c.code as topic, f.at, f.body
  from ledger.feed f join ledger.code c on c.code_no = f.kind where f.feed_id > $1 order by f.feed_id limit 1000`;
const HEAD = `select last, (select coalesce(min(feed_id), last + 1) from ledger.feed) as oldest from ledger.feed_head`;

/** How long between two looks at the outbox, ms: with listeners, and without. */
const BUSY = 200;
const IDLE = 1_000;

/**
 * Moves the outbox to the feed and tells every listener of this process.
 *
 * Every server process has one; whichever comes first moves, all read. No `notify`, so a mark's commit takes no lock of the cluster (scale.md §4).
 */
export class FeedHub {
  /** How long a stream lives at most, ms: then the browser, told `later`, comes back from the last event it saw, and its rights are asked anew. */
  streamLife = 5 * 60_000;
  readonly #pool: pg.Pool;
  readonly #log: Logger;
  readonly #listeners = new Map<Listener, Subscription>();
  #last = -1;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(pool: pg.Pool, log: Logger) {
    this.#pool = pool;
    this.#log = log;
  }

  /** Begins at the present end of the feed. */
  async start(): Promise<void> {
    this.#last = (await this.#pool.query<{ last: number }>(HEAD)).rows[0]!.last;
    this.#schedule();
  }

  /** Ends all streams and looks no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#turn;
    for (const listener of this.#listeners.keys()) listener.close();
    this.#listeners.clear();
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /**
   * Adds a listener; `after` is the last event it has seen. What happened since is told first; when the feed no longer
   * reaches back so far, `reset` tells it to read everything anew. Answers the function that takes the listener away.
   */
  async join(subscription: Subscription, after: number | undefined, listener: Listener): Promise<() => void> {
    await this.turn();
    const { last, oldest } = (await this.#pool.query<{ last: number; oldest: number }>(HEAD)).rows[0]!;
    const held: FeedEvent[] = [];
    let replayed = false;
    let floor = after ?? last;
    const tell = (e: FeedEvent) => {
      if (e.id <= floor) return;
      floor = e.id;
      const heard = e.schoolId === subscription.schoolId ? subscription.hear(e) : null;
      if (heard) listener.send(e.id, heard.event, heard.data);
    };
    const inner: Listener = { send: (id, event, data) => listener.send(id, event, data), close: () => listener.close() };
    this.#tellers.set(inner, (e) => (replayed ? tell(e) : void held.push(e)));
    this.#listeners.set(inner, subscription);
    const leave = () => {
      this.#listeners.delete(inner);
      this.#tellers.delete(inner);
    };
    try {
      if (after !== undefined && (after + 1 < oldest || after > last)) {
        floor = last;
        listener.send(last, "reset", {});
      } else {
        if (after === undefined) listener.send(last, "here", {});
        for (;;) {
          const missed = await this.#read(floor);
          missed.forEach(tell);
          if (missed.length < 1000) break;
        }
      }
    } catch (error) {
      leave();
      throw error;
    }
    replayed = true;
    held.forEach(tell);
    if (this.#stopped) listener.close();
    else if (this.#timer) this.#schedule();
    return leave;
  }

  readonly #tellers = new Map<Listener, (e: FeedEvent) => void>();

  /** One look: moves what is committed, reads what is new, tells the listeners. Tests call it; the timer does in life. */
  async turn(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#look());
    return this.#turn;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.turn().then(() => this.#schedule()), this.#listeners.size > 0 ? BUSY : IDLE);
  }

  async #read(after: number): Promise<FeedEvent[]> {
    const { rows } = await this.#pool.query<Omit<FeedEvent, "body"> & { body: string }>({ name: "feed.read", text: READ, values: [after] });
    return rows.map((r) => ({ ...r, body: JSON.parse(r.body) as Record<string, unknown> }));
  }

  async #look(): Promise<void> {
    try {
      for (;;) {
        await this.#pool.query({ name: "feed.pump", text: "select ledger.pump(now())" });
        const fresh = await this.#read(this.#last);
        for (const event of fresh) {
          this.#last = event.id;
          for (const teller of this.#tellers.values()) teller(event);
          if (event.topic === SESSION_ENDED) this.#close(event);
        }
        if (fresh.length < 1000) return;
      }
    } catch (error) {
      // the database is away: the next look tries again, and no event is lost, for nothing was moved
      this.#log.warn({ code: (error as { code?: string }).code }, "feed not read");
    }
  }

  #close(event: FeedEvent): void {
    for (const [listener, subscription] of this.#listeners) {
      if (subscription.sessionId === event.body["sessionId"]) listener.close();
    }
  }
}
