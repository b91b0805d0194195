import { dayRu } from "../../../foundation/day.ru.ts";

const plural = new Intl.PluralRules("ru");
const count = (n: number, one: string, few: string, many: string) => `${n} ${{ one, few, many, other: few, zero: many, two: few }[plural.select(n)]}`;
const MONTHS = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

/** Words of the attendance of the whole school and of work with the parents. */
export const schoolWords = {
  heading: "Посещаемость школы",
  opening: "Считаем пропуски",
  tabs: { week: "Классы за неделю", alarms: "Много пропусков" },
  before: { week: "Неделя раньше", alarms: "Месяц раньше" },
  after: { week: "Неделя позже", alarms: "Месяц позже" },
  week: (from: string, to: string) => `${dayRu(from)} – ${dayRu(to)}`,
  month: (day: string) => `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`,
  columns: {
    class: "Класс",
    homeroom: "Классный руководитель",
    pupils: "Учеников",
    missed: "Пропущено уроков",
    percent: "Доля",
    excused: "По уваж.",
    unexcused: "Неуваж.",
    unexplained: "Без причины",
    late: "Опозданий",
    pupil: "Ученик",
    of: "Из скольких",
  },
  percent: (n: number) => `${n} %`,
  share: (missed: number, lessons: number) => (lessons === 0 ? "–" : `${((missed * 100) / lessons).toFixed(1).replace(".", ",")} %`),
  open: (name: string) => `Открыть посещаемость, ${name}`,
  nobody: (percent: number) => `Никто не пропустил ${percent} % уроков месяца и больше.`,
  threshold: "Показывать, если пропущено от",
  ofLessons: "% уроков месяца",
  set: "Сохранить порог",
  thresholdSet: (percent: number) => `Порог сохранён: ${percent} % уроков месяца.`,
  noWeek: "На этой неделе уроков ещё не было.",

  parents: {
    title: "Работа с родителями",
    none: "Пропусков по неуважительной причине нет.",
    lessons: (n: number) => `неуважительно, ${count(n, "урок", "урока", "уроков")}`,
    what: (name: string, day: string) => `Что сделано, ${name}, ${dayRu(day)}`,
    placeholder: "Позвонила, поговорили…",
    close: "Записать",
    change: "Исправить",
    done: (name: string, day: string) => `${name}, ${dayRu(day)}: работа с родителями записана`,
    by: (name: string) => `записал(а) ${name}`,
    closed: (n: number) => `Сделано: ${n}`,
  },
  overdue: "просрочено",
  overdueCount: (n: number) => `Просрочено: ${count(n, "урок", "урока", "уроков")}`,
  undo: "Вернуть",
  undone: "Вернули как было",
  reasons: {
    rename: "Переименовать",
    renameOf: (name: string) => `Переименовать причину «${name}»`,
    retire: "Не использовать",
    restore: "Вернуть в список",
    retired: "не используется",
    save: "Сохранить",
    name: "Название",
    close: "Не менять",
    renamed: (name: string) => `Причина теперь называется «${name}».`,
    isRetired: (name: string) => `Причину «${name}» больше не ставят. Где она стоит, остаётся.`,
    isBack: (name: string) => `Причина «${name}» снова в списке.`,
  },
} as const;
