const said = (label: string, text: string | null) => (text === null ? "" : `${label}: ${text}`);

/** Words of the topics of lessons, homework, and what a lesson gives to one pupil. */
export const topicsWords = {
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
  paperDiary: "Домашнее задание повторите в бумажном дневнике в тот же день.",
  files: {
    addFile: "Приложить файл",
    addLink: "Ссылка",
    address: "Адрес страницы, https://",
    put: "Приложить",
    sending: "Отправляем…",
    remove: (name: string) => `Убрать «${name}»`,
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
