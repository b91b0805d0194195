import { dayRu } from "../../foundation/day.ru.ts";
import { DUTY_FAILURES } from "./duties/failures.ru.ts";
import { INSPECTION_FAILURES } from "./inspections/failures.ru.ts";
import { FIGURES_FAILURES } from "./figures/failures.ru.ts";
import { REMARK_FAILURES } from "./remarks/failures.ru.ts";

/** The sentences of control. */
export const CONTROL_FAILURES = {
  ...DUTY_FAILURES,
  ...FIGURES_FAILURES,
  ...REMARK_FAILURES,
  ...INSPECTION_FAILURES,
  "control.days_upside_down": ({ from, to }: { from: string; to: string }) => `Начало, ${dayRu(from)}, позже конца, ${dayRu(to)}. Поменяйте дни местами.`,
  "control.too_many_days": ({ most }: { most: number }) => `Отчёт считается не больше чем за ${most} дней. Выберите дни поближе.`,
};
