import { dayRu } from "../../../foundation/day.ru.ts";

const STATES: Record<string, string> = {
  open: "сейчас оно открыто",
  fixed: "сейчас оно отмечено исправленным и ждёт завуча",
  accepted: "сейчас оно принято",
};

/** The sentences about remarks. */
export const REMARK_FAILURES = {
  "control.remark_not_found": () => "Такого замечания нет.",
  "control.remark_empty": () => "Напишите, что исправить: без этого замечание не дать.",
  "control.comment_empty": () => "Напишите, что осталось исправить: без этого замечание не вернуть.",
  "control.term_in_past": ({ today }: { today: string }) => `Этот день прошёл. Самый ранний срок ${dayRu(today)}. Ничего не записано.`,
  "control.nobody_answers": () => "У этой страницы сейчас нет такого учителя, замечание некому дать. Проверьте нагрузку.",
  "control.cell_needs_lesson": () => "Клетка названа без урока. Ничего не записано.",
  "control.remark_not_fixed": () => "Учитель ещё не подтвердил исправление, принимать или возвращать нечего.",
  "control.remark_accepted": () => "Это замечание уже принято, менять в нём нечего.",
  "control.remark_changed_meanwhile": ({ state }: { state: string }) =>
    `Пока вы смотрели, замечание изменилось: ${STATES[state] ?? "посмотрите его заново"}. Ваше не записано.`,
};
