import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { planOfLesson } from "../../../planning/server/door.ts";
import type { PlanOfLesson } from "../../../planning/server/door.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { lessonHintsRoute } from "../../contract/lesson-hints.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { homeworkLimit } from "../../rules/homework-load.ts";
import { PAGE_TIES } from "../page-queries.ts";
import { LESSON_FOR_HINTS } from "./homework-queries.ts";

type Hints = Output<typeof lessonHintsRoute>;
type Line = NonNullable<PlanOfLesson["offered"]>;

const lineOf = ({ topic, homework, section }: Line) => ({ topic, homework, section });

function planOf(plan: PlanOfLesson | null): Hints["plan"] {
  if (!plan?.hasPlan) return null;
  const { given, offered, next, missed, lag } = plan;
  return { given: given && lineOf(given), offered: offered && lineOf(offered), next: next.map(lineOf), missed: missed.map(lineOf), lag };
}

/** What helps to write a lesson: the next topic of the plan (002 П2 §2.10), and the homework its classes have for the day already. */
export async function lessonHints({ tx, actor }: Context, { params }: Input<typeof lessonHintsRoute>): Promise<Hints> {
  const { schoolId, personId, today } = actor;
  const { pageId, lessonId } = params;
  const ties = await tx.row(PAGE_TIES, [schoolId, pageId, personId, today]);
  const facts = await tx.row(LESSON_FOR_HINTS, [schoolId, pageId, lessonId]);
  if (!ties || !facts) throw new Failure("not_found", "timetable.lesson_not_found");
  permit(actor, JOURNAL_ACTS, lessonHintsRoute.act, { own_page: ties.teachesPage, own_class: ties.ownClass });
  const { day, subject, groupId, limits, percent, classes } = facts;
  demandNorms(day, { "homework.day_minutes": limits, "homework.day_off_percent": percent });
  return {
    plan: planOf(await planOfLesson(tx, schoolId, pageId, lessonId)),
    subject,
    groupId,
    loads: classes.map(({ className, gradeLevel, beforeDayOff, others }) => ({
      className,
      limit: homeworkLimit(limits!, gradeLevel, beforeDayOff, percent!),
      beforeDayOff,
      others,
    })),
  };
}
