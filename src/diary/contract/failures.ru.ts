import { dayYearRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

/** What is said when a diary cannot be opened. */
export const DIARY_FAILURES = {
  "diary.pupil_not_found": () => "Такого дневника нет.",
  "diary.not_a_day": ({ text }: { text: string }) => `«${text}» не день календаря. Выберите день заново.`,
  "diary.day_outside_years": ({ from, to }: { from: string; to: string }) =>
    `В дневнике есть дни с ${dayYearRu(from)} по ${dayYearRu(to)}. Выберите день из этих лет.`,
} satisfies FailureWords;
