import { expect, test } from "vitest";
import { superiorOf } from "./superior.ts";

const offices = [
  { personId: 1, role: "director", grades: null },
  { personId: 2, role: "deputy_studies", grades: [5, 6] },
  { personId: 3, role: "deputy_studies", grades: null },
] as const;
const world = { headOf: new Map([[7, 8]]), offices };

test.each([
  ["a teacher of grade 6: the deputy in whose care it is", 9, 6, 2],
  ["a teacher of another grade: the deputy of all grades", 9, 10, 3],
  ["who has no grade: the deputy of all grades", 9, null, 3],
  ["a teacher of a department: its head", 7, 6, 8],
  ["a deputy: the director", 2, 6, 1],
  ["the director: nobody", 1, null, null],
])("over %s", (_, personId, grade, superior) => expect(superiorOf(personId, grade, world)).toBe(superior));

test("without deputies the director stands over a teacher, without a director nobody does", () => {
  expect(superiorOf(9, 6, { headOf: new Map(), offices: [offices[0]] })).toBe(1);
  expect(superiorOf(9, 6, { headOf: new Map(), offices: [] })).toBeNull();
});
