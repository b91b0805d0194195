import { dayRu } from "../../../foundation/day.ru.ts";

/** The sentences about checks. */
export const INSPECTION_FAILURES = {
  "control.inspection_ahead": ({ today }: { today: string }) =>
    `Эти дни ещё не прошли. Проверку записывают не позже, чем за ${dayRu(today)}. Ничего не записано.`,
  "control.nothing_to_inspect": () => "Выберите, какие журналы проверены. Ничего не записано.",
  "control.department_not_found": () => "Такого отдела нет.",
  "control.class_not_found": () => "Такого класса нет.",
  "control.deputy_not_found": () => "Сейчас этот человек не завуч. Сначала дайте ему эту роль.",
  "control.care_changed_meanwhile": ({ grades }: { grades: readonly number[] | null }) =>
    `Параллели завуча тем временем изменили: сейчас ${grades === null ? "все" : grades.join(", ")}. Посмотрите и решите заново.`,
};
