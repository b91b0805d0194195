import { lessonNoRu } from "../../../timetable/rules/lesson-no.ru.ts";
import { dayRu } from "../../../foundation/day.ru.ts";

const said = (label: string, text: string | null) => (text === null ? "" : `${label}: ${text}`);

/** Words of the topics of lessons, homework, and what a lesson gives to one pupil. */
export const topicsWords = {
  history: {
    title: "История записи",
    heading: "Как менялась запись урока",
    key: "Alt И",
    field: (name: string, from: string, to: string) => `${name}: было «${from}», стало «${to}»`,
    other: (act: string) =>
      act.startsWith("journal.attachment") ? "файлы и ссылки урока" : act.startsWith("timetable.") ? "урок изменён в расписании" : "запись без изменения полей",
  },
  plan: {
    take: (topic: string) => `Из плана: ${topic}`,
    other: "Другая тема плана",
    missed: (topic: string) => `пропущено: ${topic}`,
    lag: (hours: number) => `отставание от плана: ${hours} ч`,
  },
  tooMuch: (className: string, total: number, limit: number, beforeDayOff: boolean, subjects: readonly { subject: string; minutes: number }[]) =>
    `${className}: на этот день задано ${total} мин при норме ${limit}${beforeDayOff ? " перед выходным" : ""}. ${subjects.map((s) => `${s.subject} ${s.minutes}`).join(", ")}.`,
  foreignFields: [
    ["topic", "тема"],
    ["tasks", "задания на уроке"],
    ["homework", "задание на дом"],
  ] as const,
  foreign: (fields: readonly string[]) => `Записи в журнале школы ведут на русском языке: ${fields.join(", ")}.`,
  longTask: "Такое задание готовят не один день. Поставьте срок позже следующего урока.",
  paperDiary: "Домашнее задание повторите в бумажном дневнике в тот же день.",
  files: {
    addFile: "Приложить файл",
    addLink: "Ссылка",
    address: "Адрес страницы, https://",
    put: "Приложить",
    sending: "Отправляем…",
    remove: (name: string) => `Убрать «${name}»`,
  },
  page: {
    title: (group: string, subject: string) => `${group}, ${subject}. Темы и задания · Парта`,
    heading: (group: string, subject: string) => `${group} · ${subject}: темы уроков и задания`,
    table: (group: string, subject: string, term: string) => `Темы уроков и задания, ${group}, ${subject}, ${term}`,
    back: "К отметкам",
    print: "Печать тем и заданий",
    whole: "На всю страницу",
    progress: (passed: number, planned: number, held: number) => `Пройдено ${passed} из ${planned} уроков года, по расписанию прошло ${held}.`,
    lastOn: (day: string) => `Записано полностью по ${dayRu(day)}.`,
    columns: ["Дата", "Тема", "На уроке", "Задание на дом", "Минут", "Срок", "Записано"] as const,
  },
  row: {
    lesson: (day: string, slot: number) => `${dayRu(day)}, ${lessonNoRu(slot)}`,
    topic: (lesson: string) => `Тема, ${lesson}`,
    tasks: (lesson: string) => `Задания на уроке, ${lesson}`,
    homework: (lesson: string) => `Задание на дом, ${lesson}`,
    minutes: (lesson: string) => `Минут на задание, ${lesson}`,
    dueOn: (lesson: string) => `Срок задания, ${lesson}`,
    own: (name: string, homework: string) => `${name}: ${homework}`,
    homeworkBy: (name: string, when: string) => `задание: ${name}, ${when}`,
    late: "позже срока",
    homeworkLate: "задание позже срока",
  },
  pupil: {
    comment: "Комментарий ученику и родителям",
    homework: "Задание только этому ученику",
    commentIs: (text: string) => `Комментарий учителя: ${text}`,
    homeworkIs: (text: string) => `Отдельное задание: ${text}`,
    unsent: "Не отправлено: нет связи",
    conflict: "Расхождение",
    conflictText: "Пока вы писали, эту запись изменили. Выберите, что оставить.",
    theirs: (comment: string | null, homework: string | null) =>
      ["В журнале", [said("комментарий", comment), said("задание", homework)].filter(Boolean).join("; ") || "пусто"].join(": "),
    keepMine: "Оставить моё",
    keepTheirs: "Оставить другое",
  },
} as const;
