import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { addPages, addSubjects } from "../../../timetable/server/door.ts";
import { addLoadRoute } from "../../contract/load/load.ts";
import { LOAD_CHANGED } from "../../contract/events.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { assignLoad } from "../assign-load.ts";
import { yearOf } from "../curriculum/curriculum-queries.ts";
import { standingLoad } from "./load-queries.ts";

const GROUP = statement<{ gradeLevel: number; shift: number; isStaff: boolean }>(
  "planning.group_for_load",
  `select coalesce(k.grade_level, t.grade_level, 0) as "gradeLevel", coalesce(k.shift, t.shift, 1) as shift,
     exists (select from people.staff f where f.school_id = $1 and f.person_id = $4 and (f.to_day is null or f.to_day >= $5)) as "isStaff"
   from people.study_group g left join people.school_class k on k.school_id = $1 and k.class_id = g.class_id
   left join lateral (select min(c.grade_level) as grade_level, min(c.shift) as shift from people.stream_class m
     join people.school_class c on c.school_id = $1 and c.class_id = m.class_id where m.school_id = $1 and m.group_id = g.group_id) t on true
   where g.school_id = $1 and g.group_id = $2 and g.year = $3`,
);

/** Adds a line of load: the page of the group and subject is opened where it is not yet, and its teacher finds it from that day (001 §2.2). */
export async function addLoad({ tx, actor, now }: Context, { body }: Input<typeof addLoadRoute>): Promise<Output<typeof addLoadRoute>> {
  const { schoolId, personId, today } = actor;
  const { groupId, teacherId, weeklyHours } = body;
  const { year, startsOn } = await yearOf(tx, schoolId, today);
  const group = await tx.row(GROUP, [schoolId, groupId, year, teacherId, today]);
  if (!group) throw new Failure("not_found", "planning.group_not_found");
  const right = permit(actor, PLANNING_ACTS, addLoadRoute.act);
  if (!group.isStaff) throw new Failure("invalid", "planning.teacher_not_found");

  const subject = body.subject.trim();
  const [subjectId = 0] = await addSubjects(tx, schoolId, [subject]);
  const [page] = await addPages(tx, schoolId, [{ groupId, subjectId, year, gradeLevel: group.gradeLevel, shift: group.shift }]);
  const { pageId } = page!;
  const standing = await standingLoad(tx, schoolId, pageId, teacherId, today);
  if (standing?.weeklyHours === weeklyHours) return { pageId };
  if (standing) throw new Failure("conflict", "planning.load_stands", { weeklyHours: standing.weeklyHours });
  const from = today < startsOn ? startsOn : today;
  await assignLoad(tx, schoolId, [{ pageId, teacherId, weeklyHours, from }]);
  await record(tx, {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: "planning.load.add",
    right,
    body: { teacher: teacherId, weeklyHours, from, subject, group: groupId, pageIsNew: page!.created },
    event: { topic: LOAD_CHANGED, body: { pageId, teacherId } },
  });
  return { pageId };
}
