import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import type { ControlWorkLimits, PlannedWork } from "../../../planning/rules/control-works/control-work.ts";
import { remarksOn } from "../../../planning/rules/control-works/remarks.ts";
import type { Remark } from "../../../planning/rules/control-works/remarks.ts";
import { worksOfYear } from "../../../planning/server/door.ts";
import type { LessonForWork, PageRow, WorkRow, WorkToKeep } from "../../../planning/server/door.ts";
import type { WorkType } from "./work-column.ts";

const NAMES = {
  max: "controlworks.max",
  hoursShare: "controlworks.hours_share",
  perDay: "controlworks.per_day",
  edgeLessons: "controlworks.edge_lessons",
  interval: "controlworks.interval",
  length: "controlworks.length",
  assessment: "controlworks.assessment",
} as const;

const NORMS = statement<{ norms: Record<string, unknown> }>("journal.limits_of_control_works", "select regulation.norms_on($1, $2, $3) as norms");

/** The limits of control works in force on a day; a missing one stops. */
export async function limitsOn(tx: Transaction, schoolId: number, day: LocalDate): Promise<ControlWorkLimits> {
  const { norms } = (await tx.row(NORMS, [schoolId, Object.values(NAMES), day]))!;
  demandNorms(day, Object.fromEntries(Object.values(NAMES).map((code) => [code, norms[code] ?? null])));
  return Object.fromEntries(Object.entries(NAMES).map(([name, code]) => [name, norms[code]])) as ControlWorkLimits;
}

/** A row of the schedule as the limits see it. A work whose lesson was cancelled or is gone takes no place. */
const asPlanned = (rows: readonly WorkRow[], types: readonly WorkType[]): PlannedWork[] => {
  const codes = new Map(types.map((t) => [t.workType, t.code]));
  return rows.filter((r) => !r.lost).map((r) => ({ ...r, code: codes.get(r.workType) ?? "" }));
};

/** What the limits of the work's day say of a work beside the others of the year. */
export async function judgeWork(
  tx: Transaction,
  who: { schoolId: number; today: LocalDate; personId: number },
  page: PageRow,
  lesson: LessonForWork,
  work: WorkToKeep,
  types: readonly WorkType[],
): Promise<Remark[]> {
  const limits = await limitsOn(tx, who.schoolId, lesson.day);
  const others = (await worksOfYear(tx, who.schoolId, page.year, who.today, who.personId)).filter((o) => o.workId !== work.workId);
  const code = types.find((t) => t.workType === work.workType)?.code ?? "";
  const { pageId, groupId, classIds, gradeLevel, subject } = page;
  const planned: PlannedWork = { pageId, groupId, classIds, gradeLevel, subject, day: lesson.day, term: lesson.term, code, ...sizeOf(work) };
  const place = {
    first: lesson.slot <= lesson.firstSlot,
    last: lesson.slot + work.lessons - 1 >= lesson.lastSlot,
    weeklyHours: page.weeklyHours,
    yearLessons: page.yearLessons,
    quarters: page.quarters,
  };
  return remarksOn(planned, asPlanned(others, types), place, limits);
}

const sizeOf = ({ minutes, lessons, wholeClass }: WorkToKeep) => ({ minutes, lessons, wholeClass });
