import type { DutyCode } from "../../rules/duties/duty-kinds.ts";
import { KIND_WORDS } from "./kind-words.ru.ts";
import { termRu } from "../../../timetable/rules/term-name.ru.ts";
import { lessonNoRu } from "../../../timetable/rules/lesson-no.ru.ts";
import { weekdayOf, type LocalDate } from "../../../foundation/day.ts";
import { countRu, durationRu, percentRu, unbroken } from "../../../foundation/count.ru.ts";
import { capital, dayRu, daysRu, monthRu, monthYearRu, weekdayRu } from "../../../foundation/day.ru.ts";

const WHAT: Partial<Record<DutyCode, string>> = { lesson_entry: "тему урока", homework: "задание на дом" };
/** What is missing, counted: «без отметки 3 ученика». */
const LEFT: Record<string, (n: number) => string> = {
  marks: (n) => `без отметки ${countRu(n, "ученик", "ученика", "учеников")}`,
  pupils: (n) => `${countRu(n, "ученик", "ученика", "учеников")} без причины`,
  records: (n) => `нет ${countRu(n, "записи", "записей", "записей")}`,
  pages: (n) => `не проверено ${countRu(n, "страница", "страницы", "страниц")}`,
  access: () => "нет кода доступа",
  group: () => "нет группы",
  parents: (n) => `${countRu(n, "ученик", "ученика", "учеников")} без входа родителя`,
  parents_of: (n) => `всего в классе ${n}`,
  terms: () => "не заданы учебные периоды",
  bells: () => "нет звонков",
  classes: () => "нет классов",
  homeroom: (n) => `${countRu(n, "класс", "класса", "классов")} без классного руководителя`,
  load: (n) => `${countRu(n, "страница", "страницы", "страниц")} без учителя`,
  lessons: (n) => `${countRu(n, "страница", "страницы", "страниц")} без уроков в расписании`,
  plans: (n) => `${countRu(n, "страница", "страницы", "страниц")} без плана`,
};

const ROLES: Record<string, string> = { deputy_studies: "завуч", director: "директор", journal_admin: "администратор журнала" };

export const dutyWords = {
  heading: "Мои дела",
  waitingText: "Собираю дела…",
  now: (day: string, time: string) => `${capital(weekdayRu(weekdayOf(day as LocalDate)))}, ${dayRu(day)}, ${time}`,
  sum: (overdue: number, today: number) => (overdue + today === 0 ? "Дел нет" : `Просрочено ${overdue}, на сегодня ${today}`),
  overdue: "Просрочено",
  overdueHint: "видит и тот, кто проверяет; сделать можно и сейчас, с пометкой «позже срока»",
  today: "Сегодня",
  soon: "Скоро",
  done: "Сделано сегодня",
  nothing: "Дел на сегодня нет.",
  nothingText: "Что появится, встанет здесь со сроком и пунктом положения.",
  write: (kinds: readonly DutyCode[], day: string, isToday: boolean) =>
    `Записать ${kinds.map((kind) => WHAT[kind]).join(" и ")}${isToday ? "" : ` за ${dayRu(day)}`}`,
  isWritten: (kinds: readonly DutyCode[]) => kinds.every((kind) => WHAT[kind] !== undefined),
  toDo: (kinds: readonly DutyCode[]) => {
    const [first, ...others] = kinds.map((kind) => KIND_WORDS[kind].do);
    return [first, ...others.map((word) => `${word[0]?.toLowerCase()}${word.slice(1)}`)].join(", ");
  },
  name: (kind: DutyCode) => KIND_WORDS[kind].name,
  ofDay: (day: string) => ` за ${dayRu(day)}`,
  span: ({ kind, no, startsOn, endsOn }: { kind: string; no: number; startsOn: string; endsOn: string }) =>
    ({
      year: `${startsOn.slice(0, 4)}/${endsOn.slice(2, 4)} учебный год`,
      month: monthYearRu(startsOn),
      week: `неделя ${daysRu(startsOn, endsOn)}`,
      day: dayRu(startsOn),
    })[kind] ?? termRu(no, kind),
  missing: (left: readonly { what: string; count: number }[]) =>
    left
      .map(({ what, count }) => LEFT[what]?.(count) ?? "")
      .filter(Boolean)
      .join(", "),
  returned: (note: string) => `возвращено: ${note}`,
  awaiting: "Сдано, ждёт приёмки",
  go: "Открыть",
  breach: {
    title: "Пароль узнал другой?",
    text: "Сообщите в тот же или на следующий рабочий день: запись сразу увидят директор и администратор журнала.",
    tell: "Сообщить о нарушении доступа",
  },
  say: {
    done: "Сделано",
    title: "Отметить сделанным",
    note: "Что сделано",
    noteHint: "Необязательно: увидит тот, кто проверяет.",
    document: "Документ, если есть",
    documentHint: "Номер и дата: приказ № 12 от 1 сентября",
    stays: "Отметка останется в журнале действий: удалить её нельзя.",
    leave: "Отмена",
    save: "Отметить",
  },
  superior: (name: string) => (name === "" ? "" : `руководитель ${name}`),
  controlledBy: (role: string) => (ROLES[role] ? `проверяет ${ROLES[role]}` : ""),
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
  openLesson: "Открыть урок",
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
    ["Enter", "открыть"],
  ] as const,
};
