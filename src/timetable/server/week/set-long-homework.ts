import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setLongHomeworkRoute } from "../../contract/set-subject.ts";
import { permitEditor } from "../editor.ts";

const SUBJECT = statement<{ longHomework: boolean }>(
  "timetable.subject_for_homework",
  `select long_homework as "longHomework" from timetable.subject where school_id = $1 and subject_id = $2 for update`,
);
const SET = statement("timetable.set_long_homework", "update timetable.subject set long_homework = $3 where school_id = $1 and subject_id = $2");

/** Flags a subject whose homework takes long; the check of the week lists the days of a class on which too many of them meet. */
export async function setLongHomework(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setLongHomeworkRoute>,
): Promise<Output<typeof setLongHomeworkRoute>> {
  const { schoolId, personId } = actor;
  const { subjectId } = params;
  const { longHomework } = body;
  const standing = await tx.row(SUBJECT, [schoolId, subjectId]);
  if (!standing) throw new Failure("not_found", "timetable.subject_not_found");
  const right = await permitEditor(tx, actor, setLongHomeworkRoute.act);
  if (standing.longHomework === longHomework) return { subjectId, longHomework };
  await tx.rows(SET, [schoolId, subjectId, longHomework]);
  const audited = { subject: subjectId, before: standing.longHomework, after: longHomework };
  await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: setLongHomeworkRoute.act, right, body: audited });
  return { subjectId, longHomework };
}
