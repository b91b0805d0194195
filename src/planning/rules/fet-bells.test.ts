import { describe, expect, test } from "vitest";
import { bellsOf } from "./fet-bells.ts";
import { weekdaysOf } from "./fet-weekdays.ts";

const at = (...starts: (number | null)[]) => starts.map((startsAt) => ({ startsAt, endsAt: null }));
const printed = (hours: Parameters<typeof bellsOf>[0]) => bellsOf(hours).bells.map(({ slot, starts, ends }) => `${slot} ${starts}-${ends}`);

describe("bells of a FET file", () => {
  test("last 45 minutes, or until five before the next", () => {
    expect(printed(at(450, 495, 545))).toEqual(["1 07:30-08:10", "2 08:15-09:00", "3 09:05-09:50"]);
  });

  test("are as the file says when it says the end too", () => {
    expect(
      printed([
        { startsAt: 480, endsAt: 520 },
        { startsAt: 520, endsAt: 560 },
      ]),
    ).toEqual(["1 08:00-08:40", "2 08:40-09:20"]);
  });

  test("are made when an hour has no time, goes back, or would pass midnight", () => {
    const made = ["1 08:00-08:45", "2 08:55-09:40"];
    expect(printed(at(480, null))).toEqual(made);
    expect(printed(at(480, 470))).toEqual(made);
    expect(printed(at(480, 1420))).toEqual(made);
    expect(bellsOf(at(480, null)).fromFile).toBe(false);
  });

  test("fit into the day however many there are", () => {
    const bells = bellsOf(at(...Array<null>(60).fill(null))).bells;
    expect(bells.every((bell, i) => bell.starts < bell.ends && (i === 0 || bells[i - 1]!.ends <= bell.starts))).toBe(true);
  });
});

describe("days of a FET file", () => {
  const named = (...names: string[]) => weekdaysOf(names.map((name) => ({ name })));
  test("are weekdays by name, in any order", () => expect(named("Вторник", "Среда", "Понедельник")).toEqual([2, 3, 1]));
  test("are weekdays by place when a name is none", () => expect(named("День 1", "Вторник")).toEqual([1, 2]));
  test("past the seventh are none", () => expect(named("a", "b", "c", "d", "e", "f", "g", "h")[7]).toBe(null));
});
