import { JOURNAL_KINDS } from "../journal-kinds.ts";
import { Roles, SetupItems, Some, Yes, norm } from "./shapes.ts";

/** Norms of the preparation of a year, of plans and of the timetable. */
export const YEAR_NORMS = {
  "setup.items": norm("what is set up for the year, and who answers for it", "items", SetupItems),
  "plan.paper_work_programme_kept": norm("whether the work programme on paper is kept at school", "yes or no", Yes),
  "plan.topic_from_plan": norm("whether the topic of a lesson comes from the plan", "yes or no", Yes),
  "plan.hours_must_equal_curriculum": norm("whether the hours of a plan equal those of the curriculum", "yes or no", Yes),
  "plan.shared_base": norm("whether colleagues may copy each other's plans", "yes or no", Yes),
  "journal.kinds": norm("the kinds of journal that the school keeps", "kinds", Some(JOURNAL_KINDS)),
  "periods.kinds": norm("for what the results are summed up", "kinds", Some(["trimester", "quarter", "half_year", "year", "exam", "final"])),
  "timetable.template_required": norm("whether a template of the timetable is made before the year", "yes or no", Yes),
  "timetable.substitution_by": norm("who appoints substitutes", "roles", Roles),
  "timetable.cancellation_if_no_substitute": norm("whether a lesson without a substitute is cancelled", "yes or no", Yes),
  "timetable.substitution_log": norm("whether substitutions are kept in a list", "yes or no", Yes),
  "timetable.views": norm("by what the timetable is seen", "views", Some(["class", "teacher", "room"])),
} as const;
