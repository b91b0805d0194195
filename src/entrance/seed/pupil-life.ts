import { plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Random } from "./random.ts";

/** How a pupil of a made school lives the year: when ill, how often away, how strong. */
export type PupilLife = { isIll: (d: LocalDate) => boolean; truancy: number; mark: (random: Random, hardness: number) => number };

/** Illnesses of three to nine days, two or three a year; weak pupils are away a little more often. */
export function pupilLife(random: Random, ability: number, from: LocalDate, to: LocalDate): PupilLife {
  const ill: [LocalDate, LocalDate][] = [];
  for (let at = plusDays(from, random.int(110)); at <= to; at = plusDays(at, 30 + random.int(140))) ill.push([at, plusDays(at, 2 + random.int(7))]);
  return {
    isIll: (d) => ill.some(([first, last]) => first <= d && d <= last),
    truancy: ability < -1 ? 0.03 : 0.008,
    mark: (chance, hardness) => {
      const score = ability * 0.8 + chance.bell() * 0.6 + 0.35 - hardness;
      return score > 0.75 ? 5 : score > -0.4 ? 4 : score > -1.6 ? 3 : 2;
    },
  };
}
