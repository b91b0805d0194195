/** One bell of the day, `08:30` to `09:15`; slots are counted from 1. */
export type Bell = { slot: number; starts: string; ends: string };

type Hour = { startsAt: number | null; endsAt: number | null };

const LESSON = 45;
const SHORTEST_BREAK = 5;
const FIRST_BELL = 8 * 60;
const LAST_MINUTE = 24 * 60 - 1;

/**
 * Bells from the hours of a FET file. An hour with a beginning only lasts 45 minutes, or until five before the next one
 * begins. When some hour says no time, or they do not follow one another, all are made: from 8:00, 45 minutes and a break of 10.
 */
export function bellsOf(hours: readonly Hour[]): { bells: Bell[]; fromFile: boolean } {
  const spans = hours.map((hour, i) => spanOf(hour, hours[i + 1]?.startsAt ?? null));
  const follow = spans.every((span, i) => span && span.ends <= LAST_MINUTE && span.starts < span.ends && (i === 0 || spans[i - 1]!.ends <= span.starts));
  const made = follow ? (spans as Span[]) : madeSpans(hours.length);
  return { fromFile: follow, bells: made.map(({ starts, ends }, i) => ({ slot: i + 1, starts: clock(starts), ends: clock(ends) })) };
}

type Span = { starts: number; ends: number };

function spanOf({ startsAt, endsAt }: Hour, next: number | null): Span | null {
  if (startsAt === null) return null;
  if (endsAt !== null) return { starts: startsAt, ends: endsAt };
  const gap = next === null ? LESSON + SHORTEST_BREAK : next - startsAt;
  return { starts: startsAt, ends: startsAt + Math.min(LESSON, gap > 2 * SHORTEST_BREAK ? gap - SHORTEST_BREAK : gap) };
}

function madeSpans(count: number): Span[] {
  const step = Math.min(LESSON + 10, Math.floor((LAST_MINUTE - FIRST_BELL) / Math.max(1, count)));
  return Array.from({ length: count }, (_, i) => ({ starts: FIRST_BELL + i * step, ends: FIRST_BELL + i * step + Math.min(LESSON, step) }));
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
