import { mondayOf, type LocalDate } from "../../../foundation/day.ts";
import { asDay, type Week } from "../week/week-days.ts";
import { weekChanges, type LessonChange } from "./week-changes.ts";

/** What the screen shows of one child's week, and how true it is. */
export type Shown = {
  readonly week: Week | null;
  /** The term of the week, or of the child's last week while the next one is on its way. */
  readonly term: Week["term"];
  /** When the week shown was read. */
  readonly readAt: Date | null;
  readonly state: "reading" | "fresh" | "offline" | "refused";
  readonly problem: unknown;
  /** Lessons that changed a moment ago. */
  readonly lit: ReadonlySet<number>;
  /** What changed in the last reading, for the voice; a new array every time. */
  readonly news: readonly LessonChange[];
};

export type DiarySource = {
  readonly shown: () => Shown;
  readonly subscribe: (listener: () => void) => () => void;
  /** Turns to a child and a day; null is today. What was read before stands at once. */
  readonly show: (pupilId: number, day: LocalDate | null) => void;
  readonly readAgain: () => void;
  readonly stop: () => void;
};

/** What the source needs of the world; tests give their own. */
export type Means = {
  readonly read: (pupilId: number, day: LocalDate | null) => Promise<Week>;
  /** Nobody was reached; what is shown stays and is asked for again. */
  readonly isNoConnection: (error: unknown) => boolean;
  /** A refusal that may pass by itself: the server is busy or has failed. */
  readonly mayPass: (error: unknown) => boolean;
  readonly now: () => Date;
  readonly later: (what: () => void, ms: number) => () => void;
};

const LIT_FOR = 4_000;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;
const NOBODY: ReadonlySet<number> = new Set();

/** Keeps the weeks that were read, reads them again when told, and says what became different. */
export function diarySource(means: Means, startsOn: LocalDate): DiarySource {
  const kept = new Map<string, { week: Week; readAt: Date }>();
  const listeners = new Set<() => void>();
  let today = startsOn;
  let place: { pupilId: number; day: LocalDate | null } | null = null;
  let shown: Shown = { week: null, term: null, readAt: null, state: "reading", problem: null, lit: NOBODY, news: [] };
  let turn = 0;
  let reading = 0;
  let dirty = false;
  let retry = FIRST_RETRY;
  let stopRetry = () => {};
  let stopLit = () => {};

  const keyOf = (pupilId: number, day: LocalDate) => `${pupilId} ${mondayOf(day)}`;

  function set(part: Partial<Shown>) {
    shown = { ...shown, ...part };
    for (const listener of listeners) listener();
  }

  async function readNow() {
    if (!place) return;
    if (reading === turn) {
      dirty = true;
      return;
    }
    stopRetry();
    const mine = (reading = turn);
    const { pupilId, day } = place;
    try {
      const week = await means.read(pupilId, day);
      keep(week);
      if (mine === turn) arrived(week);
    } catch (error) {
      if (mine === turn) failed(error);
    }
    if (mine !== turn) return;
    reading = 0;
    if (dirty) {
      dirty = false;
      void readNow();
    }
  }

  function keep(week: Week) {
    today = asDay(week.today);
    kept.set(keyOf(week.pupil.pupilId, asDay(week.monday)), { week, readAt: means.now() });
  }

  function arrived(week: Week) {
    retry = FIRST_RETRY;
    const news = shown.week ? weekChanges(shown.week, week) : [];
    const part = { week, term: week.term, readAt: means.now(), state: "fresh", problem: null } as const;
    if (news.length === 0) return set(part);
    set({ ...part, news, lit: new Set([...shown.lit, ...news.map((c) => c.lessonId)]) });
    stopLit();
    stopLit = means.later(() => set({ lit: NOBODY }), LIT_FOR);
  }

  function failed(error: unknown) {
    const offline = means.isNoConnection(error);
    set({ state: offline ? "offline" : "refused", problem: error });
    if (!offline && !means.mayPass(error)) return;
    stopRetry = means.later(() => void readNow(), retry);
    retry = Math.min(retry * 2, LONGEST_RETRY);
  }

  return {
    shown: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(pupilId, day) {
      if (place?.pupilId === pupilId && place.day === day) return;
      const before = place && keyOf(place.pupilId, place.day ?? today);
      const key = keyOf(pupilId, day ?? today);
      const term = place?.pupilId === pupilId ? shown.term : null;
      place = { pupilId, day };
      if (before === key && shown.week) return;
      turn += 1;
      dirty = false;
      stopLit();
      const had = kept.get(key);
      set({ week: had?.week ?? null, term: had ? had.week.term : term, readAt: had?.readAt ?? null, state: "reading", problem: null, lit: NOBODY, news: [] });
      void readNow();
    },
    readAgain: () => void readNow(),
    stop() {
      turn += 1;
      place = null;
      stopRetry();
      stopLit();
    },
  };
}
