/** Words of the frame around the screens. */
export const entranceWords = {
  opening: "Открываем Парту",
  notOpened: "Парта не открылась",
  again: "Повторить",
  sections: "Разделы",
  home: "Парта, мой день",
  myDay: "Мой день",
  journal: "Журнал",
  diary: "Дневник",
  sessions: "Входы",
  signOut: "Выйти",
  skip: "К содержанию страницы",
  notFound: "Такой страницы нет",
  notFoundText: "Адрес набран с ошибкой или страницу перенесли.",
  toMyDay: "Открыть мой день",
  title: (page: string) => `${page} · Парта`,
} as const;
