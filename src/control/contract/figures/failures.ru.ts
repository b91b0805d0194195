import { monthRu } from "../../../foundation/day.ru.ts";
import type { FailureWords } from "../../../foundation/failure.ts";

/** What is said when figures cannot be counted as they were asked for. */
export const FIGURES_FAILURES = {
  "control.class_of_pupils_missing": () => "Выберите класс: успехи учеников показываются по одному классу.",
  "control.row_not_found": () => "Такого класса, предмета, учителя или ученика в школе нет. Вернитесь к списку и выберите ещё раз.",
  "control.month_not_over": ({ month }: { month: string }) => `${monthRu(month)} ещё не закончился: отчёт сдают за прошедший месяц. Ничего не отправлено.`,
} satisfies FailureWords;
