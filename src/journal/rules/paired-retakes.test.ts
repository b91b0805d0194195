import { expect, test } from "vitest";
import { pairedRetakes } from "./paired-retakes.ts";

test("a retake stands beside its first mark, a second work of the lesson by itself, a retake of nothing is a mark", () => {
  const of = (lesson: number, work: number, token: string) => ({ lesson, work, token, weight: 1 });
  expect(pairedRetakes([of(1, 10, "4"), of(1, 0, "2"), of(1, 1, "5"), of(2, 10, "3")]).map(({ token, retake }) => [token, retake ?? null])).toEqual([
    ["2", "4"],
    ["5", null],
    ["3", null],
  ]);
});
