import { countRu, numberRu } from "../../../foundation/count.ru.ts";
import { termShortRu } from "../../../timetable/rules/term-name.ru.ts";

export const accumulationWords = {
  heading: "Накопляемость отметок",
  opening: "Считаем отметки",
  month: "Месяц",
  spans: "За какое время",
  byMonth: "За месяц",
  byYear: "За год",
  all: "Все страницы",
  onlyShort: "Где не хватает",
  which: "Какие страницы показать",
  columns: ["Класс", "Предмет", "Учитель", "Период", "Часов", "Норма", "Не хватает", "Без письменной"] as const,
  period: termShortRu,
  norm: (due: number, least: number) => (due === least ? String(least) : `${due} из ${least}`),
  normFull: (due: number, least: number) => `К этому дню ${due}, за весь период ${least}`,
  lacks: (name: string, marks: number, n: number) => `${name}: ${countRu(marks, "отметка", "отметки", "отметок")}, не хватает ${n}`,
  noWritten: "нет письменной работы:",
  pupils: (n: number) => countRu(n, "ученик", "ученика", "учеников"),
  total: (pages: number, pupils: number) => `Страниц: ${pages}. Не хватает отметок: ${countRu(pupils, "случай", "случая", "случаев")}.`,
  none: "Отметок хватает у всех.",
  empty: "В этом месяце уроков с отметками нет.",
  hours: (n: number) => numberRu(n),
  print: "Печать",
} as const;
