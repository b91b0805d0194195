import type { FailureWords } from "../../../foundation/failure.ts";

/** What is said of plans that come from files and from colleagues. */
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
} satisfies FailureWords;
