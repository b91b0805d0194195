import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  capital,
  dayDotsRu,
  dayDotsYearRu,
  dayRu,
  dayShortRu,
  daysRu,
  dayYearRu,
  monthRu,
  monthYearRu,
  onWeekdayRu,
  timesRu,
  yearsRu,
  weekdayRu,
  weekdayShortRu,
} from "./day.ru.ts";
import { dayIn, instantOf, timeIn } from "./day.ts";

const ZONES = ["Europe/Simferopol", "Asia/Bishkek", "Asia/Yekaterinburg", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"];
const zone = fc.constantFrom(...ZONES);
const instant = fc.date({ min: new Date("1995-01-01T00:00:00Z"), max: new Date("2060-01-01T00:00:00Z"), noInvalidDate: true });

describe("the school's wall clock", () => {
  test("is the one that the system's calendar shows, at any instant of any zone, asked in any order", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);
        expect(`${dayIn(timeZone, at)} ${timeIn(timeZone, at)}`).toBe(shown.slice(0, 16));
      }),
      { numRuns: 3_000 },
    );
  });

  test("leads back to the instant, except in the hour that comes twice", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, some) => {
        const at = new Date(Math.floor(some.getTime() / 60_000) * 60_000);
        const back = instantOf(dayIn(timeZone, at), timeIn(timeZone, at), timeZone);
        expect([0, 1_800_000, 3_600_000]).toContain(at.getTime() - back.getTime());
        expect(timeIn(timeZone, back)).toBe(timeIn(timeZone, at));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("a day in Russian", () => {
  test.each([
    [dayRu("2026-09-14"), "14 сентября"],
    [dayRu("2027-05-01"), "1 мая"],
    [dayYearRu("2026-09-14"), "14 сентября 2026 года"],
    [dayShortRu("2027-05-01"), "1 мая"],
    [dayShortRu("2026-12-28"), "28 дек"],
    [dayDotsRu("2026-09-01"), "01.09"],
    [dayDotsYearRu("2026-09-01"), "01.09.2026"],
    [daysRu("2026-09-07", "2026-09-13"), "7–13 сентября"],
    [daysRu("2026-09-28", "2026-10-04"), "28 сентября – 4 октября"],
    [daysRu("2026-12-28", "2027-01-03"), "28 декабря – 3 января"],
    [daysRu("2026-09-01", "2027-09-05"), "1 сентября – 5 сентября"],
    [daysRu("2026-09-07", "2026-09-07"), "7 сентября"],
    [monthRu("2027-03-31"), "март"],
    [monthYearRu("2027-03"), "март 2027"],
    [capital(monthYearRu("2027-03")), "Март 2027"],
    [timesRu("08:00", "08:45"), "08:00–08:45"],
    [
      [yearsRu(2026), yearsRu(2099)],
      ["2026/27", "2099/00"],
    ],
    [[1, 7].map(weekdayRu), ["понедельник", "воскресенье"]],
    [[1, 7].map(weekdayShortRu), ["пн", "вс"]],
    [[2, 3].map(onWeekdayRu), ["во вторник", "в среду"]],
  ])("%s", (said, wanted) => expect(said).toEqual(wanted));
});
