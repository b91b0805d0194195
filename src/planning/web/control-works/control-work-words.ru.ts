import { countRu } from "../../../foundation/count.ru.ts";
import { dayRu } from "../../../foundation/day.ru.ts";

const WEEKDAYS = ["", "пн", "вт", "ср", "чт", "пт", "сб", "вс"];
const MONTHS = ["Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"];
const ROMAN = ["", "I", "II", "III", "IV", "V", "VI"];
const KINDS: Record<string, string> = { quarter: "четверть", half_year: "полугодие", trimester: "триместр" };

export const controlWorkWords = {
  title: "График контрольных",
  heading: "График контрольных работ",
  opening: "Открываем график",
  period: (term: number, kind: string) => `${ROMAN[term] ?? term} ${KINDS[kind] ?? "период"}`,
  periods: "Период",
  month: (day: string) => MONTHS[Number(day.slice(5, 7)) - 1] ?? "",
  day: dayRu,
  weekday: (n: number) => WEEKDAYS[n] ?? "",
  when: (day: string, weekday: number, slot: number) => `${dayRu(day)}, ${WEEKDAYS[weekday] ?? ""}, ${slot}-й урок`,
  dayNo: (day: string) => String(Number(day.slice(8, 10))),
  grid: "Работы классов по дням",
  className: "Класс",
  short: (subject: string) =>
    subject
      .replace(/[^\p{L} ]/gu, "")
      .split(" ")[0]!
      .slice(0, 4),
  twoOnDay: "две работы в один день",
  lost: "урок отменён",
  none: "В этом периоде работ ещё нет.",
  total: (n: number) => countRu(n, "работа", "работы", "работ"),
  plan: "Запланировать работу",
  mine: "Мои предметы",
  all: "Вся школа",
  whose: "Чьи работы показать",
  open: (className: string, subject: string, day: string) => `${className}, ${subject}, ${dayRu(day)}`,
  size: (minutes: number, lessons: number, wholeClass: boolean) =>
    [`${minutes} мин`, lessons > 1 ? countRu(lessons, "урок", "урока", "уроков") : "", wholeClass ? "весь класс" : "часть класса"].filter(Boolean).join(", "),
  notProcedure: "не оценочная процедура",
  change: "Изменить",
  remove: "Убрать из графика",
  results: "Внести результаты",
  toPage: "Открыть страницу журнала",
  close: "Закрыть",
  remarks: "Замечания к предстоящим",
  noRemarks: "Все предстоящие работы этого периода в пределах норм.",
  fromPlans: "Есть в КТП, нет в графике",
  planThis: "Запланировать",
  print: "Печать",
  publication: {
    closed: "Семьям не открыт",
    opened: "Открыт семьям",
    open: "Открыть семьям",
    close: "Закрыть для семей",
    link: "Страница для семей",
  },
  dialog: {
    plan: "Новая работа в графике",
    change: "Работа в графике",
    page: "Класс и предмет",
    pick: "Выберите страницу журнала",
    lesson: "Урок",
    lessons: "Сколько уроков",
    minutes: "Минут всего",
    type: "Вид работы",
    name: "Название",
    nameHint: "Можно не заполнять",
    whole: "Пишет весь класс одновременно",
    save: "Записать в график",
    leave: "Не записывать",
    ok: "Замечаний к этому дню нет.",
    refuse: "Так записать нельзя:",
    warn: "Записать можно, но нормы говорят:",
    needPage: "Выберите класс и предмет.",
    planned: (topic: string) => `КТП: ${topic}`,
    noLessons: "У этой страницы нет уроков в расписании года.",
  },
  tags: {
    max: "сверх нормы четверти",
    perDay: "в этот день уже есть",
    edgeLessons: "первый или последний урок",
    interval: "слишком близко",
    hoursShare: "больше нормы часов",
    length: "длинно",
  },
  public: {
    title: (school: string) => `График контрольных работ${school && `, ${school}`} · Парта`,
    closed: "График не открыт",
    klass: "Класс",
    columns: ["День", "Урок", "Класс", "Предмет", "Работа"] as const,
    lesson: (slot: number) => `${slot}-й`,
    empty: "В этом периоде работ у класса нет.",
    allClasses: "Все классы",
    year: (year: number) => `${year}/${String(year + 1).slice(2)} учебный год`,
    toParta: "Войти в Парту",
  },
} as const;
