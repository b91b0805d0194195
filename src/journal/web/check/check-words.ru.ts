import { countRu } from "../../../foundation/count.ru.ts";
import { weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { capital, dayRu, daysRu, monthYearRu, weekdayRu } from "../../../foundation/day.ru.ts";

const lessons = (n: number) => countRu(n, "урок", "урока", "уроков");

/** Words of the check of topics and homework. */
export const checkWords = {
  heading: "Темы и задания",
  views: "Что проверить",
  unwritten: "Не записано",
  homework: "Объём заданий",
  opening: "Собираем записи",
  choose: "Класс",
  weekBefore: "Прошлая неделя",
  weekAfter: "Следующая неделя",
  monthBefore: "Прошлый месяц",
  monthAfter: "Следующий месяц",
  week: daysRu,
  month: (month: string) => capital(monthYearRu(month)),
  day: (day: string) => `${capital(weekdayRu(weekdayOf(day as LocalDate)))}, ${dayRu(day)}`,
  dayShort: dayRu,
  noLessons: "На этой неделе уроков нет.",
  noHomework: "Нет задания",
  homeworkColumns: ["Урок", "Предмет", "Задание", "Минут"] as const,
  subject: (subject: string, group: string) => `${subject}, ${group}`,
  minutes: (n: number) => `${n} мин`,
  total: (total: number, limit: number | null, beforeDayOff: boolean) =>
    limit === null ? `всего ${total} мин` : `всего ${total} мин из ${limit}${beforeDayOff ? ", перед выходным" : ""}`,
  over: (subjects: readonly { subject: string; minutes: number }[]) =>
    `Задано больше нормы: ${subjects.map((s) => `${s.subject} ${s.minutes} мин`).join(", ")}.`,
  columns: ["Страница", "Учитель", "Уроков", "Записано полностью по", "Не записано"] as const,
  page: (group: string, subject: string) => `${group} · ${subject}`,
  never: "нет",
  written: "всё записано",
  missing: (topic: boolean, homework: boolean) => [topic && "тема", homework && "задание"].filter(Boolean).join(" и "),
  allWritten: "У всех прошедших уроков месяца есть тема и задание.",
  due: (n: number, day: string) => `Не записано полностью: ${lessons(n)}. Проверить и дополнить записи месяца нужно до ${dayRu(day)} включительно.`,
  overdue: (n: number, day: string) => `Не записано полностью: ${lessons(n)}. Срок проверки записей месяца прошёл ${dayRu(day)}.`,
} as const;
