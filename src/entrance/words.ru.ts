/** Words of the frame around the screens. */
export const entranceWords = {
  opening: "Открываем Парту",
  notOpened: "Парта не открылась",
  again: "Повторить",
  sections: "Разделы",
  more: "Ещё",
  home: "Парта, мой день",
  myDay: "Мой день",
  journal: "Журнал",
  groups: "Группы",
  duties: "Мои дела",
  schoolAttendance: "Посещаемость",
  results: "Итоги",
  substitutions: "Замены",
  controlWorks: "График работ",
  timetable: "Расписание",
  myClass: "Мой класс",
  absences: "Пропуски",
  diary: "Дневник",
  sessions: "Входы",
  signOut: "Выйти",
  leave: {
    heading: "Не всё отправлено",
    text: (unsent: number, conflicts: number) =>
      [
        unsent > 0 ? `Не отправлено: ${unsent}.` : "",
        conflicts > 0 ? `Расхождений без решения: ${conflicts}.` : "",
        "Если выйти сейчас, эти записи пропадут. Если остаться или просто закрыть вкладку, они уйдут, когда будет связь.",
      ]
        .filter(Boolean)
        .join(" "),
    stay: "Остаться и дождаться",
    go: "Выйти без них",
  },
  newVersion: {
    text: "Вышла новая версия Парты. Записанное останется.",
    take: "Обновить",
    later: "Позже",
  },
  noSections: "Для вашей роли разделов пока нет",
  noSectionsText: "Журнал ведут учителя, читают его завуч и директор. Здесь вы можете посмотреть и закрыть свои входы.",
  toSessions: "Открыть мои входы",
  skip: "К содержанию страницы",
  notFound: "Такой страницы нет",
  notFoundText: "Адрес набран с ошибкой или страницу перенесли.",
  toMyDay: "Открыть мой день",
  title: (page: string) => `${page} · Парта`,
} as const;
