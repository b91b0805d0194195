/** Words of the controls that know nothing of a school. */
export const uiWords = {
  theme: "Светлая или тёмная тема",
  close: "Закрыть",
  again: "Повторить",
  noConnection: "Нет связи с сервером. Проверьте сеть и повторите.",
  ourFault: (requestId: string) => `Не получилось, это наша вина. Записанное цело.${requestId ? ` Код для администратора: ${requestId}.` : ""}`,
} as const;
