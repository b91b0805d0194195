import { mayReach, permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { JsonText } from "../../foundation/serve.ts";
import { yearBegunSql } from "../../timetable/server/door.ts";
import { myPagesRoute } from "../contract/journal-page.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";

/** $1 school, $2 the person, $3 the school's day, $4 the whole school is open, $5 the pages of the homeroom class are open. */
const MY_PAGES = statement<{ pages: string }>(
  "journal.my_pages",
  `with year as (${yearBegunSql("$3")}),
  own as (select distinct o.page_id from planning.load o where o.school_id = $1 and o.teacher_id = $2 and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)),
  taught as (select o.page_id from planning.load o where o.school_id = $1 and o.teacher_id = $2 and o.from_day <= $3 and o.to_day >= o.from_day),
  homeroom as (select h.class_id from people.homeroom h where h.school_id = $1 and h.teacher_id = $2 and h.from_day <= $3 and (h.to_day is null or h.to_day >= $3)),
  open as (
    select p.page_id, p.group_id, p.subject_id, p.grade_level, p.page_id in (select page_id from own) as own
    from timetable.page p join year y on y.year = p.year where p.school_id = $1 and ($4 or p.page_id in (select page_id from own) or p.page_id in (select page_id from taught)
      or $5 and p.group_id in (select g.group_id from people.study_group g where g.school_id = $1 and g.class_id in (select class_id from homeroom)
        union select s.group_id from people.stream_class s where s.school_id = $1 and s.class_id in (select class_id from homeroom)))
  )
  select json_build_object('today', $3::date,
    'lessons', (select coalesce(json_agg(json_build_object('lessonId', l.lesson_id, 'pageId', l.page_id, 'groupName', g.name, 'subject', s.name, 'slot', l.slot,
        'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI'), 'room', r.name, 'cancelled', l.state = 1, 'substitution', l.substitute_id is not null,
        'topic', n.topic, 'homework', n.homework) order by b.starts nulls last, l.slot, l.lesson_id), '[]')
      from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
      join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
      left join timetable.room r on r.school_id = $1 and r.room_id = l.room_id
      left join timetable.bell_slot b on b.school_id = $1 and b.bell_schedule_id = timetable.bells_of($1, $3) and b.shift = p.shift and b.slot = l.slot
      left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
      where l.school_id = $1 and l.day = $3 and (l.teacher_id = $2 or l.substitute_id = $2)),
    'pages', (select coalesce(json_agg(json_build_object('pageId', o.page_id, 'groupName', g.name, 'subject', s.name, 'own', o.own,
        'teachers', coalesce((select string_agg(distinct people.short_name(f.surname, f.given_name, f.patronymic), ', ') from planning.load d
          join people.person f on f.school_id = $1 and f.person_id = d.teacher_id
          where d.school_id = $1 and d.page_id = o.page_id and d.from_day <= $3 and (d.to_day is null or d.to_day >= $3)), ''))
        order by o.grade_level, g.name collate public.ru, s.name collate public.ru, o.page_id), '[]')
      from open o join people.study_group g on g.school_id = $1 and g.group_id = o.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = o.subject_id)
  )::text as pages`,
);

/** The person's lessons of today and every page of the journal that is open to them. */
export async function myPages({ tx, actor }: Context): Promise<JsonText> {
  permit(actor, JOURNAL_ACTS, myPagesRoute.act, { self: true });
  const school = mayReach(actor, JOURNAL_ACTS, "journal.page.read", "school");
  const ownClass = mayReach(actor, JOURNAL_ACTS, "journal.page.read", "own_class");
  const row = await tx.row(MY_PAGES, [actor.schoolId, actor.personId, actor.today, school, ownClass]);
  return new JsonText(row!.pages);
}
