/** Beginnings of the words by which homework that takes days is known: it is not written for the next lesson. */
export const LONG_TASK_WORDS = ["доклад", "реферат", "проект", "сочинен", "эссе", "исследован", "презентац", "сообщен", "макет", "портфолио"] as const;
