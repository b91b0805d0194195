import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { mondayOf, parseDay } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { classHomeworkRoute } from "../../contract/lesson-check.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { homeworkLimit, homeworkLoad } from "../../rules/homework-load.ts";
import { HOMEWORK_OF_CLASS } from "./check-queries.ts";

/** Homework of a class by day with the minutes, for the check of its volume (002 П2 §2.16; 003 §3-3). */
export async function classHomework({ tx, actor }: Context, { params, query }: Input<typeof classHomeworkRoute>): Promise<Output<typeof classHomeworkRoute>> {
  const { schoolId, personId, today } = actor;
  const asked = query.day === undefined ? today : parseDay(query.day);
  const monday = mondayOf(asked ?? today);
  const found = await tx.row(HOMEWORK_OF_CLASS, [schoolId, params.classId, personId, today, monday]);
  if (!found) throw new Failure("not_found", "journal.class_not_found");
  permit(actor, JOURNAL_ACTS, classHomeworkRoute.act, { own_class: found.ownClass });
  if (asked === null) throw new Failure("invalid", "journal.not_a_day", { text: query.day });
  const { className, gradeLevel } = found;
  const days = found.days.map(({ day, beforeDayOff, limits, percent, lessons }) => {
    demandNorms(day, { "homework.day_minutes": limits, "homework.day_off_percent": percent });
    const set = lessons.flatMap(({ subject, groupId, minutes }) => (minutes === null ? [] : [{ subject, groupId, minutes }]));
    const load = homeworkLoad(set, homeworkLimit(limits!, gradeLevel, beforeDayOff, percent!));
    return { day, beforeDayOff, lessons: lessons.map(({ groupId: _, ...lesson }) => lesson), ...load, subjects: [...load.subjects] };
  });
  return { className, gradeLevel, monday, days };
}
