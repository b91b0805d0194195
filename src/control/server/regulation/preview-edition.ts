import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { plusDays } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { refusalOfChanges } from "../../../regulation/rules/edition.ts";
import { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import { datedNorms } from "../../../regulation/server/door.ts";
import { previewEditionRoute } from "../../contract/regulation/regulation.ts";
import { REGULATION_ACTS } from "../../rules/regulation/acts.ts";
import { JUDGED, asIf, effectOf } from "../../rules/regulation/effect.ts";
import type { Written } from "../../rules/regulation/effect.ts";

/** Days before today whose records are judged by both editions, today included. */
const DAYS = 7;

/**
 * Records of lessons held from $2 to $3 with the moment each was first made. $1 school. A mark or absence that was corrected since has lost its first
 * moment and is left out.
 */
const WRITTEN = statement<Written>(
  "control.records_of_days",
  `with held as materialized (
     select l.page_id, l.lesson_id, l.day, coalesce(l.substitute_id, l.teacher_id) as teacher_id, p.subject_id, p.grade_level, p.group_id, s.name as subject
     from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
     where l.school_id = $1 and l.day between $2 and $3 and l.state = 0
   ), made as (
     select 'lesson.entry' as code, h.page_id, h.lesson_id, coalesce(n.entered_at, n.set_at) as at, 1 as records from held h
       join journal.lesson_note n on n.school_id = $1 and n.page_id = h.page_id and n.lesson_id = h.lesson_id where n.topic is not null
     union all
     select 'homework.entry', h.page_id, h.lesson_id, coalesce(n.homework_at, n.set_at), 1 from held h
       join journal.lesson_note n on n.school_id = $1 and n.page_id = h.page_id and n.lesson_id = h.lesson_id where n.homework is not null
     union all
     select 'marks.' || w.form || '_due', h.page_id, h.lesson_id, k.set_at, count(*)::int from held h
       join journal.mark k on k.school_id = $1 and k.page_id = h.page_id and k.lesson_id = h.lesson_id and k.value is not null and k.version = 1 and k.work_no < 10
       join journal.work_type w on w.school_id = $1 and w.work_type = k.signs >> 4 group by 1, 2, 3, 4
     union all
     select 'attendance.entry_due', h.page_id, h.lesson_id, a.set_at, count(*)::int from held h
       join attendance.absence a on a.school_id = $1 and a.page_id = h.page_id and a.lesson_id = h.lesson_id and a.kind <> 0 and a.version = 1 and a.span_id is null group by 1, 2, 3, 4
   )
   select m.code, h.day, m.at, h.teacher_id as "teacherId", h.subject, h.subject_id as "subjectId", h.grade_level as grade, m.records,
     to_char(timetable.class_day_ends($1, h.group_id, h.day), 'HH24:MI') as "classDayEnds",
     case when m.code = any ($4) then timetable.next_lesson($1, h.page_id, h.day) end as "nextLesson"
   from made m join held h using (page_id, lesson_id)`,
);

/** What an edition would mean, counted over the records of the last seven days; nothing is written. */
export async function previewEdition({ tx, actor }: Context, { body }: Input<typeof previewEditionRoute>): Promise<Output<typeof previewEditionRoute>> {
  permit(actor, REGULATION_ACTS, previewEditionRoute.act);
  const { schoolId, today, timezone } = actor;
  const { changes } = body;
  const refusal = refusalOfChanges(changes);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  const from = plusDays(today, 1 - DAYS);
  const norms = await datedNorms(tx, schoolId, JUDGED, from, today);
  const byNextLesson = [...norms, ...changes].filter(({ value }) => String(value).startsWith("next_lesson")).map(({ code }) => code);
  const written = await tx.rows(WRITTEN, [schoolId, from, today, byNextLesson]);
  const [now, then] = [new NormTimeline(norms), asIf(norms, changes)];
  return { from, to: today, effects: [...new Set(changes.map(({ code }) => code))].map((code) => effectOf(code, written, now, then, timezone)) };
}
