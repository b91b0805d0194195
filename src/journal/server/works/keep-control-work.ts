import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { type changeControlWorkRoute, planControlWorkRoute } from "../../../planning/contract/control-works.ts";
import { CONTROL_WORK_ACTS } from "../../../planning/rules/control-works/acts.ts";
import { refusalOf } from "../../../planning/rules/control-works/remarks.ts";
import { lessonsForWork, lockControlWorks, pageForWork, standingWork, storeWork, workOnLesson } from "../../../planning/server/door.ts";
import type { StandingWork, WorkToKeep } from "../../../planning/server/door.ts";
import { judgeWork } from "./judge-work.ts";
import { emptyColumn, fillColumn, workTypesOf } from "./work-column.ts";

const ACT = planControlWorkRoute.act;
type Asked = Omit<WorkToKeep, "day">;
type Kept = Output<typeof planControlWorkRoute>;

/** Plans a control work on a lesson of a page. */
export function planControlWork(context: Context, { body }: Input<typeof planControlWorkRoute>): Promise<Kept> {
  return keep(context, { ...body, title: body.title.trim(), workId: null, expectedVersion: 0 }, null);
}

/** Changes a planned work or moves it to another lesson of its page. */
export async function changeControlWork(context: Context, { params, body }: Input<typeof changeControlWorkRoute>): Promise<Kept> {
  const { tx, actor } = context;
  const standing = await standingWork(tx, actor.schoolId, params.workId);
  if (!standing || standing.isRemoved) throw new Failure("not_found", "planning.control_work_not_found");
  return keep(context, { ...body, title: body.title.trim(), workId: params.workId, pageId: standing.pageId }, standing);
}

/** Judges by the limits of the work's day, keeps the work, and writes its type into the journal's column. */
async function keep({ tx, actor, now }: Context, asked: Asked, standing: StandingWork | null): Promise<Kept> {
  const { schoolId, personId, today } = actor;
  const { pageId, lessonId } = asked;
  const page = await pageForWork(tx, schoolId, pageId, today, personId);
  if (!page) throw new Failure("not_found", "planning.page_not_found");
  const right = permit(actor, CONTROL_WORK_ACTS, ACT, { own_page: page.teaches });
  await lockControlWorks(tx, schoolId);
  const [[lesson], types, taken] = await Promise.all([
    lessonsForWork(tx, schoolId, pageId, lessonId),
    workTypesOf(tx, schoolId),
    workOnLesson(tx, schoolId, pageId, lessonId),
  ]);
  if (!lesson) throw new Failure("not_found", "timetable.lesson_not_found");
  if (lesson.cancelled) throw new Failure("refused", "timetable.lesson_cancelled", { lessonDay: lesson.day });
  if (!types.some((t) => t.workType === asked.workType)) throw new Failure("invalid", "journal.work_type_not_found");
  if (taken !== null && taken !== asked.workId) throw new Failure("refused", "planning.lesson_has_control_work", { day: lesson.day });
  const work: WorkToKeep = { ...asked, day: lesson.day };
  const remarks = await judgeWork(tx, actor, page, lesson, work, types);
  const refusal = refusalOf(remarks);
  if (refusal) throw new Failure("refused", "planning.control_work_past_limit", { limit: refusal.limit, facts: refusal.facts });

  if (standing && same(standing, work)) return { workId: standing.workId, version: standing.version, remarks };
  const who = { schoolId, actor: personId, at: now, act: ACT, right };
  const stored = await storeWork(tx, who, work, standing);
  if (!stored) throw new Failure("conflict", "planning.control_work_changed_meanwhile");
  const column = { schoolId, pageId, groupId: page.groupId, by: personId, at: now, act: ACT, right };
  const moved = standing !== null && standing.lessonId !== lessonId;
  if (standing && moved) await emptyColumn(tx, { ...column, lessonId: standing.lessonId, day: standing.day }, standing.workType);
  await fillColumn(tx, { ...column, lessonId, day: lesson.day }, asked.workType, standing && !moved ? standing.workType : null);
  return { ...stored, remarks };
}

const same = (s: StandingWork, w: WorkToKeep): boolean =>
  s.lessonId === w.lessonId &&
  s.workType === w.workType &&
  s.minutes === w.minutes &&
  s.lessons === w.lessons &&
  s.wholeClass === w.wholeClass &&
  s.title === w.title &&
  s.version >= w.expectedVersion;
