import { mayReach, permit } from "../../../access/rules/permit.ts";
import { gradesInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { mondayOf, parseDay, plusDays, timeIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { headedDepartments } from "../../../people/server/door.ts";
import { kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import type { JournalKind } from "../../../regulation/rules/journal-kinds.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { workingDaysAbout } from "../../../timetable/server/door.ts";
import { classWeekRoute, departmentDaysRoute, inspectionListRoute } from "../../contract/inspections/inspections.ts";
import { INSPECTION_ACTS } from "../../rules/inspections/acts.ts";
import { inspectionDue } from "../../rules/inspections/inspection-due.ts";
import { CLASS_CHECK, CLASS_LESSONS, CLASS_PAGES, DEPARTMENT_DAYS, INSPECTIONS, PAGES_TO_CHECK, TERMS_CHECKED } from "./inspection-queries.ts";

/** How many days of departments are shown. */
const DAYS = 14;

function dayOf(asked: string | undefined, today: LocalDate): LocalDate {
  if (asked === undefined) return today;
  const day = parseDay(asked.length === 7 ? `${asked}-01` : asked);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: asked });
  return day;
}

/** What a deputy checks in a month: only the grades in care; a director and an administrator see all (001 §2.3, 003 §3-3). */
export async function inspectionList({ tx, actor, now }: Context, { query }: Input<typeof inspectionListRoute>): Promise<Output<typeof inspectionListRoute>> {
  permit(actor, INSPECTION_ACTS, inspectionListRoute.act, { own_grade: true });
  const { schoolId, today, timezone } = actor;
  const from = `${dayOf(query.month, today).slice(0, 7)}-01` as LocalDate;
  const to = plusDays(`${plusDays(from, 31).slice(0, 7)}-01` as LocalDate, -1);
  const grades = mayReach(actor, INSPECTION_ACTS, inspectionListRoute.act, "school") ? null : await gradesInCare(tx, actor, "deputy_studies");
  const [pages, inspections, terms, norms, isWorkingDay] = await Promise.all([
    tx.rows(PAGES_TO_CHECK, [schoolId, from, to, today, timeIn(timezone, now), grades]),
    tx.rows(INSPECTIONS, [schoolId, from, to, grades]),
    tx.rows(TERMS_CHECKED, [schoolId, today]),
    normsBetween(tx, schoolId, ["control.deputy", "control.director"], plusDays(from, -400), to),
    workingDaysAbout(tx, schoolId, from),
  ]);
  const facts = { timezone, isWorkingDay };
  const checked = pages.length > 0 && pages.every((page) => page.checkedOn !== null);
  return {
    today,
    from,
    to,
    grades,
    due: inspectionDue(norms.on("control.deputy", from), { ...facts, day: from }, now, checked),
    pages,
    inspections,
    terms: terms.map((term) => ({
      ...term,
      due: inspectionDue(
        norms.on("control.director", term.from),
        { ...facts, day: term.from, term: { startsOn: term.from, endsOn: term.to } },
        now,
        term.checkedOn !== null,
      ),
    })),
  };
}

/** Working days of departments: a head sees the own ones, the deputy and the director all (001 §2.3). */
export async function departmentDays({ tx, actor, now }: Context, { query }: Input<typeof departmentDaysRoute>): Promise<Output<typeof departmentDaysRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const own = await headedDepartments(tx, schoolId, personId, today);
  permit(actor, INSPECTION_ACTS, departmentDaysRoute.act, { own_department: true });
  const last = dayOf(query.to, today);
  const to = last < today ? last : today;
  const from = plusDays(to, 1 - DAYS);
  const all = mayReach(actor, INSPECTION_ACTS, departmentDaysRoute.act, "school");
  const [rows, norms, isWorkingDay] = await Promise.all([
    tx.rows(DEPARTMENT_DAYS, [schoolId, from, to, all ? null : own]),
    normsBetween(tx, schoolId, ["control.department"], from, to),
    workingDaysAbout(tx, schoolId, to),
  ]);
  const due = (day: LocalDate, checked: boolean) => inspectionDue(norms.on("control.department", day), { timezone, day, isWorkingDay }, now, checked);
  const departments = [...Map.groupBy(rows, (row) => row.departmentId)].map(([departmentId, days]) => ({
    departmentId,
    name: days[0]!.name,
    heads: days[0]!.heads,
    mayCheck: actor.roles.includes("head_of_department") && own.includes(departmentId),
    days: days.flatMap(({ day, held, unwritten, checkedAt, checkedBy }) =>
      day === null ? [] : [{ day, held, unwritten, checkedAt: checkedAt?.toISOString() ?? null, checkedBy, due: due(day, checkedAt !== null) }],
    ),
  }));
  return { today, departments };
}

/** What is not written of a class's lessons of a week, by subject, for its homeroom teacher (000 §9.1, 004 §4.13.3). */
export async function classWeek({ tx, actor, now }: Context, { params, query }: Input<typeof classWeekRoute>): Promise<Output<typeof classWeekRoute>> {
  const { schoolId, personId, today, timezone } = actor;
  const found = await tx.row(CLASS_PAGES, [schoolId, params.classId, personId, today]);
  if (!found) throw new Failure("not_found", "control.class_not_found");
  permit(actor, INSPECTION_ACTS, classWeekRoute.act, { own_class: found.ownClass });
  const from = mondayOf(dayOf(query.day, today));
  const to = plusDays(from, 6);
  const [lessons, check, isWorkingDay] = await Promise.all([
    tx.rows(CLASS_LESSONS, [schoolId, found.pages, from, to, today, timeIn(timezone, now)]),
    tx.row(CLASS_CHECK, [schoolId, params.classId, from, to]),
    workingDaysAbout(tx, schoolId, from),
  ]);
  const kinds = [...new Set(lessons.map((lesson) => kindNorm(lesson.journalKind as JournalKind)))];
  const norms = await normsBetween(tx, schoolId, ["control.homeroom", ...kinds], from, to);
  // what the kind of a page does not use is not missed (JRN-11)
  const missing = lessons.map(({ noTopic, noHomework, journalKind, ...lesson }) => {
    const uses = norms.on(kindNorm(journalKind as JournalKind), lesson.day)?.value;
    return { ...lesson, noTopic: noTopic && uses?.topics === true, noHomework: noHomework && uses?.homework === true };
  });
  const subjects = [...Map.groupBy(missing, (lesson) => lesson.pageId)].map(([pageId, ofPage]) => ({
    pageId,
    subject: ofPage[0]!.subject,
    groupName: ofPage[0]!.groupName,
    held: ofPage.length,
    lessons: ofPage
      .filter(({ noTopic, noHomework }) => noTopic || noHomework)
      .map(({ lessonId, day, slot, teacher, noTopic, noHomework }) => ({ lessonId, day, slot, teacher, noTopic, noHomework })),
  }));
  const due = inspectionDue(norms.on("control.homeroom", from), { timezone, day: from, isWorkingDay }, now, check !== undefined);
  const mayCheck = found.ownClass && actor.roles.includes("homeroom_teacher");
  const checked = { checkedOn: check?.madeOn ?? null, checkedBy: check?.madeBy ?? null, findings: check?.findings ?? null };
  return { today, from, to, className: found.name, mayCheck, ...checked, due, subjects };
}
