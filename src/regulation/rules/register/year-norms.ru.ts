import type { YEAR_NORMS } from "./year-norms.ts";

/** What the norms say, as a heading of their value. */
export const YEAR_WORDS = {
  "setup.items": "Что готовят к году и кто отвечает",
  "plan.paper_work_programme_kept": "Рабочая программа хранится в школе и на бумаге",
  "plan.topic_from_plan": "Тема урока берётся из плана",
  "plan.hours_must_equal_curriculum": "Часы плана равны часам учебного плана",
  "plan.shared_base": "План коллеги можно взять за основу",
  "journal.kinds": "Какие журналы ведёт школа",
  "periods.kinds": "За что выставляют итоги",
  "timetable.template_required": "Шаблон расписания готовят до начала занятий",
  "timetable.substitution_by": "Кто назначает замены",
  "timetable.cancellation_if_no_substitute": "Нет замены — урок отменён",
  "timetable.substitution_log": "Ведётся журнал замен",
  "timetable.views": "Расписание видно по",
} satisfies Record<keyof typeof YEAR_NORMS, string>;
