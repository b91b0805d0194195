import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indicatorsOf, joinCounts, levelOf } from "./indicators.ts";
import type { Levels, MarkCount } from "./indicators.ts";

const FIVE: Levels = { excellent: ["5"], good: ["4"], satisfactory: ["3"], unsatisfactory: ["2", "1"], notAttested: ["н/а"] };
const TEN: Levels = { excellent: ["10", "9"], good: ["8", "7"], satisfactory: ["6", "5"], unsatisfactory: ["4", "3", "2", "1"], notAttested: ["н/а"] };
const marks = (text: string): MarkCount[] => joinCounts([text.split(" ").map((mark) => ({ mark, count: 1 }))]);
const percent = (share: number | null) => share && Math.round(share * 1000) / 10;
const shown = (text: string, levels = FIVE, without = 0) => {
  const { pass, quality, learning, average, counted } = indicatorsOf(marks(text), levels, without);
  return { pass: percent(pass), quality: percent(quality), learning: percent(learning), average: average && Math.round(average * 100) / 100, counted };
};

describe("indicators of progress", () => {
  test("STA-02 5, 4, 4, 3, 2: progress 80 %, quality 60 %, degree of learning 56 %, average 3.6", () => {
    expect(shown("5 4 4 3 2")).toEqual({ pass: 80, quality: 60, learning: 56, average: 3.6, counted: 5 });
  });

  test("STA-03 one not attested stays in the denominator and has no number: progress 66.7 %", () => {
    expect(shown("5 4 4 3 2 н/а")).toEqual({ pass: 66.7, quality: 50, learning: 47.8, average: 3.6, counted: 6 });
  });

  test("STA-03 exempt pupils and those without marks leave the denominator, and are told", () => {
    expect(shown("5 4 4 3 2 осв. зч", FIVE, 3)).toEqual(shown("5 4 4 3 2"));
    expect(indicatorsOf(marks("5 осв. зч"), FIVE, 3)).toMatchObject({ counted: 1, outside: 2, without: 3 });
  });

  test("STA-04 another scale by its levels: 8 of ten points is good", () => {
    expect(levelOf("8", TEN)).toBe("good");
    expect(shown("10 8 7 6 4", TEN)).toEqual({ pass: 80, quality: 60, learning: 56, average: 7, counted: 5 });
  });

  test("nobody counted has no share and no average", () => {
    expect(indicatorsOf([], FIVE, 4)).toMatchObject({ counted: 0, pass: null, quality: null, learning: null, average: null, without: 4 });
    expect(indicatorsOf([{ mark: "н/а", count: 2 }], FIVE)).toMatchObject({ pass: 0, quality: 0, average: null });
  });
});

const counts = fc.array(fc.record({ mark: fc.constantFrom("5", "4", "3", "2", "1", "н/а", "осв.", "зч"), count: fc.integer({ min: 0, max: 40 }) }), {
  maxLength: 12,
});

describe("for any marks", () => {
  test("quality is never above progress, and no share leaves 0 to 1", () => {
    fc.assert(
      fc.property(counts, (list) => {
        const { pass, quality, learning, counted } = indicatorsOf(list, FIVE);
        if (counted === 0) return pass === null && quality === null && learning === null;
        return quality! <= pass! && [pass!, quality!, learning!].every((share) => share >= 0 && share <= 1 + 1e-9);
      }),
    );
  });

  test("every mark is counted once: in a level or outside", () => {
    fc.assert(
      fc.property(counts, (list) => {
        const { levels, counted, outside } = indicatorsOf(list, FIVE);
        expect(Object.values(levels).reduce((a, b) => a + b, 0)).toBe(counted);
        expect(counted + outside).toBe(list.reduce((all, { count }) => all + count, 0));
      }),
    );
  });

  test("the order of marks and their parting into lists change nothing", () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(indicatorsOf(joinCounts([a, b]), FIVE)).toEqual(indicatorsOf([...b, ...a], FIVE));
      }),
    );
  });

  test("who has no mark changes no share", () => {
    fc.assert(
      fc.property(counts, fc.nat(50), (list, without) => {
        expect({ ...indicatorsOf(list, FIVE, without), without: 0 }).toEqual(indicatorsOf(list, FIVE));
      }),
    );
  });
});
