import { dayRu } from "../../../foundation/day.ru.ts";

const plural = new Intl.PluralRules("ru");
const count = (n: number, one: string, few: string, many: string) => `${n} ${{ one, few, many, other: few, zero: many, two: few }[plural.select(n)]}`;

/** Words of the lesson's page for a phone. */
export const lessonWords = {
  title: (group: string, subject: string) => `Урок, ${group}, ${subject} · Парта`,
  heading: (group: string, subject: string) => `${group} · ${subject}`,
  back: "К моему дню",
  toGrid: "Журнал",
  toGridFull: "Открыть страницу журнала",
  opening: "Открываем урок",
  where: (day: string, weekday: string, slot: number) => `${weekday}, ${dayRu(day)} · ${slot}-й урок`,
  until: (time: string) => `, до ${time}`,
  room: (room: string) => ` · каб. ${room}`,
  passed: (minutes: number, all: number) => `Прошло ${minutes} из ${all} минут урока`,
  over: "Урок окончен",
  modes: "Что отмечаем",
  here: "Кто на уроке",
  answers: "Ответы",
  allHere: "Все на месте, кроме отмеченных",
  longAgo: "Сверху те, кого давно не спрашивали",
  absentOf: (absent: number, late: number) => `нет ${absent} · опоздали ${late}`,
  marksOf: (n: number) => `отметок ${n}`,
  present: "на месте",
  withoutMark: (n: number) => `без отметки ${count(n, "урок", "урока", "уроков")} подряд`,
  done: (absent: number, present: number) => (absent === 0 ? `Готово: на уроке все ${present}` : `Готово: нет ${absent}, остальные ${present} на уроке`),
  undo: "Отменить",
  markFor: (name: string) => `Отметка: ${name}`,
  put: (token: string) => `Поставить ${token}`,
  oneMore: "ещё одна",
  point: "ждём",
  leftSign: "н",
  left: "ушёл",
  clear: "стереть",
  conflict: "В этой клетке расхождение. Выберите, что оставить, на странице журнала.",
  notHere: "На этой странице такого урока нет",
  notHereText: "Урок перенесли в другой день или он из другого периода.",
  notOpened: "Урок не открылся",
  again: "Повторить",
  choose: "Выберите ученика",
} as const;
