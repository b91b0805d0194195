import type { OVERSIGHT_NORMS } from "./oversight-norms.ts";

/** What the norms say, as a heading of their value. */
export const OVERSIGHT_WORDS = {
  "control.scope": "Завуч проверяет",
  "control.metrics": "Показатели контроля",
  "control.checks": "Что проверяют в журнале",
  "control.violations_answered_by": "Кто отвечает за нарушения",
  "remarks.by": "Кто ставит замечания",
  "remarks.confirmation_required": "Учитель подтверждает, что исправил",
  "informing_parents.by": "Кто извещает родителей",
  "informing_parents.form": "Как извещают родителей",
  "informing_parents.topics": "О чём извещают родителей",
  "informing_parents.controlled_by": "Кто следит, что родителей известили",
  "reports.subject_teacher": "Отчёты учителя",
  "reports.homeroom_teacher": "Отчёты классного руководителя",
  "reports.deputy": "Отчёты завуча",
  "reports.automatic_for": "Для кого отчёты готовятся сами",
  "programme.accounting_columns": "Как учитывают выполнение программы",
  "incentives.bonus_by_results": "Премия по итогам работы с журналом",
  "incentives.submission_by": "Кто представляет к премии",
} satisfies Record<keyof typeof OVERSIGHT_NORMS, string>;
