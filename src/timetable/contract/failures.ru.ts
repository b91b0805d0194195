import { dayRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";

/** What is said of lessons, substitutions and the timetable. */
export const TIMETABLE_FAILURES = {
  "timetable.lesson_not_found": () => "Такого урока нет. Ничего не записано.",
  "timetable.lesson_not_held_yet": ({ lessonDay }: { lessonDay: string }) => `Урок ещё не прошёл: он ${dayRu(lessonDay)}. Ничего не записано.`,
  "timetable.lesson_cancelled": ({ lessonDay }: { lessonDay: string }) => `Урок ${dayRu(lessonDay)} отменён: отметки, пропуски и задание к нему не записывают.`,
  "timetable.substitution_window_over": ({ from, to }: { from: string; to: string }) =>
    `Замещающий учитель пишет в журнал с ${dayRu(from)} по ${dayRu(to)}. Запись не сохранена, обратитесь к завучу.`,
  "timetable.lesson_changed_meanwhile": () => "Урок в расписании уже изменил кто-то другой. Посмотрите, как он стоит сейчас; ваше изменение не записано.",
  "timetable.lesson_has_entries": () => "На этом уроке уже есть записи в журнале, поэтому его день не переносится. Расписание осталось прежним.",
} satisfies FailureWords;
