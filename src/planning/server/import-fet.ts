import { grantRoles } from "../../access/server/door.ts";
import { dayIn } from "../../foundation/day.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import { classesOf, type ClassesBy, type ClassesDecision } from "../../timetable/rules/fet/classes-of.ts";
import { countsOf, type FetCounts } from "../../timetable/rules/fet/counts.ts";
import type { FetFile, FetRejection } from "../../timetable/rules/fet/fet-file.ts";
import { schoolYearOf } from "../../timetable/rules/usual-year.ts";
import { makeLessons, setWeeklyLessons } from "../../timetable/server/door.ts";
import { TIMETABLE_IMPORTED } from "../contract/events.ts";
import { refusalToImport, undatedHours } from "../rules/fet-limits.ts";
import { planOf, type PlanRejection } from "../rules/fet-plan.ts";
import { assignLoad } from "./assign-load.ts";
import { schoolForImport, yearIsPlanned } from "./import-fet-queries.ts";
import { placeRoomsAndBells, placeTeachers, placeYear } from "./place-fet-lists.ts";
import { placePages } from "./place-fet-pages.ts";

export type FetOrder = { schoolId: number; file: FetFile; year?: number; classesBy?: ClassesBy; now: Date };

/** What an import made, and everything it did not take over. */
export type FetReport = {
  year: number;
  counts: FetCounts;
  decision: Pick<ClassesDecision, "by" | "because" | "facts">;
  classes: string[];
  created: { staff: number; classes: number; groups: number; pages: number };
  bellsFromFile: boolean;
  yearWasSet: boolean;
  loadHours: number;
  weeklyHours: number;
  datedLessons: number;
  notUnderstood: Record<string, number>;
  withoutEffect: Record<string, number>;
  rejected: (FetRejection | PlanRejection)[];
};

/**
 * Brings a FET file into a school: staff, classes, groups, subjects, rooms, bells, pages, load, the repeating week and the
 * dated lessons of the year, all in the transaction given. A school that has pages in that year already is refused.
 */
export async function importFet(tx: Transaction, { schoolId, file, classesBy, now, ...order }: FetOrder): Promise<FetReport> {
  const school = await schoolForImport(tx, schoolId);
  if (!school) throw new Failure("not_found", "planning.school_not_found", { schoolId });
  const year = order.year ?? schoolYearOf(dayIn(school.timezone, now));
  if (await yearIsPlanned(tx, schoolId, year)) throw new Failure("conflict", "planning.year_already_planned", { year });
  const decision = classesOf(file, classesBy);
  const plan = planOf(file, decision);
  const refusal = refusalToImport(file, plan);
  if (refusal) throw new Failure("invalid", refusal.code, refusal.facts);

  const span = await placeYear(tx, schoolId, year, school.country, plan.weekdays);
  const staff = await placeTeachers(
    tx,
    schoolId,
    file.teachers.map((t) => t.name),
    span.startsOn,
  );
  const { roomIds, bellsFromFile } = await placeRoomsAndBells(tx, schoolId, file);
  const pages = await placePages(
    tx,
    schoolId,
    year,
    plan,
    file.subjects.map((s) => s.name),
  );
  await grantRoles(
    tx,
    schoolId,
    [...staff.ids.values()].map((personId) => ({ personId, role: "subject_teacher", from: span.startsOn })),
  );
  const load = plan.load.map(({ page, teacher, hours }) => ({
    pageId: pages.ids[page]!,
    teacherId: staff.ids.get(teacher)!,
    weeklyHours: hours,
    from: span.startsOn,
  }));
  await assignLoad(tx, schoolId, load);
  const lessons = plan.lessons.map(({ page, teacher, room, weekday, slot }) => ({
    pageId: pages.ids[page]!,
    teacherId: staff.ids.get(teacher)!,
    roomId: room === null ? null : roomIds.get(room)!,
    weekday,
    slot,
  }));
  await setWeeklyLessons(tx, schoolId, span.startsOn, lessons);
  const datedLessons = await makeLessons(tx, schoolId, year);

  const counts = countsOf(file);
  const created = { staff: staff.created, ...pages.created };
  const rejected = [...file.rejected, ...plan.rejected];
  await record(tx, {
    schoolId,
    stream: 0,
    actor: 0,
    at: now,
    act: "planning.timetable.import",
    right: "command line",
    body: { format: "fet", year, counts, created, datedLessons, rejected: rejected.length },
    event: { topic: TIMETABLE_IMPORTED, body: { year } },
  });
  return {
    year,
    counts,
    decision: { by: decision.by, because: decision.because, facts: decision.facts },
    classes: decision.classes.map((c) => c.name),
    created,
    bellsFromFile,
    yearWasSet: span.created,
    loadHours: plan.load.reduce((sum, { hours }) => sum + hours, 0),
    weeklyHours: new Set(plan.lessons.map((l) => `${l.page} ${l.weekday} ${l.slot}`)).size,
    datedLessons,
    notUnderstood: { ...file.notUnderstood, ...plan.leftOut, ...undatedHours(plan, span) },
    withoutEffect: file.understoodWithoutEffect,
    rejected,
  };
}
