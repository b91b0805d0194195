import type { Role } from "../../../access/rules/roles.ts";
import type { Actor } from "../../../access/rules/permit.ts";
import { plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { firstDayOfBells } from "../../rules/duties/bell-reach.ts";
import { calendarFacts, untilOf } from "../../rules/duties/calendar-facts.ts";
import type { About } from "../../rules/duties/duty-kind.ts";
import { DUTY_CODES, isSaid, KINDS_ABOUT, kindOf } from "../../rules/duties/duty-kinds.ts";
import type { DutyCode } from "../../rules/duties/duty-kinds.ts";
import type { Fact } from "../../rules/duties/fact.ts";
import { DUTY_NORMS_READ } from "../../rules/duties/norms-read.ts";
import { mayOwe } from "../../rules/duties/may-owe.ts";
import { isAsked, owed } from "../../rules/duties/owed.ts";
import type { OwedDuty } from "../../rules/duties/owed.ts";
import { workingDays } from "../../rules/duties/spans.ts";
import { Steps } from "../../rules/duties/steps.ts";
import { LAST_STEPS } from "./duty-steps.ts";
import { CLASS_EVIDENCE, classFacts, CLOSED_CLASSES, closedFacts, NEWCOMERS, UNEXPLAINED } from "./facts/class-facts.ts";
import { afterFacts, matterFacts, MATTERS, OPEN_REMARKS, remarkFacts } from "./facts/event-facts.ts";
import { departmentFacts, INSPECTED, OPEN_DEPARTMENT_DAYS, UNCHECKED_MONTHS } from "./facts/inspection-facts.ts";
import { lessonFacts, monthFacts } from "./facts/lesson-facts.ts";
import { OPEN_PAGES, OPEN_TERMS, pageFacts, termFacts } from "./facts/page-facts.ts";
import { SCHOOL_EVIDENCE, schoolFacts, withOwnLeft } from "./facts/school-facts.ts";
import { readFrame } from "./frame.ts";
import { openLessons } from "./open-lessons.ts";

/** Days around today whose norms judge: the year that began last and the one that is prepared. */
const [BACK, AHEAD] = [460, 100];
const OFFICE: readonly Role[] = ["director", "deputy_studies", "journal_admin", "secretary", "head_of_department"];
const SAID = DUTY_CODES.filter(isSaid);
/** What duties of the school as a whole are about. */
const WHOLE_SCHOOL = 0;

/** `bellsFrom`: before this day no last bell was looked up, and `withLastBells` gives the exact terms. */
export type Gathered = { duties: OwedDuty[]; steps: Steps; bellsFrom: LocalDate };

/**
 * Everything that is owed and not done: by one person, or in the whole school (`personId` null), counted now from the tables.
 *
 * What no norm of the school asks for is not even looked for. One query finds all facts of one subject, whatever number of duties is about it.
 */
export async function gatherDuties(tx: Transaction, actor: Actor, now: Date, personId: number | null): Promise<Gathered> {
  const { schoolId, today, timezone } = actor;
  const [frame, norms] = await Promise.all([
    readFrame(
      tx,
      schoolId,
      today,
      personId,
      OFFICE.some((role) => actor.roles.includes(role)),
    ),
    normsBetween(tx, schoolId, DUTY_NORMS_READ, plusDays(today, -BACK), plusDays(today, AHEAD)),
  ]);
  const { years, classes } = frame;
  const running = years.findLast((year) => year.startsOn <= today);
  const holds = (role: Role) => personId === null || actor.roles.includes(role);
  const isOwed = (code: DutyCode) => isAsked(norms, code) && mayOwe(code, holds);
  const asked = (about: About) => KINDS_ABOUT.get(about)?.some(isOwed) ?? false;
  const ids = classes.map(({ classId }) => classId);
  const headed = frame.departments.map(({ departmentId }) => departmentId);
  const yearNos = years.map(({ year }) => year);
  const from = running?.startsOn ?? today;
  const earliest = plusDays(from, -BACK);
  const leads = ids.length > 0;
  const ofSchool = (["school_year", "school_half_year", "school_period", "school_month", "school_week", "school_day"] as const).some(asked);
  const bellsFrom = firstDayOfBells(norms, today, personId === null ? null : from);

  const [lessons, pages, terms, unexplained, newcomers, evidence, closed, school, matters, remarks, inspected, unchecked, departmentDays] = await Promise.all([
    running ? openLessons(tx, personId, [schoolId, from, today, timeIn(timezone, now), bellsFrom]) : [],
    asked("page_year") ? tx.rows(OPEN_PAGES, [schoolId, today, yearNos, personId]) : [],
    running && asked("page_period") ? tx.rows(OPEN_TERMS, [schoolId, today, [running.year], personId, norms.on("duties.shown_ahead", today)?.value ?? 0]) : [],
    running && leads && asked("absences") ? tx.rows(UNEXPLAINED, [schoolId, from, today, ids]) : [],
    running && leads && asked("newcomer") ? tx.rows(NEWCOMERS, [schoolId, ids, from]) : [],
    ids.length > 0 ? tx.rows(CLASS_EVIDENCE, [schoolId, ids, isOwed("parent_logins")]) : [],
    asked("closed_class") ? tx.rows(CLOSED_CLASSES, [schoolId, yearNos]) : [],
    ofSchool ? tx.rows(SCHOOL_EVIDENCE, [schoolId, yearNos, today]) : [],
    tx.rows(MATTERS, [schoolId, earliest, personId]),
    tx.rows(OPEN_REMARKS, [schoolId, personId]),
    isOwed("homeroom_control") || isOwed("director_check") ? tx.rows(INSPECTED, [schoolId, from]) : [],
    running && isOwed("deputy_check") ? tx.rows(UNCHECKED_MONTHS, [schoolId, from, today]) : [],
    running && headed.length > 0 && asked("department_day") ? tx.rows(OPEN_DEPARTMENT_DAYS, [schoolId, from, today, headed]) : [],
  ]);
  const about = [
    WHOLE_SCHOOL,
    ...ids,
    ...headed,
    ...closed.map(({ classId }) => classId),
    ...pages.map(({ pageId }) => pageId),
    ...matters.map(({ matterId }) => matterId),
    ...newcomers.map(({ pupilId }) => pupilId),
    ...(personId === null ? [] : [personId]),
  ];
  const spoken = SAID.filter((code) => isOwed(code) || DUTY_CODES.some((after) => kindOf(after).from === code && isOwed(after)));
  const steps = new Steps(await tx.rows(LAST_STEPS, [schoolId, earliest, spoken, personId === null ? null : about]));
  const teachers = [...new Set(personId === null ? frame.teachers : frame.teachers.filter((id) => id === personId))];

  const facts: Fact[] = [
    ...lessonFacts(lessons, norms),
    ...(asked("page_month") ? monthFacts(lessons, norms, today) : []),
    ...pageFacts(pages, norms, years),
    ...termFacts(terms, norms),
    ...(asked("teacher_period")
      ? years.flatMap((year) => teachers.flatMap((id) => calendarFacts("teacher_period", year, { id, own: [id], gradeLevel: null, told: {} }, untilOf(today))))
      : []),
    ...classFacts(classes, years, { unexplained, newcomers, evidence, inspected }, steps, today, asked),
    ...closedFacts(closed),
    ...departmentFacts(frame.departments, departmentDays, running, today, asked),
    ...schoolFacts(years, school, { inspected, unchecked }, today, asked),
    ...matterFacts(matters),
    ...remarkFacts(remarks),
    ...afterFacts(steps),
  ];
  const holders = (role: Role) => frame.holders.filter((holder) => holder.role === role).map((holder) => holder.personId);
  const judged = owed(facts, { norms, steps, timezone, now, isWorkingDay: workingDays(years), holders });
  const duties = judged.filter((duty) => personId === null || duty.owners.includes(personId));
  return { duties: duties.map(withOwnLeft), steps, bellsFrom };
}
