import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricsOf, perHour, scoreOf } from "./ranking.ts";

const counts = { held: 20, inTime: 15, topics: 18, homeworkHeld: 20, homework: 16, loadHours: 10, remarks: { given: 4, fixedInTime: 3, overdue: 1 } };
const weights = { timeliness: 50, fullness: 30, remarks: 20, load: 0 };

describe("the ranking", () => {
  test("INC-04 counts by the weights of the criteria", () => {
    const metrics = metricsOf(counts, 20);
    expect(metrics).toEqual({ timeliness: 0.75, fullness: 0.85, remarks: 0.75, load: 0.5 });
    expect(scoreOf(metrics, weights)).toBe(78);
    expect(scoreOf(metrics, { ...weights, load: 100 })).toBe(64);
    expect(scoreOf(metrics, { timeliness: 0, fullness: 0, remarks: 0, load: 0 })).toBeNull();
  });

  test("what is not known is left out, no remarks are no fault", () => {
    const metrics = metricsOf({ ...counts, held: 0, homeworkHeld: 0, remarks: { given: 0, fixedInTime: 0, overdue: 0 } }, 0);
    expect(metrics).toEqual({ timeliness: null, fullness: null, remarks: 1, load: null });
    expect(scoreOf(metrics, weights)).toBe(100);
  });

  test("a score stays between 0 and 100 whatever the weights", () => {
    const part = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    const weight = fc.integer({ min: 0, max: 100 });
    const record = <T>(of: fc.Arbitrary<T>) => fc.record({ timeliness: of, fullness: of, remarks: of, load: of });
    fc.assert(
      fc.property(record(part), record(weight), (metrics, by) => {
        const score = scoreOf(metrics, by);
        expect(score === null || (score >= 0 && score <= 100)).toBe(true);
      }),
    );
  });

  test("INC-03 counts for an hour of load", () => {
    expect(perHour(15, 10)).toBe(1.5);
    expect(perHour(15, 0)).toBeNull();
  });
});
