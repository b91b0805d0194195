import { lessonNoRu } from "../../../timetable/rules/lesson-no.ru.ts";
import { weekdayOf, type LocalDate } from "../../../foundation/day.ts";
import { countRu, durationRu, percentRu, unbroken } from "../../../foundation/count.ru.ts";
import { capital, dayRu, monthRu, weekdayRu } from "../../../foundation/day.ru.ts";

const WHAT = { lesson_entry: "тему урока", homework: "задание на дом" };

export const dutyWords = {
  heading: "Мои дела",
  waitingText: "Собираю дела…",
  now: (day: string, time: string) => `${capital(weekdayRu(weekdayOf(day as LocalDate)))}, ${dayRu(day)}, ${time}`,
  sum: (overdue: number, today: number) => (overdue + today === 0 ? "Дел нет" : `Просрочено ${overdue}, на сегодня ${today}`),
  overdue: "Просрочено",
  overdueHint: "видит и завуч; записать можно и сейчас, с пометкой «позже срока»",
  today: "Сегодня",
  soon: "Скоро",
  done: "Сделано сегодня",
  nothing: "Дел на сегодня нет.",
  nothingText: "Что появится, встанет здесь со сроком и пунктом положения.",
  write: (kinds: readonly (keyof typeof WHAT)[], day: string, isToday: boolean) =>
    `Записать ${kinds.map((kind) => WHAT[kind]).join(" и ")}${isToday ? "" : ` за ${dayRu(day)}`}`,
  lesson: lessonNoRu,
  dueWas: (when: string) => `срок был ${when}`,
  till: (time: string) => `до ${time}`,
  left: (minutes: number) => `ещё ${durationRu(minutes)}`,
  late: (minutes: number) => {
    if (minutes < 48 * 60) return durationRu(Math.max(1, minutes));
    return countRu(Math.floor(minutes / 1440), "день", "дня", "дней");
  },
  todayWord: "сегодня",
  yesterdayWord: "вчера",
  on: (day: string) => unbroken(dayRu(day)),
  at: (time: string) => `в ${time}`,
  endOfDay: "23:59",
  open: "Открыть урок",
  waiting: (n: number) => `, ${countRu(n, "дело", "дела", "дел")} на сегодня`,
  more: (n: number) => `И ещё ${countRu(n, "дело", "дела", "дел")}: сначала самые давние.`,
  writtenLesson: "Урок записан",
  month: (day: string) => `За ${monthRu(day)}`,
  inTime: (inTime: number, held: number) => `Вовремя записано ${inTime} из ${countRu(held, "урока", "уроков", "уроков")}`,
  share: percentRu,
  sameAsDeputy: "Так считает и завуч: урок записан вовремя, если тема внесена до срока положения.",
  noLessons: "Уроков в этом месяце ещё не было.",
  keys: [
    ["↑ ↓", "по делам"],
    ["Enter", "открыть урок"],
  ] as const,
};
