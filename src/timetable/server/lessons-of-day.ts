import { mayReach, permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { parseDay } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input } from "../../foundation/route.ts";
import { JsonText } from "../../foundation/serve.ts";
import { lessonsOfDayRoute } from "../contract/lessons-of-day.ts";
import { TIMETABLE_ACTS } from "../rules/acts.ts";
import { LESSONS_OF_DAY } from "./day-queries.ts";

/** Every lesson of the school on a day, in the order of time. */
export async function lessonsOfDay({ tx, actor }: Context, { params }: Input<typeof lessonsOfDayRoute>): Promise<JsonText> {
  permit(actor, TIMETABLE_ACTS, lessonsOfDayRoute.act);
  const day = parseDay(params.day);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: params.day });
  const row = await tx.lastRow(LESSONS_OF_DAY, [actor.schoolId, day, actor.today]);
  return new JsonText(`{"mayChange":${mayReach(actor, TIMETABLE_ACTS, "timetable.lesson.change", "school")},${row!.day.slice(1)}`);
}
