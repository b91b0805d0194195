/** Words of the section of plans that the frame around the screens says. */
export const plansSectionWords = {
  name: "Планы",
  leave: { heading: "План не сохранён", text: "Правки, сделанные после сохранения, пропадут.", stay: "Остаться", go: "Уйти без них" },
} as const;
