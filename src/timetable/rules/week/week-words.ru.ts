import { dayRu } from "../../../foundation/day.ru.ts";
import type { LocalDate } from "../../../foundation/day.ts";

/** The reason that stands on a lesson which a new week of the timetable cancels. */
export const newWeekReason = (from: LocalDate): string => `Новое расписание с ${dayRu(from)}`;
