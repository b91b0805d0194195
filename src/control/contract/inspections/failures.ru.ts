import { dayRu } from "../../../foundation/day.ru.ts";

/** The sentences about checks and about bonuses by the journal. */
export const INSPECTION_FAILURES = {
  "control.inspection_ahead": ({ today }: { today: string }) =>
    `Эти дни ещё не прошли. Проверку записывают не позже, чем за ${dayRu(today)}. Ничего не записано.`,
  "control.nothing_to_inspect": () => "Выберите, какие журналы проверены. Ничего не записано.",
  "control.department_not_found": () => "Такого отделения в школе нет. Ничего не записано.",
  "control.class_not_found": () => "Такого класса нет.",
  "control.deputy_not_found": () => "Сейчас этот человек не завуч. Сначала дайте ему эту роль.",
  "control.care_changed_meanwhile": ({ grades }: { grades: readonly number[] | null }) =>
    `Параллели завуча тем временем изменили: сейчас ${grades === null ? "все" : grades.join(", ")}. Посмотрите и решите заново.`,
  "control.no_weights": () => "Хотя бы один критерий должен что-то весить. Критерии не изменены.",
  "control.criteria_changed_meanwhile": () => "Критерии тем временем изменили. Посмотрите, что сейчас в силе, и решите заново.",
  "control.nobody_proposed": () => "Выберите, кого представить. Представление не отправлено.",
  "control.not_in_ranking": () => "Среди выбранных есть тот, кто в эти дни уроков не вёл. Представление не отправлено.",
  "control.submission_not_found": () => "Такого представления нет.",
  "control.submission_decided": ({ state }: { state: string }) =>
    `По этому представлению уже решено: ${state === "approved" ? "оно утверждено" : "оно возвращено"}. Ваше решение не записано.`,
  "control.answer_empty": () => "Напишите, почему представление возвращено.",
};
