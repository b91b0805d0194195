/** The levels of marks as a director calls them. */
export const LEVEL_WORDS = {
  excellent: "отлично",
  good: "хорошо",
  satisfactory: "удовлетворительно",
  unsatisfactory: "неудовлетворительно",
  notAttested: "не аттестован",
} as const;
