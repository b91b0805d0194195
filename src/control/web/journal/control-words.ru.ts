import { countRu, ordinalRu, percentOfTableRu } from "../../../foundation/count.ru.ts";
import { dayShortRu, daysRu } from "../../../foundation/day.ru.ts";
import type { MetricCode } from "./metrics.ts";

const METRICS: Record<MetricCode, string> = {
  inTime: "Уроки записаны в срок",
  topics: "Тема урока записана",
  homework: "Задание на дом записано",
  homeworkInTime: "Задание записано в срок",
};

export const controlWords = {
  heading: "Контроль журналов",
  opening: "Считаю уроки…",
  span: "Срок",
  spans: { week: "Неделя", month: "Месяц" },
  by: "По кому",
  bys: { teacher: "По учителям", class: "По классам" },
  before: "Раньше",
  after: "Позже",
  metrics: "Показатели",
  metric: (code: MetricCode) => METRICS[code],
  percent: percentOfTableRu,
  of: (part: number, whole: number) => `${part} из ${countRu(whole, "урока", "уроков", "уроков")}`,
  days: daysRu,
  worstFirst: "сверху те, кому нужна помощь",
  who: { teacher: "Учитель", class: "Класс" },
  lessons: "Уроков",
  columns: { inTime: "Уроки в срок", topics: "Темы", homework: "Задания", homeworkInTime: "Задания в срок" },
  weeks: "6 недель",
  trend: (shares: readonly string[]) => `По неделям: ${shares.join(", ")}`,
  groups: "Группы нескольких классов",
  nothing: "За эти дни уроков не было.",
  noFindings: "Всё записано, и всё в срок.",
  table: "Таблица, листается вбок",
  lesson: "Урок",
  teacher: "Учитель",
  what: { title: "Чего не было в срок", lesson_entry: "тема урока", homework: "задание на дом" },
  due: "Срок",
  written: "Записано",
  notYet: "ещё нет",
  lateBy: (minutes: number) => {
    if (minutes < 60) return `позже на ${Math.max(1, minutes)} мин`;
    if (minutes < 48 * 60) return `позже на ${Math.floor(minutes / 60)} ч`;
    return `позже на ${countRu(Math.floor(minutes / 1440), "день", "дня", "дней")}`;
  },
  place: (groupName: string, subject: string, day: string, slot: number) => `${groupName}, ${subject}, ${dayShortRu(day)}, ${ordinalRu(slot)}`,
  at: (day: string, time: string) => `${dayShortRu(day)}, ${time}`,
  toLesson: "к уроку",
};
