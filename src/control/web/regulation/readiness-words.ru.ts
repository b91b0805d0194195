import { countRu } from "../../../foundation/count.ru.ts";
import { dayRu } from "../../../foundation/day.ru.ts";

export const readinessWords = {
  heading: "Готовность к учебному году",
  waiting: "Смотрю, что готово…",
  sum: (year: number, done: number, of: number) => `${year}/${String(year + 1).slice(2)} учебный год: готово ${done} из ${of}`,
  noYear: "Учебный год ещё не заведён. Заведите год, его периоды и каникулы.",
  item: (name: string) => `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`,
  states: { done: "готово", open: "не готово", overdue: "срок прошёл", empty: "в школе этого нет", unseen: "проверьте сами" } as const,
  by: (roles: readonly string[]) => `Отвечает ${roles.join(", ")}`,
  till: (day: string) => `Срок: до ${dayRu(day)}`,
  noTerm: "Срок положением не назван",
  lacking: (lacking: number, of: number) => `Не готово ${lacking} из ${of}`,
  more: (n: number) => `И ещё ${countRu(n, "строка", "строки", "строк")}.`,
  notYet: "Ещё не заведено.",
};
