import { expect, test } from "vitest";
import { EMPTY_NOTE, refusalOfKind } from "./lesson-note.ts";

const topic = { ...EMPTY_NOTE, topic: "Дроби" };
const named = { ...topic, lessonKind: 2 };
const NO_KIND = { code: "journal.lesson_kind_required", facts: {} };

test.each([
  ["a topic without its kind, where the school wants it", { topic: "Дроби" }, topic, true, NO_KIND],
  ["the same, where the school does not", { topic: "Дроби" }, topic, false, null],
  ["a topic with its kind", { topic: "Дроби", lessonKind: 2 }, named, true, null],
  ["a topic changed, its kind standing", { topic: "Дроби" }, named, true, null],
  ["the kind taken away from under a topic", { lessonKind: null }, topic, true, NO_KIND],
  ["homework under an old topic without a kind", { homework: "№ 1" }, { ...topic, homework: "№ 1" }, true, null],
  ["a kind before its topic", { lessonKind: 2 }, { ...EMPTY_NOTE, lessonKind: 2 }, true, null],
  ["a topic taken away", { topic: null }, EMPTY_NOTE, true, null],
])("%s", (_, asked, wanted, required, refusal) => {
  expect(refusalOfKind(asked, wanted, required)).toEqual(refusal);
});
