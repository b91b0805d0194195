import { ACCESS_FAILURES } from "../access/contract/failures.ru.ts";
import { ATTENDANCE_FAILURES } from "../attendance/contract/failures.ru.ts";
import { CONTROL_FAILURES } from "../control/contract/failures.ru.ts";
import { DIARY_FAILURES } from "../diary/contract/failures.ru.ts";
import type { FailureWords } from "../foundation/failure.ts";
import { FOUNDATION_FAILURES } from "../foundation/failures.ru.ts";
import { JOURNAL_FAILURES } from "../journal/contract/failures.ru.ts";
import { PEOPLE_FAILURES } from "../people/contract/failures.ru.ts";
import { PEOPLE_FILE_FAILURES } from "../people/rules/failures.ru.ts";
import { PLANNING_FAILURES } from "../planning/contract/failures.ru.ts";
import { PLAN_FAILURES } from "../planning/contract/plan/failures.ru.ts";
import { REGULATION_FAILURES } from "../regulation/contract/failures.ru.ts";
import { TIMETABLE_FAILURES } from "../timetable/contract/failures.ru.ts";
import { FET_FAILURES } from "../timetable/rules/fet/failures.ru.ts";
import { SEED_FAILURES } from "./seed/refusals.ru.ts";

/** The sentence of every failure of the program. */
export const FAILURES: FailureWords = {
  ...FOUNDATION_FAILURES,
  ...REGULATION_FAILURES,
  ...ACCESS_FAILURES,
  ...PEOPLE_FAILURES,
  ...PEOPLE_FILE_FAILURES,
  ...TIMETABLE_FAILURES,
  ...FET_FAILURES,
  ...PLANNING_FAILURES,
  ...PLAN_FAILURES,
  ...ATTENDANCE_FAILURES,
  ...JOURNAL_FAILURES,
  ...DIARY_FAILURES,
  ...CONTROL_FAILURES,
  ...SEED_FAILURES,
};
