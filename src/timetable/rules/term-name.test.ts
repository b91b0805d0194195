import { expect, test } from "vitest";
import { termRu, termShortRu } from "./term-name.ru.ts";

test.each([
  [1, "quarter", "I четверть", "I четв."],
  [2, "half_year", "II полугодие", "II полуг."],
  [3, "trimester", "III триместр", "III трим."],
  [7, "module", "7 период", "7 пер."],
])("the term %i of kind %s is «%s», in short «%s»", (term, kind, full, short) => {
  expect([termRu(term, kind), termShortRu(term, kind)]).toEqual([full, short]);
});
