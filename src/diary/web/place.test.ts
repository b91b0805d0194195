import { expect, test } from "vitest";
import { day } from "../../foundation/day.ts";
import { placeOf, searchOf } from "./place.ts";

test.each([
  ["", { screen: "diary", pupilId: null, day: null }],
  ["?child=12&day=2026-12-11", { screen: "diary", pupilId: 12, day: day("2026-12-11") }],
  ["?sessions", { screen: "sessions", pupilId: null, day: null }],
  ["?sessions&child=3", { screen: "sessions", pupilId: 3, day: null }],
  ["?child=12x&day=2026-02-30", { screen: "diary", pupilId: null, day: null }],
  ["?child=-1&day=today", { screen: "diary", pupilId: null, day: null }],
] as const)("the place of «%s»", (search, place) => expect(placeOf(search)).toEqual(place));

test.each(["", "?child=12", "?child=12&day=2026-12-11", "?sessions&child=3"])("«%s» comes back the same", (search) =>
  expect(searchOf(placeOf(search))).toBe(search),
);
