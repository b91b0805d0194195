import { expect, test } from "vitest";
import { isLongTask } from "./long-task.ts";

test.each([
  ["Подготовить доклад о Пифагоре", true],
  ["Проектная работа: макет клетки", true],
  ["СООБЩЕНИЕ по § 12", true],
  ["§ 12, № 412, 413", false],
  ["Выучить правило", false],
  ["", false],
  [null, false],
])("homework %j takes days to prepare: %s", (homework, long) => {
  expect(isLongTask(homework)).toBe(long);
});
