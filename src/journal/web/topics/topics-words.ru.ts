const said = (label: string, text: string | null) => (text === null ? "" : `${label}: ${text}`);

/** Words of the topics of lessons, homework, and what a lesson gives to one pupil. */
export const topicsWords = {
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
