import { instantOf, plusDays, weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { ClockAnchor, DayAnchor, Deadline, Offset } from "./notation.ts";

/** What is known of a fact that something is due about. What an anchor needs and is not known yet makes the thing not due yet. */
export type DeadlineFacts = {
  timezone: string;
  /** The day of the fact: of the lesson, the work, the arrival, the registration. */
  day: LocalDate;
  /** Its instant, for terms in hours. */
  at?: Date | undefined;
  /** When the class's own last lesson of that day ends by the bells of that day, `14:05`; null when no bell says. */
  classDayEnds?: string | null | undefined;
  /** The next lesson of the page on a later day, with its beginning by the bells. */
  nextLesson?: { day: LocalDate; starts: string | null } | null | undefined;
  term?: { startsOn: LocalDate; endsOn: LocalDate } | null | undefined;
  year?: { startsOn: LocalDate; endsOn: LocalDate } | null | undefined;
  /** When the state final attestation ended and its results came. */
  giaResultsOn?: LocalDate | null | undefined;
  /** The day that an order of the director names. */
  orderedOn?: LocalDate | null | undefined;
  /** The school's calendar of working days; asked only by terms in working days. */
  isWorkingDay?: ((day: LocalDate) => boolean) | undefined;
};

/** A calendar in which nobody works for ten years is a fault of the calendar. */
const LONGEST_WAIT = 3_660;

/** From this month on a date of the school year lies in the calendar year of its beginning: what is prepared in summer is for the coming year. */
const FIRST_MONTH = 7;

/**
 * The last instant on time, or null while what the deadline hangs on is not known (no next lesson, no order, no term).
 *
 * - A whole day counts to its end, 23:59:59.999 by the school's clock, as does the day that calendar or working days lead to.
 * - Working days are counted from the day after the fact (002 П3 §2.10); days before an anchor backwards alike.
 * - Hours run from the instant: of the class's own last bell (002 П2 §2.10, 004 §4.14.2), of the next lesson's beginning, of the fact.
 *   Where no bell says, the end of the day stands for it, so nobody is called late for a gap in the timetable.
 * - A day that the month does not have is the month's last: `month+1:31` in April is the 30th, `02-29` the 28th.
 */
export function dueOf(deadline: Deadline, facts: DeadlineFacts): Date | null {
  const last = dueDayOf(deadline, facts);
  if (last !== null) return endOf(last, facts.timezone);
  if (deadline.kind === "fact") return fromFact(deadline.offset, facts);
  return deadline.kind === "anchor" ? fromAnchor(deadline, facts) : null;
}

/**
 * The last day on time of what is due by the end of a day, the day itself included; no clock and no zone are asked.
 * Null while it is not known, and for a term in hours or one that hangs on a bell: that is an instant, and has no day.
 */
export function dueDayOf(deadline: Deadline, facts: Omit<DeadlineFacts, "timezone">): LocalDate | null {
  switch (deadline.kind) {
    case "date":
      return facts.year ? dateOfYear(deadline.month, deadline.day, facts.year.startsOn) : null;
    case "month":
      return dayOfMonth(facts.day, deadline.months, deadline.day);
    case "fact":
      return deadline.offset.minutes === 0 ? moved(facts.day, deadline.offset, facts) : null;
    case "anchor": {
      const day = deadline.offset.minutes === 0 ? dayOfAnchor(deadline.anchor, facts) : null;
      return day ? moved(day, deadline.offset, facts) : null;
    }
  }
}

function fromFact(offset: Offset, facts: DeadlineFacts): Date | null {
  if (!facts.at) return null;
  const day = moved(facts.day, offset, facts);
  if (day === null) return null;
  const passed = instantOf(day, "00:00:00", facts.timezone).getTime() - instantOf(facts.day, "00:00:00", facts.timezone).getTime();
  return new Date(facts.at.getTime() + passed + offset.minutes * 60_000);
}

function fromAnchor({ anchor, offset }: Extract<Deadline, { kind: "anchor" }>, facts: DeadlineFacts): Date | null {
  if (anchor === "class_day_end") return facts.classDayEnds ? fromClock(facts.day, facts.classDayEnds, offset, facts) : fromDay(facts.day, offset, facts);
  if (anchor === "next_lesson") {
    if (!facts.nextLesson) return null;
    const { day, starts } = facts.nextLesson;
    return starts === null ? fromDay(day, offset, facts) : fromClock(day, starts, offset, facts);
  }
  const day = dayOfAnchor(anchor, facts);
  return day ? fromDay(day, offset, facts) : null;
}

/** The day that an anchor names; null while it is not known, and for a bell. */
function dayOfAnchor(anchor: DayAnchor | ClockAnchor, facts: Omit<DeadlineFacts, "timezone">): LocalDate | null {
  switch (anchor) {
    case "class_day_end":
    case "next_lesson":
      return null;
    case "lesson_date":
    case "lesson_date.end":
    case "work_date":
    case "school_day.end":
      return facts.day;
    case "period_start":
      return facts.term?.startsOn ?? null;
    case "period_end":
      return facts.term?.endsOn ?? null;
    case "year_start":
      return facts.year?.startsOn ?? null;
    case "year_end":
      return facts.year?.endsOn ?? null;
    case "month_end":
      return dayOfMonth(facts.day, 0, 31);
    case "week_end":
      return plusDays(facts.day, 7 - weekdayOf(facts.day));
    case "gia_end_and_results":
      return facts.giaResultsOn ?? null;
    case "order_date":
      return facts.orderedOn ?? null;
  }
}

function fromDay(day: LocalDate, offset: Offset, facts: DeadlineFacts): Date | null {
  const last = moved(day, offset, facts);
  return last && new Date(endOf(last, facts.timezone).getTime() + offset.minutes * 60_000);
}

function fromClock(day: LocalDate, time: string, offset: Offset, facts: DeadlineFacts): Date | null {
  const last = moved(day, offset, facts);
  return last && new Date(instantOf(last, time, facts.timezone).getTime() + offset.minutes * 60_000);
}

/** The day that the calendar days and then the working days lead to. */
function moved(day: LocalDate, { days, workingDays }: Offset, { isWorkingDay }: Pick<DeadlineFacts, "isWorkingDay">): LocalDate | null {
  let last = days === 0 ? day : plusDays(day, days);
  if (workingDays === 0) return last;
  if (!isWorkingDay) return null;
  const step = Math.sign(workingDays);
  for (let left = Math.abs(workingDays), waited = 0; left > 0; waited++) {
    if (waited > LONGEST_WAIT) return null;
    last = plusDays(last, step);
    if (isWorkingDay(last)) left--;
  }
  return last;
}

/** A school has few days and thousands of things due on them. */
const MOST_ENDS = 5_000;
const ends = new Map<string, number>();

function endOf(day: LocalDate, timezone: string): Date {
  const key = `${timezone} ${day}`;
  let end = ends.get(key);
  if (end === undefined) {
    end = instantOf(plusDays(day, 1), "00:00:00", timezone).getTime() - 1;
    if (ends.size >= MOST_ENDS) ends.clear();
    ends.set(key, end);
  }
  return new Date(end);
}

function dayOfMonth(from: LocalDate, months: number, wanted: number): LocalDate {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(wanted, last.getUTCDate()));
  return last.toISOString().slice(0, 10) as LocalDate;
}

function dateOfYear(month: number, day: number, startsOn: LocalDate): LocalDate {
  const year = Number(startsOn.slice(0, 4)) + (month >= FIRST_MONTH ? 0 : 1);
  return dayOfMonth(`${year}-${String(month).padStart(2, "0")}-01` as LocalDate, 0, day);
}
