import { statement } from "../../../../foundation/database.ts";
import { calendarFacts, untilOf } from "../../../rules/duties/calendar-facts.ts";
import type { Evidence, Unit } from "../../../rules/duties/calendar-facts.ts";
import type { LocalDate } from "../../../../foundation/day.ts";
import type { About } from "../../../rules/duties/duty-kind.ts";
import type { DutyCode } from "../../../rules/duties/duty-kinds.ts";
import type { Fact } from "../../../rules/duties/fact.ts";
import type { OwedDuty } from "../../../rules/duties/owed.ts";
import { termChecked } from "./inspection-facts.ts";
import type { Inspected } from "./inspection-facts.ts";
import type { Year } from "../../../rules/duties/spans.ts";

/** What of a year stands, and what is missing: counts by what they count. */
type SchoolEvidence = { year: number; curriculum: boolean; tariffication: boolean; plans: number; missing: Record<string, number> };

/** $1 school, $2 years, $3 today. */
export const SCHOOL_EVIDENCE = statement<SchoolEvidence>(
  "control.school_evidence",
  `with pages as materialized (
     select p.year, p.page_id, p.kind, exists (select from planning.plan_line k where k.school_id = $1 and k.page_id = p.page_id) as planned,
       exists (select from planning.load d where d.school_id = $1 and d.page_id = p.page_id and (d.to_day is null or d.to_day >= $3::date)) as taught,
       exists (select from timetable.weekly_lesson w where w.school_id = $1 and w.page_id = p.page_id) as placed
     from timetable.page p where p.school_id = $1 and p.year = any ($2::smallint[])
   )
   select y.year, coalesce((select c.approved_on is not null from planning.curriculum c where c.school_id = $1 and c.year = y.year), false) as curriculum,
     exists (select from planning.tariffication t where t.school_id = $1 and t.year = y.year) as tariffication,
     (select count(*)::int from pages p where p.year = y.year and p.taught and not p.planned) as plans,
     json_build_object(
       'terms', case when exists (select from timetable.term t where t.school_id = $1 and t.year = y.year) then 0 else 1 end,
       'bells', case when exists (select from timetable.bell_slot b where b.school_id = $1) then 0 else 1 end,
       'classes', case when exists (select from people.school_class c where c.school_id = $1 and c.year = y.year) then 0 else 1 end,
       'homeroom', (select count(*)::int from people.school_class c where c.school_id = $1 and c.year = y.year and not exists (select from people.homeroom h
         where h.school_id = $1 and h.class_id = c.class_id and (h.to_day is null or h.to_day >= $3::date))),
       'load', (select count(*)::int from pages p where p.year = y.year and timetable.is_lesson(p.kind) and not p.taught),
       'lessons', (select count(*)::int from pages p where p.year = y.year and timetable.is_lesson(p.kind) and not p.placed)) as missing
   from timetable.school_year y where y.school_id = $1 and y.year = any ($2::smallint[])`,
);

const CALENDAR: readonly About[] = ["school_year", "school_half_year", "school_period", "school_month", "school_week", "school_day"];
const SCHOOL: Unit = { id: 0, own: [], gradeLevel: null, told: {} };

/** Checks of journals: those made, and months with pages that nobody looked at. */
export type Checks = { inspected: readonly Inspected[]; unchecked: readonly { month: LocalDate; pages: number }[] };

/** What may be owed of the school as a whole. */
export function schoolFacts(
  years: readonly Year[],
  rows: readonly SchoolEvidence[],
  checks: Checks,
  today: LocalDate,
  asked: (about: About) => boolean,
): Fact[] {
  return years.flatMap((year) =>
    CALENDAR.filter(asked).flatMap((about) =>
      calendarFacts(
        about,
        year,
        SCHOOL,
        untilOf(today),
        evidenceOf(
          rows.find((row) => row.year === year.year),
          checks,
        ),
      ),
    ),
  );
}

function evidenceOf(shows: SchoolEvidence | undefined, { inspected, unchecked }: Checks): Evidence {
  const missing = Object.entries(shows?.missing ?? {}).flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
  const plans = shows && shows.plans > 0 ? [{ what: "plans", count: shows.plans }] : [];
  const stands: DutyCode[] = [
    ...(shows?.curriculum ? (["curriculum"] as const) : []),
    ...(shows?.tariffication ? (["tariffication"] as const) : []),
    ...(shows && plans.length === 0 ? (["plans_checked"] as const) : []),
    ...(shows && missing.length === 0 ? (["journal_formed"] as const) : []),
  ];
  return (about, _, span) => {
    if (about === "school_year") return { stands, left: [...missing, ...plans] };
    if (about === "school_period") return { stands: termChecked(inspected, span) ? ["director_check"] : [] };
    if (about !== "school_month") return { stands: [] };
    const pages = unchecked.find((each) => each.month === span.startsOn)?.pages ?? 0;
    return { stands: pages === 0 ? ["deputy_check"] : [], left: pages === 0 ? [] : [{ what: "pages", count: pages }] };
  };
}

/** Which missing things belong to which kind: the others are not told with it. */
const LEFT_OF: Partial<Record<DutyCode, (what: string) => boolean>> = {
  plans_checked: (what) => what === "plans",
  journal_formed: (what) => what !== "plans",
  deputy_check: (what) => what === "pages",
  parent_logins: () => true,
  newcomer: () => true,
  absence_reasons: () => true,
  period_marks: () => true,
  self_check: () => true,
};

/** The duty with only that missing which belongs to its kind. */
export const withOwnLeft = (duty: OwedDuty): OwedDuty =>
  duty.left.length === 0 ? duty : { ...duty, left: duty.left.filter(({ what }) => LEFT_OF[duty.kind]?.(what) ?? false) };
