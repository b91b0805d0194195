import { statement } from "../../../../foundation/database.ts";
import type { LocalDate } from "../../../../foundation/day.ts";
import { calendarFacts, untilOf } from "../../../rules/duties/calendar-facts.ts";
import type { About } from "../../../rules/duties/duty-kind.ts";
import { NOTHING_TOLD } from "../../../rules/duties/fact.ts";
import type { Fact } from "../../../rules/duties/fact.ts";
import type { Span, Year } from "../../../rules/duties/spans.ts";
import type { FramedDepartment } from "../frame.ts";

/** A check of journals as far as duties ask: by whom it was of right, of which class, over which days. */
export type Inspected = { kind: "deputy" | "director" | "department" | "homeroom"; classId: number | null; madeOn: LocalDate; from: LocalDate; to: LocalDate };
type OpenDay = { departmentId: number; day: LocalDate };

/** Checks of homeroom teachers and directors since a day. $1 school, $2 the day. */
export const INSPECTED = statement<Inspected>(
  "control.inspected",
  `select i.kind, i.class_id as "classId", i.made_on as "madeOn", i.from_day as "from", i.to_day as "to" from control.inspection i
   where i.school_id = $1 and i.kind in ('homeroom', 'director') and i.to_day >= $2`,
);

/** Months in which a page had lessons and no deputy or director looked at it. $1 school, $2 from, $3 today. */
export const UNCHECKED_MONTHS = statement<{ month: LocalDate; pages: number }>(
  "control.unchecked_months",
  `with held as (select distinct date_trunc('month', l.day)::date as month, l.page_id from timetable.lesson l where l.school_id = $1 and l.state = 0 and l.day between $2 and $3)
   select h.month, count(*)::int as pages from held h where not exists (select from control.inspection i where i.school_id = $1 and i.kind in ('deputy', 'director')
     and i.from_day < h.month + interval '1 month' and i.to_day >= h.month and h.page_id = any (i.page_ids)) group by h.month`,
);

/** Days on which people of a department gave lessons and nobody of it looked at the journals. $1 school, $2 from, $3 today, $4 departments. */
export const OPEN_DEPARTMENT_DAYS = statement<OpenDay>(
  "control.open_department_days",
  `select g.department_id as "departmentId", g.day from (
     select distinct m.department_id, l.day from people.department_member m
     join timetable.lesson l on l.school_id = $1 and l.state = 0 and l.day between $2 and $3 and coalesce(l.substitute_id, l.teacher_id) = m.person_id
       and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)
     where m.school_id = $1 and m.department_id = any ($4::int[])) g
   where not exists (select from control.inspection i where i.school_id = $1 and i.kind = 'department' and i.department_id = g.department_id and g.day between i.from_day and i.to_day)`,
);

/** What may be owed about departments: days nobody looked at, and the report of each month. */
export function departmentFacts(
  departments: readonly FramedDepartment[],
  days: readonly OpenDay[],
  year: Year | undefined,
  today: LocalDate,
  asked: (about: About) => boolean,
): Fact[] {
  return departments.flatMap(({ departmentId, name, own }) => {
    const unit = { id: departmentId, own, gradeLevel: null, told: { title: name } };
    const open = days
      .filter((each) => each.departmentId === departmentId)
      .map(({ day }): Fact => {
        const span: Span = { kind: "day", no: 0, startsOn: day, endsOn: day };
        return { about: "department_day", aboutId: departmentId, own, day, stands: [], told: { ...NOTHING_TOLD, title: name, span } };
      });
    return [...open, ...(year && asked("department_month") ? calendarFacts("department_month", year, unit, untilOf(today)) : [])];
  });
}

/** Whether a class was looked through in a week. */
export const weekChecked = (inspected: readonly Inspected[], classId: number, span: Span): boolean =>
  inspected.some((check) => check.kind === "homeroom" && check.classId === classId && check.from <= span.endsOn && check.to >= span.startsOn);

/** Whether the director checked a term, in its days or, late, after them: the screen of checks counts in the same way. */
export const termChecked = (inspected: readonly Inspected[], span: Span): boolean =>
  inspected.some((check) => check.kind === "director" && check.madeOn >= span.startsOn && check.from <= span.endsOn && check.to >= span.startsOn);
