import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";

/** A work to be kept; `workId` null plans a new one. */
export type WorkToKeep = {
  workId: number | null;
  pageId: number;
  lessonId: number;
  day: LocalDate;
  workType: number;
  minutes: number;
  lessons: number;
  wholeClass: boolean;
  title: string;
  expectedVersion: number;
  isRemoved?: boolean;
};
export type StandingWork = Omit<WorkToKeep, "expectedVersion" | "workId"> & { workId: number; version: number; isRemoved: boolean };
type Who = { schoolId: number; actor: number; at: Date; act: string; right: string };

const STANDING = statement<StandingWork>(
  "planning.control_work",
  `select work_id as "workId", page_id as "pageId", lesson_id as "lessonId", day, work_type as "workType", minutes, lessons, whole_class as "wholeClass", title, version, is_removed as "isRemoved"
   from planning.control_work where school_id = $1 and work_id = $2`,
);
const ON_LESSON = statement<{ workId: number }>(
  "planning.control_work_of_lesson",
  `select work_id as "workId" from planning.control_work where school_id = $1 and page_id = $2 and lesson_id = $3 and not is_removed`,
);
const STORE = statement<{ version: number }>(
  "planning.store_control_work",
  `with put as (
     insert into planning.control_work as w (school_id, work_id, page_id, lesson_id, set_by, day, work_type, minutes, lessons, whole_class, is_removed, set_at, title)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (school_id, work_id) do update set lesson_id = excluded.lesson_id, set_by = excluded.set_by, day = excluded.day, work_type = excluded.work_type,
       minutes = excluded.minutes, lessons = excluded.lessons, whole_class = excluded.whole_class, is_removed = excluded.is_removed, set_at = excluded.set_at,
       title = excluded.title, version = w.version + 1 where w.version = $14
     returning version)
   select version, ledger.record($1, $3, $5, $12, $15, $16, $17, $18) as seq from put`,
);

/** A planned work as it stands, removed ones too. */
export const standingWork = (tx: Transaction, schoolId: number, workId: number): Promise<StandingWork | undefined> => tx.row(STANDING, [schoolId, workId]);

/** The work that stands on a lesson. */
export const workOnLesson = async (tx: Transaction, schoolId: number, pageId: number, lessonId: number): Promise<number | null> =>
  (await tx.row(ON_LESSON, [schoolId, pageId, lessonId]))?.workId ?? null;

const shown = ({ lessonId, day, workType, minutes, lessons, wholeClass, title }: WorkToKeep | StandingWork) => ({
  lesson: lessonId,
  day,
  workType,
  minutes,
  lessons,
  wholeClass,
  title,
});

/** Keeps a work over the version seen, with its audit row in the page's chain; null when somebody was first. */
export async function storeWork(tx: Transaction, who: Who, w: WorkToKeep, before: StandingWork | null): Promise<{ workId: number; version: number } | null> {
  const { schoolId, actor, at, act, right } = who;
  const workId = w.workId ?? (await tx.newIds(schoolId, "control_work"));
  const removed = w.isRemoved ?? false;
  const body = { controlWork: workId, lesson: w.lessonId, before: before && !before.isRemoved ? shown(before) : null, after: removed ? null : shown(w) };
  const values = [
    schoolId,
    workId,
    w.pageId,
    w.lessonId,
    actor,
    w.day,
    w.workType,
    w.minutes,
    w.lessons,
    w.wholeClass,
    removed,
    at,
    w.title,
    w.expectedVersion,
  ];
  const stored = await tx.row(STORE, [...values, ...actAndEvent({ schoolId, stream: w.pageId, actor, at, act, right, body })]);
  return stored ? { workId, version: stored.version } : null;
}
