import { dayRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

/** What is said of pupils, classes and groups. */
export const PEOPLE_FAILURES = {
  "people.pupil_not_in_group": ({ lessonDay }: { lessonDay: string }) => `Ученика ${dayRu(lessonDay)} не было в списке. Ничего не записано.`,
} satisfies FailureWords;
