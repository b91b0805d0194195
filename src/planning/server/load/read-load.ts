import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { Output } from "../../../foundation/route.ts";
import { loadRoute } from "../../contract/load/load.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { compareLoad } from "../../rules/curriculum/compare-load.ts";
import type { CurriculumLine, LoadClass, LoadPage } from "../../rules/curriculum/compare-load.ts";
import { dayOfYear, isOverdue } from "../../rules/curriculum/year-day.ts";
import { normsOn, yearOf } from "../curriculum/curriculum-queries.ts";

type Standing = Pick<Output<typeof loadRoute>, "lines" | "groups" | "teachers" | "subjects"> & {
  curriculum: CurriculumLine[];
  classes: LoadClass[];
  pages: LoadPage[];
};

// what is taught as the curriculum wants it: clubs, electives and the like stand outside of it
const LOAD = statement<{ standing: Standing }>(
  "planning.load",
  `with pages as materialized (
    select p.page_id, p.grade_level, p.kind, g.group_id, g.name, g.kind as group_kind, g.whole, g.class_id, s.name as subject
    from timetable.page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
    join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id where p.school_id = $1 and p.year = $2
  ), loads as materialized (
    select o.* from planning.load o join pages p on p.page_id = o.page_id
    where o.school_id = $1 and (o.to_day is null or o.to_day >= $3::date) and o.from_day <= coalesce(o.to_day, o.from_day)
  ), classes as materialized (
    select k.* from people.school_class k where k.school_id = $1 and k.year = $2
  )
  select json_build_object(
    'lines', (select coalesce(json_agg(json_build_object('pageId', p.page_id, 'teacherId', o.teacher_id, 'teacher', people.short_name(n.surname, n.given_name, n.patronymic),
        'groupName', p.name, 'subject', p.subject, 'gradeLevel', p.grade_level, 'weeklyHours', o.weekly_hours, 'from', o.from_day, 'to', o.to_day)
        order by p.grade_level, p.name collate public.ru, p.subject collate public.ru, o.teacher_id, o.from_day), '[]')
      from loads o join pages p on p.page_id = o.page_id join people.person n on n.school_id = $1 and n.person_id = o.teacher_id),
    'groups', (select coalesce(json_agg(json_build_object('groupId', g.group_id, 'name', g.name, 'gradeLevel', coalesce(k.grade_level, t.grade_level, 0))
        order by coalesce(k.grade_level, t.grade_level, 0), g.name collate public.ru), '[]')
      from people.study_group g left join classes k on k.class_id = g.class_id
      left join lateral (select min(c.grade_level) as grade_level from people.stream_class m join classes c on c.class_id = m.class_id
        where m.school_id = $1 and m.group_id = g.group_id) t on true
      where g.school_id = $1 and g.year = $2),
    'teachers', (select coalesce(json_agg(json_build_object('personId', n.person_id, 'name', people.short_name(n.surname, n.given_name, n.patronymic))
        order by n.surname collate public.ru, n.given_name collate public.ru, n.person_id), '[]')
      from people.person n where n.school_id = $1 and exists (select from people.staff f
        where f.school_id = $1 and f.person_id = n.person_id and (f.to_day is null or f.to_day >= $3::date))),
    'subjects', (select coalesce(json_agg(s.name order by s.name collate public.ru), '[]') from timetable.subject s where s.school_id = $1),
    'curriculum', (select coalesce(json_agg(json_build_object('gradeLevel', l.grade_level, 'subject', s.name, 'weeklyHours', l.weekly_hours)), '[]')
      from planning.curriculum_line l join timetable.subject s on s.school_id = $1 and s.subject_id = l.subject_id where l.school_id = $1 and l.year = $2),
    'classes', (select coalesce(json_agg(json_build_object('classId', k.class_id, 'name', k.name, 'gradeLevel', k.grade_level,
        'subjects', case when i.is_individual then (select coalesce(json_agg(distinct s.name), '[]') from planning.pupil_subject u
          join timetable.subject s on s.school_id = $1 and s.subject_id = u.subject_id where u.school_id = $1 and u.class_id = k.class_id) end)
        order by k.grade_level, k.name collate public.ru), '[]')
      from classes k left join planning.individual_class i on i.school_id = $1 and i.class_id = k.class_id),
    'pages', (select coalesce(json_agg(json_build_object('subject', p.subject, 'weeklyHours', h.hours, 'since', h.since,
        'part', case when p.group_kind = 'class' or (p.group_kind = 'stream' and p.whole) then null else p.name end,
        'classIds', case when p.class_id is not null then json_build_array(p.class_id)
          else (select coalesce(json_agg(m.class_id), '[]') from people.stream_class m where m.school_id = $1 and m.group_id = p.group_id) end)), '[]')
      from pages p join lateral (select sum(o.weekly_hours) as hours, max(o.from_day) as since from loads o
        where o.page_id = p.page_id and (o.from_day <= $3::date or not exists (select from loads e where e.page_id = p.page_id and e.from_day <= $3::date))) h on h.hours > 0
      where p.kind in ('class', 'subgroup'))
  ) as standing`,
);

/** The load of the year with what differs from the curriculum; a load that begins later counts where nothing stands today. */
export async function readLoad({ tx, actor }: Context): Promise<Output<typeof loadRoute>> {
  permit(actor, PLANNING_ACTS, loadRoute.act);
  const { schoolId, today } = actor;
  const { year } = await yearOf(tx, schoolId, today);
  const norms = await normsOn(tx, schoolId, ["curriculum.approved_by"], today);
  const due = dayOfYear(year, norms["curriculum.approved_by"]);
  const { standing } = (await tx.row(LOAD, [schoolId, year, today]))!;
  const { curriculum, classes, pages, ...shown } = standing;
  const compared = compareLoad(curriculum, classes, pages);
  const overdue = compared.differences.length > 0 && isOverdue(due, today);
  return { ...shown, ...compared, due, overdue, year, today, mayWrite: mayReach(actor, PLANNING_ACTS, "planning.load.set", "school") };
}
