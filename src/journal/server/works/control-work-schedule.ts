import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context, OpenContext } from "../../../access/server/door.ts";
import { dayIn } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import {
  controlWorksRoute,
  pageForWorkRoute,
  planControlWorkRoute,
  type publicControlWorksRoute,
  publishControlWorksRoute,
} from "../../../planning/contract/control-works.ts";
import { CONTROL_WORK_ACTS } from "../../../planning/rules/control-works/acts.ts";
import {
  controlWorksOf,
  laidPlans,
  lessonsForWork,
  pageForWork,
  scheduleFrame,
  schoolOfSchedule,
  storePublication,
  worksOfYear,
} from "../../../planning/server/door.ts";
import type { PageLaidPlan } from "../../../planning/server/door.ts";
import { limitsOn } from "./judge-work.ts";
import { workTypesOf } from "./work-column.ts";

const PLAN = planControlWorkRoute.act;
type PlannedLesson = Output<typeof controlWorksRoute>["fromPlans"][number];
/** Nobody's number: a reader without a sign-in teaches nothing. */
const NOBODY = 0;

/** The schedule of the whole school for the year, with the limits in force today. */
export async function controlWorks({ tx, actor }: Context): Promise<Output<typeof controlWorksRoute>> {
  const { schoolId, personId, today } = actor;
  permit(actor, CONTROL_WORK_ACTS, controlWorksRoute.act);
  const wholeSchool = mayReach(actor, CONTROL_WORK_ACTS, PLAN, "school");
  const ownPages = mayReach(actor, CONTROL_WORK_ACTS, PLAN, "own_page");
  const [frame, types, limits] = await Promise.all([
    scheduleFrame(tx, schoolId, today, personId, wholeSchool),
    workTypesOf(tx, schoolId),
    limitsOn(tx, schoolId, today),
  ]);
  const mayPublish = mayReach(actor, CONTROL_WORK_ACTS, publishControlWorksRoute.act, "school");
  const around = { today, workTypes: types, limits, schoolId, mayPublish };
  if (!frame) return { ...around, year: Number(today.slice(0, 4)), periods: [], days: [], classes: [], works: [], pages: [], fromPlans: [], isPublic: false };
  const codes = new Map(types.map((t) => [t.workType, t.code]));
  const works = (await worksOfYear(tx, schoolId, frame.year, today, personId)).map((w) => ({
    ...w,
    code: codes.get(w.workType) ?? "",
    own: wholeSchool || (ownPages && w.teaches),
  }));
  const pages = wholeSchool || ownPages ? frame.pages : [];
  // the plans of a whole school are not laid for one look: a deputy meets them page by page
  const laid = wholeSchool
    ? []
    : await laidPlans(
        tx,
        schoolId,
        pages.map((p) => p.pageId),
      );
  return { ...around, ...frame, pages, works, fromPlans: stillToPlan(laid, works) };
}

/** Control lessons of lesson plans on which no work stands in the schedule. */
function stillToPlan(plans: readonly PageLaidPlan[], works: readonly { pageId: number; lessonId: number }[]): PlannedLesson[] {
  const taken = new Set(works.map((w) => `${w.pageId} ${w.lessonId}`));
  return controlWorksOf(plans).flatMap(({ pageId, lessonId, day, topic }) =>
    lessonId === null || day === null || taken.has(`${pageId} ${lessonId}`) ? [] : [{ pageId, lessonId, day, topic }],
  );
}

/** The lessons of a page with what the limits ask of them: for the planner, before anything is saved. */
export async function pageToPlan({ tx, actor }: Context, { params }: Input<typeof pageForWorkRoute>): Promise<Output<typeof pageForWorkRoute>> {
  const { schoolId, personId, today } = actor;
  const page = await pageForWork(tx, schoolId, params.pageId, today, personId);
  if (!page) throw new Failure("not_found", "planning.page_not_found");
  permit(actor, CONTROL_WORK_ACTS, pageForWorkRoute.act, { own_page: page.teaches });
  const [lessons, plans] = [await lessonsForWork(tx, schoolId, params.pageId), await laidPlans(tx, schoolId, [params.pageId])];
  const topics = new Map(controlWorksOf(plans).map((c) => [c.lessonId, c.topic]));
  return { ...page, lessons: lessons.filter((l) => !l.cancelled).map((l) => ({ ...l, planned: topics.get(l.lessonId) ?? null })) };
}

/** Opens the year's schedule to families, or closes it. */
export async function publishControlWorks(
  { tx, actor, now }: Context,
  { body }: Input<typeof publishControlWorksRoute>,
): Promise<Output<typeof publishControlWorksRoute>> {
  const { schoolId, personId, today } = actor;
  const right = permit(actor, CONTROL_WORK_ACTS, publishControlWorksRoute.act);
  const frame = await scheduleFrame(tx, schoolId, today, personId, false);
  if (!frame) return { isPublic: false };
  const { isPublic } = body;
  const entry = {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: publishControlWorksRoute.act,
    right,
    body: { year: frame.year, before: frame.isPublic, after: isPublic },
  };
  await storePublication(tx, schoolId, personId, frame.year, isPublic, now, actAndEvent(entry));
  return { isPublic };
}

/** The schedule for everybody, when the school opened it: classes, days, subjects and kinds of work, no person. */
export function publicControlWorks(
  { transact, now }: OpenContext,
  { params }: Input<typeof publicControlWorksRoute>,
): Promise<Output<typeof publicControlWorksRoute>> {
  return transact(async (tx) => {
    const closed = new Failure("not_found", "planning.schedule_not_public");
    const school = await schoolOfSchedule(tx, params.schoolId);
    if (!school) throw closed;
    await tx.inSchool(params.schoolId);
    const today = dayIn(school.timezone, now);
    const frame = await scheduleFrame(tx, params.schoolId, today, NOBODY, false);
    if (!frame?.isPublic) throw closed;
    const names = new Map((await workTypesOf(tx, params.schoolId)).map((t) => [t.workType, t.name]));
    const works = (await worksOfYear(tx, params.schoolId, frame.year, today, NOBODY))
      .filter((w) => !w.lost)
      .map(({ classIds, groupName, day, slot, subject, workType, minutes }) => ({
        classIds,
        groupName,
        day,
        slot,
        subject,
        work: names.get(workType) ?? "",
        minutes,
      }));
    return { school: frame.school, year: frame.year, today, periods: frame.periods, classes: frame.classes, works };
  });
}
