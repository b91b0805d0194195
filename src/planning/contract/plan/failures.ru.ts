import { numberRu } from "../../../foundation/count.ru.ts";
import { dayRu, yearsRu } from "../../../foundation/day.ru.ts";
import type { FailureWords } from "../../../foundation/failure.ts";

/** What is said of plans from files and colleagues, of the curriculum, the load and events with the class. */
export const PLAN_FAILURES = {
  "planning.file_without_table": () => "В файле нет таблицы: нужны столбцы с заголовками, хотя бы «Тема». Ничего не изменилось.",
  "planning.file_not_readable": ({ ending }: { ending: string }) =>
    `Файл не открывается как ${ending}: он повреждён или сохранён в другом формате. Откройте его у себя и сохраните заново. Ничего не изменилось.`,
  "planning.file_unpacks_too_large": () => "Файл внутри слишком велик для плана, он не прочитан. Ничего не изменилось.",
  "planning.csv_not_readable": ({ line }: { line?: number }) =>
    `Файл CSV не читается${line === undefined ? "" : `: посмотрите строку ${line}`}. Сохраните его в UTF-8 или как XLSX. Ничего не изменилось.`,
  "planning.column_missing": ({ column, titles }: { column: string; titles: readonly string[] }) =>
    `В файле нет столбца «${column}». Есть: ${titles.map((title) => `«${title}»`).join(", ")}. Ничего не изменилось.`,
  "planning.topic_column_not_chosen": ({ titles }: { titles: readonly string[] }) =>
    `Не понятно, в каком столбце темы. Укажите его: ${titles.map((title) => `«${title}»`).join(", ")}. Ничего не изменилось.`,
  "planning.rows_not_understood": ({ count }: { count: number }) =>
    count === 0 ? "В файле нет ни одной темы. План не изменился." : `Не поняты строки файла: ${count}. План не изменился, исправьте их и загрузите снова.`,
  "planning.plan_to_copy_not_found": () => "У этой страницы нет плана, копировать нечего.",
  "planning.programme_changed_meanwhile": () => "Сведения о рабочей программе тем временем изменили. Обновите страницу и проверьте, что записано.",
  "planning.no_school_year": () => "Учебный год школы ещё не задан. Его задаёт администратор журнала.",
  "planning.year_not_found": ({ year }: { year: number }) => `Учебного года ${yearsRu(year)} у школы нет.`,
  "planning.curriculum_changed_meanwhile": () => "Учебный план тем временем изменили. Ваши правки здесь и не записаны поверх: обновите страницу и сверьте.",
  "planning.curriculum_line_twice": ({ subject, gradeLevel }: { subject: string; gradeLevel: number }) =>
    `Предмет «${subject}» стоит в плане ${gradeLevel} класса дважды. Учебный план не сохранён.`,
  "planning.curriculum_empty": () => "В учебном плане нет ни одного предмета, утверждать нечего.",
  "planning.order_changed_meanwhile": () => "Приказ тем временем записали с другого места. Обновите страницу и сверьте номер и дату.",
  "planning.day_to_come": ({ day }: { day: string }) => `${dayRu(day)} ещё не наступило, приказ этим днём записать нельзя.`,
  "planning.class_not_found": () => "Такого класса нет.",
  "planning.individual_changed_meanwhile": () => "Индивидуальные планы тем временем изменили. Обновите страницу и сверьте.",
  "planning.pupil_or_subject_not_found": () => "Среди выбранного есть ученик не из этого класса или предмет не из учебного плана. Ничего не записано.",
  "planning.teacher_not_found": () => "Такого сотрудника в школе нет. Нагрузка не записана.",
  "planning.load_stands": ({ weeklyHours }: { weeklyHours: number }) =>
    `У этого учителя здесь уже ${numberRu(weeklyHours)} ч в неделю. Измените часы в его строке.`,
  "planning.load_not_found": () => "Такой строки нагрузки уже нет. Обновите страницу.",
  "planning.load_changed_meanwhile": ({ weeklyHours }: { weeklyHours: number }) =>
    `Часы тем временем изменили, теперь ${numberRu(weeklyHours)} в неделю. Ваша правка не записана.`,
  "planning.event_outside_month": ({ day }: { day: string }) => `${dayRu(day)} не в этом месяце. План не сохранён.`,
  "planning.events_changed_meanwhile": () => "План мероприятий тем временем изменили. Ваши правки здесь и не записаны поверх.",
} satisfies FailureWords;
