import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { day, dayIn, daysBetween, plusDays, timeIn, weekdayOf } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { dueOf } from "../../src/regulation/rules/deadline/due.ts";
import type { DeadlineFacts } from "../../src/regulation/rules/deadline/due.ts";
import { parseDeadline, printDeadline } from "../../src/regulation/rules/deadline/notation.ts";

// The laws of the deadline language, each over ten thousand random calendars, zones and terms.
const numRuns = 10_000;

const ZONES = ["Europe/Simferopol", "Asia/Bishkek", "Asia/Yekaterinburg", "Asia/Novokuznetsk", "Europe/Berlin", "Asia/Tehran", "UTC"];
const zone = fc.constantFrom(...ZONES);
/** Eleven years, each with its changes of the clock. */
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((n) => plusDays(day("2019-09-01"), n));
const clock = fc.integer({ min: 7 * 60, max: 21 * 60 }).map((m) => `${String(Math.trunc(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const few = fc.integer({ min: 0, max: 40 });
/** A calendar: Saturday may be worked, and some days off are moved about. */
const calendar = fc.record({ six: fc.boolean(), odd: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }) }).map(
  ({ six, odd }) =>
    (d: LocalDate) =>
      weekdayOf(d) <= (six ? 6 : 5) !== odd.includes(daysBetween(day("2019-01-01"), d) % 21),
);

const due = (text: string, facts: DeadlineFacts): Date => {
  const at = dueOf(parseDeadline(text)!, facts);
  if (at === null) throw new Error(`nothing is due by ${text}`);
  return at;
};
const ms = (text: string, facts: DeadlineFacts) => due(text, facts).getTime();
const dayOf = (text: string, facts: DeadlineFacts) => dayIn(facts.timezone, due(text, facts));
/** Holds for ten thousand draws. */
function law<T extends [unknown, ...unknown[]]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, holds: (...of: T) => void): void {
  fc.assert(
    fc.property(fc.tuple(...arbitraries), (of) => holds(...(of as T))),
    { numRuns },
  );
}

describe("the notation", () => {
  const amount = fc.integer({ min: 0, max: 99 });
  const offset = fc.tuple(amount, amount, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).filter((o) => o.some((n) => n > 0));
  const anchor = fc.constantFrom(
    "lesson_date.end",
    "work_date",
    "class_day_end",
    "next_lesson",
    "period_end",
    "year_start",
    "month_end",
    "gia_end_and_results",
  );
  const written = ([wd, d, h, m]: number[]) => `${wd ? `${wd}wd` : ""}${d ? `${d}d` : ""}${h ? `${h}h` : ""}${m ? `${m}m` : ""}`;

  test("1. what is printed is read back as the same", () => {
    law<[string, number[], "+" | "-", number]>([anchor, offset, fc.constantFrom("+", "-"), fc.integer({ min: 0, max: 3 })], (a, o, sign, gap) => {
      const text = `${a}${" ".repeat(gap)}${sign}${" ".repeat(gap)}${written(o)}`;
      const read = parseDeadline(text);
      expect(read).not.toBeNull();
      expect(parseDeadline(printDeadline(read!))).toEqual(read);
    });
  });

  test("2. a date of the year is read exactly when the longest year has it", () => {
    law<[number, number]>([fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 })], (month, d) => {
      const text = `${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
      const real = month >= 1 && month <= 12 && d >= 1 && d <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
      expect(parseDeadline(text) !== null).toBe(real);
    });
  });

  test("3. any other text is refused and breaks nothing", () => {
    law<[string]>([fc.string({ maxLength: 24 })], (text) => {
      const read = parseDeadline(text);
      expect(read === null ? null : parseDeadline(printDeadline(read))).toEqual(read);
    });
  });
});

describe("a term in whole days", () => {
  test("4. ends with the last millisecond of its day by the school's clock", () => {
    law<[string, LocalDate, number]>([zone, anyDay, few], (timezone, d, n) => {
      const at = due(`work_date + ${n}d`, { timezone, day: d });
      expect([dayIn(timezone, at), dayIn(timezone, new Date(at.getTime() + 1))]).toEqual([plusDays(d, n), plusDays(d, n + 1)]);
    });
  });

  test("5. is additive: n and then m days are n + m days", () => {
    law<[string, LocalDate, number, number]>([zone, anyDay, few, few], (timezone, d, n, m) => {
      expect(ms(`work_date + ${n + m}d`, { timezone, day: d })).toBe(ms(`work_date + ${m}d`, { timezone, day: plusDays(d, n) }));
    });
  });

  test("6. never comes earlier for more days", () => {
    law<[string, LocalDate, number, number]>([zone, anyDay, few, few], (timezone, d, n, more) => {
      expect(ms(`work_date + ${n + more}d`, { timezone, day: d })).toBeGreaterThanOrEqual(ms(`work_date + ${n}d`, { timezone, day: d }));
    });
  });

  test("7. back and forth is where it was", () => {
    law<[string, LocalDate, number]>([zone, anyDay, few], (timezone, d, n) => {
      const back = dayOf(`period_end - ${n}d`, { timezone, day: d, term: { startsOn: d, endsOn: d } });
      expect(dayOf(`work_date + ${n}d`, { timezone, day: back })).toBe(d);
    });
  });

  test("8. of a later fact never ends earlier", () => {
    law<[string, LocalDate, LocalDate]>([zone, anyDay, anyDay], (timezone, a, b) => {
      const [early, late] = [a, b].sort() as [LocalDate, LocalDate];
      for (const text of ["lesson_date.end", "school_day.end", "work_date + 7d", "30d", "month+1:08", "month_end", "week_end"]) {
        expect(ms(text, { timezone, day: early })).toBeLessThanOrEqual(ms(text, { timezone, day: late }));
      }
    });
  });

  test("9. has 23 to 25 hours a day, over every change of the clock", () => {
    law<[string, LocalDate]>([zone, anyDay], (timezone, d) => {
      const hours = (ms("lesson_date.end", { timezone, day: plusDays(d, 1) }) - ms("lesson_date.end", { timezone, day: d })) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(23);
      expect(hours).toBeLessThanOrEqual(25);
    });
  });

  test("10. is the same day in every zone, at its own midnight", () => {
    law<[string, string, LocalDate, number]>([zone, zone, anyDay, few], (a, b, d, n) => {
      expect(dayOf(`work_date + ${n}d`, { timezone: a, day: d })).toBe(dayOf(`work_date + ${n}d`, { timezone: b, day: d }));
    });
  });
});

describe("a term in working days", () => {
  type Works = (d: LocalDate) => boolean;
  test("11. ends on a working day after the fact", () => {
    law<[LocalDate, Works, number]>([anyDay, calendar, fc.integer({ min: 1, max: 30 })], (d, isWorkingDay, n) => {
      const last = dayOf(`${n}wd`, { timezone: "UTC", day: d, isWorkingDay });
      expect(isWorkingDay(last)).toBe(true);
      expect(last > d).toBe(true);
    });
  });

  test("12. has exactly so many working days behind it", () => {
    law<[LocalDate, Works, number]>([anyDay, calendar, few], (d, isWorkingDay, n) => {
      const last = dayOf(`${n}wd`, { timezone: "UTC", day: d, isWorkingDay });
      let worked = 0;
      for (let at = plusDays(d, 1); at <= last; at = plusDays(at, 1)) if (isWorkingDay(at)) worked++;
      expect(worked).toBe(n);
    });
  });

  test("13. is additive", () => {
    law<[LocalDate, Works, number, number]>([anyDay, calendar, few, few], (d, isWorkingDay, n, m) => {
      const first = dayOf(`${n}wd`, { timezone: "UTC", day: d, isWorkingDay });
      expect(dayOf(`${m}wd`, { timezone: "UTC", day: first, isWorkingDay })).toBe(dayOf(`${n + m}wd`, { timezone: "UTC", day: d, isWorkingDay }));
    });
  });

  test("14. is never shorter than as many calendar days, and the same where every day is worked", () => {
    law<[LocalDate, Works, number]>([anyDay, calendar, few], (d, isWorkingDay, n) => {
      expect(ms(`${n}wd`, { timezone: "UTC", day: d, isWorkingDay })).toBeGreaterThanOrEqual(ms(`${n}d`, { timezone: "UTC", day: d }));
      expect(ms(`${n}wd`, { timezone: "UTC", day: d, isWorkingDay: () => true })).toBe(ms(`${n}d`, { timezone: "UTC", day: d }));
    });
  });

  test("15. a day off more makes it no shorter", () => {
    law<[LocalDate, Works, number, number]>([anyDay, calendar, fc.integer({ min: 1, max: 20 }), few], (d, isWorkingDay, n, later) => {
      const holiday = plusDays(d, later);
      const fewer: Works = (at) => at !== holiday && isWorkingDay(at);
      expect(ms(`${n}wd`, { timezone: "UTC", day: d, isWorkingDay: fewer })).toBeGreaterThanOrEqual(ms(`${n}wd`, { timezone: "UTC", day: d, isWorkingDay }));
    });
  });

  test("16. counted back from an anchor and forth again is a working day not after it", () => {
    law<[LocalDate, Works, number]>([anyDay, calendar, fc.integer({ min: 1, max: 20 })], (d, isWorkingDay, n) => {
      const before = dayOf(`period_end - ${n}wd`, { timezone: "UTC", day: d, isWorkingDay, term: { startsOn: d, endsOn: d } });
      expect([isWorkingDay(before), before < d]).toEqual([true, true]);
      expect(dayOf(`${n}wd`, { timezone: "UTC", day: before, isWorkingDay }) <= (isWorkingDay(d) ? d : plusDays(d, 40))).toBe(true);
    });
  });

  test("17. without a calendar is not due", () => {
    law<[string, LocalDate, number]>([zone, anyDay, fc.integer({ min: 1, max: 3 })], (timezone, d, n) => {
      expect(dueOf(parseDeadline(`${n}wd`)!, { timezone, day: d })).toBeNull();
    });
  });

  test("in a calendar where nobody works is not due either, and the search for a day ends", () => {
    expect(dueOf(parseDeadline("3wd")!, { timezone: "UTC", day: day("2026-09-01"), isWorkingDay: () => false })).toBeNull();
  });
});

describe("a term in hours", () => {
  test("18. after the class's last bell never comes earlier when the bell rings later", () => {
    law<[string, LocalDate, string, string]>([zone, anyDay, clock, clock], (timezone, d, a, b) => {
      const [early, late] = [a, b].sort() as [string, string];
      const at = (classDayEnds: string) => ms("class_day_end + 1h30m", { timezone, day: d, classDayEnds });
      expect(at(early)).toBeLessThanOrEqual(at(late));
    });
  });

  test("19. is additive", () => {
    law<[string, LocalDate, string, number, number]>([zone, anyDay, clock, few, few], (timezone, d, classDayEnds, a, b) => {
      const facts = { timezone, day: d, classDayEnds };
      expect(ms(`class_day_end + ${a + b}m`, facts) - ms(`class_day_end + ${a}m`, facts)).toBe(b * 60_000);
    });
  });

  test("20. of no length is the bell itself", () => {
    law<[string, LocalDate, string]>([zone, anyDay, clock], (timezone, d, classDayEnds) => {
      const at = due("class_day_end", { timezone, day: d, classDayEnds });
      expect([dayIn(timezone, at), timeIn(timezone, at)]).toEqual([d, classDayEnds]);
    });
  });

  test("21. without a bell is the end of the day, never earlier than any bell", () => {
    law<[string, LocalDate, number]>([zone, anyDay, few], (timezone, d, minutes) => {
      const none = ms(`class_day_end + ${minutes}m`, { timezone, day: d, classDayEnds: null });
      expect(none).toBeGreaterThan(ms(`class_day_end + ${minutes}m`, { timezone, day: d, classDayEnds: "21:00" }));
    });
  });

  test("22. from a notice runs by the clock on the wall of nobody: exactly so many hours", () => {
    law<[string, Date, number]>(
      [zone, fc.date({ min: new Date("2019-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }), fc.integer({ min: 1, max: 100 })],
      (timezone, at, hours) => {
        expect(ms(`${hours}h`, { timezone, day: dayIn(timezone, at), at })).toBe(at.getTime() + hours * 3_600_000);
      },
    );
  });

  test("23. the next lesson's beginning is after this day's end", () => {
    law<[string, LocalDate, string, string]>([zone, anyDay, clock, clock], (timezone, d, starts, classDayEnds) => {
      const facts = { timezone, day: d, classDayEnds, nextLesson: { day: plusDays(d, 1), starts } };
      expect(ms("next_lesson", facts)).toBeGreaterThan(ms("lesson_date.end", facts));
      expect(dueOf(parseDeadline("next_lesson")!, { ...facts, nextLesson: null })).toBeNull();
    });
  });
});

describe("a date of the year and a day of the month", () => {
  const september = fc.integer({ min: 2019, max: 2032 }).map((y) => ({ startsOn: day(`${y}-09-01`), endsOn: day(`${y + 1}-08-31`) }));
  test("24. lies between the summer before the year and the summer after it", () => {
    law<[string, { startsOn: LocalDate; endsOn: LocalDate }, number, number]>(
      [zone, september, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })],
      (timezone, year, month, d) => {
        const at = dayOf(`${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`, { timezone, day: year.startsOn, year });
        expect(Number(at.slice(5, 7))).toBe(month);
        expect(at >= `${year.startsOn.slice(0, 4)}-07-01` && at <= `${year.endsOn.slice(0, 4)}-06-30`).toBe(true);
      },
    );
  });

  test("25. is that day of that month, or the month's last", () => {
    law<[string, LocalDate, number, number]>(
      [zone, anyDay, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 31 })],
      (timezone, d, months, wanted) => {
        const at = dayOf(`month+${months}:${String(wanted).padStart(2, "0")}`, { timezone, day: d });
        const ahead = (Number(at.slice(0, 4)) - Number(d.slice(0, 4))) * 12 + Number(at.slice(5, 7)) - Number(d.slice(5, 7));
        expect(ahead).toBe(months);
        const date = Number(at.slice(8));
        expect(date === wanted || (date < wanted && plusDays(at, 1).endsWith("-01"))).toBe(true);
      },
    );
  });
});

describe("the server's own clock", () => {
  const before = process.env.TZ;
  afterAll(() => void (process.env.TZ = before));
  const text = fc.constantFrom("lesson_date.end", "work_date + 7d", "class_day_end + 1h30m", "3wd", "09-05", "month+1:08");

  test("26. may stand in any zone: no deadline moves", () => {
    law<[string, string, LocalDate, string]>([zone, zone, anyDay, text], (own, timezone, d, written) => {
      const facts = { timezone, day: d, classDayEnds: "13:05", isWorkingDay: (at: LocalDate) => weekdayOf(at) < 6, year: { startsOn: d, endsOn: d } };
      process.env.TZ = "UTC";
      const there = ms(written, facts);
      process.env.TZ = own;
      expect(ms(written, facts)).toBe(there);
    });
  });
});
