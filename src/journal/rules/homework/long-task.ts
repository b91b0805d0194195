import { LONG_TASK_WORDS } from "./long-task.ru.ts";

/** Whether homework by its own words takes days to prepare: a report, a project, an essay. Such a task is to have a due day of its own. */
export const isLongTask = (homework: string | null): boolean => {
  const words = (homework ?? "").toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => LONG_TASK_WORDS.some((begins) => word.startsWith(begins)));
};
