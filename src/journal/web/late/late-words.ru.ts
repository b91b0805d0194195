/** Which record is judged by which term, and where that is said. */
export const lateWords = {
  of: {
    "lesson.entry": "Тема урока",
    "homework.entry": "Задание на дом",
    "attendance.entry_due": "Отсутствие",
    "marks.oral_due": "Отметка за ответ",
    "marks.written_due": "Отметка за письменную работу",
    "marks.control_due": "Отметка за контрольную работу",
  },
  base: (act: string, clause: string) => `Регламент: ${act}, ${clause}.`,
} as const;
