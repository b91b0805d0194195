import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { PersonName } from "../../people/rules/people-record.ts";

export type StandingYear = { startsOn: LocalDate; daysPerWeek: number; grades: number[] };

// the lock lets a second import of the same school wait for the first one and then see what it made
const SCHOOL = statement<{ timezone: string; country: string }>(
  "planning.school_for_import",
  "select timezone, country from access.school where school_id = $1 for no key update",
);
const PLANNED = statement<{ planned: boolean }>(
  "planning.year_is_planned",
  "select exists (select from timetable.page where school_id = $1 and year = $2) as planned",
);
const YEAR = statement<StandingYear>(
  "planning.standing_year",
  `select y.starts_on as "startsOn", y.days_per_week as "daysPerWeek",
     array(select distinct t.grade_level::int from timetable.term t where t.school_id = y.school_id and t.year = y.year) as grades
   from timetable.school_year y where y.school_id = $1 and y.year = $2`,
);
const STAFF = statement<PersonName & { personId: number }>(
  "planning.staff_for_import",
  `select distinct p.person_id as "personId", p.surname, p.given_name as "givenName", nullif(p.patronymic, '') as patronymic
   from people.staff s join people.person p using (school_id, person_id) where s.school_id = $1 order by p.person_id`,
);

/** The school an import goes into, held until the end of the transaction; undefined when there is none. */
export const schoolForImport = (tx: Transaction, schoolId: number) => tx.row(SCHOOL, [schoolId]);

/** Whether the school has a page of the journal in the year. */
export const yearIsPlanned = async (tx: Transaction, schoolId: number, year: number) => (await tx.row(PLANNED, [schoolId, year]))!.planned;

/** A year the school has set, with the grades that have terms in it; undefined when it has not. */
export const standingYear = (tx: Transaction, schoolId: number, year: number) => tx.row(YEAR, [schoolId, year]);

/** Everybody who is or was staff of the school. */
export const staffOfSchool = (tx: Transaction, schoolId: number) => tx.rows(STAFF, [schoolId]);
