-- A page of the journal has a kind; what the kind uses is a norm of the school (journal.kind.*). uses_marks: the page's own word on marks, null as the kind.
alter table timetable.page add column uses_marks boolean;
update timetable.page p set kind = 'subgroup' from people.study_group g where g.school_id = p.school_id and g.group_id = p.group_id and g.kind = 'subgroup' and p.kind = 'class';
alter table timetable.page add constraint page_kind check (kind in ('class', 'subgroup', 'elective', 'optional_course', 'club', 'section', 'extended_day', 'additional_education',
  'home_study', 'family_education', 'extracurricular'));

-- Whether what is held by such a page is a lesson: totals of missed lessons and days count only these.
create function timetable.is_lesson(p_kind text) returns boolean language sql immutable parallel safe as $$
  select p_kind in ('class', 'subgroup', 'elective', 'home_study')
$$;
grant execute on function timetable.is_lesson(text) to parta_app;

-- As before, but a club, an extended-day group or a lesson at home does not lengthen the class's day.
create or replace function timetable.class_day_ends(p_school int, p_group int, p_day date) returns time language plpgsql stable as $$
declare bells int; own_class int;
begin
  select coalesce((select d.bell_schedule_id from timetable.calendar_day d where d.school_id = p_school and d.day = p_day),
      (select s.bell_schedule_id from timetable.bell_schedule s where s.school_id = p_school and s.is_usual order by s.bell_schedule_id limit 1)),
    (select g.class_id from people.study_group g where g.school_id = p_school and g.group_id = p_group)
    into bells, own_class;
  if own_class is not null then
    return (select max(b.ends) from timetable.page p
      join timetable.lesson l on l.school_id = p_school and l.page_id = p.page_id and l.day = p_day and l.state = 0
      join timetable.bell_slot b on b.school_id = p_school and b.bell_schedule_id = bells and b.shift = p.shift and b.slot = l.slot
      where p.school_id = p_school and p.kind in ('class', 'subgroup', 'elective') and p.group_id = any (array(
        select g.group_id from people.study_group g where g.school_id = p_school and g.class_id = own_class
        union all select s.group_id from people.stream_class s where s.school_id = p_school and s.class_id = own_class)));
  end if;
  return (select max(b.ends) from timetable.page p
    join timetable.lesson l on l.school_id = p_school and l.page_id = p.page_id and l.day = p_day and l.state = 0
    join timetable.bell_slot b on b.school_id = p_school and b.bell_schedule_id = bells and b.shift = p.shift and b.slot = l.slot
    where p.school_id = p_school and (p.kind in ('class', 'subgroup', 'elective') or p.group_id = p_group) and p.group_id = any (array(
      select p_group
      union all select g.group_id from people.stream_class c join people.study_group g on g.school_id = p_school and g.class_id = c.class_id
        where c.school_id = p_school and c.group_id = p_group
      union all select s.group_id from people.stream_class c join people.stream_class s on s.school_id = p_school and s.class_id = c.class_id
        where c.school_id = p_school and c.group_id = p_group)));
end $$;

-- A grade that works without marks, by the norm: the pupil's own grade speaks where one page teaches several.
create function timetable.is_unmarked(p_school int, p_group int, p_grade smallint, p_pupil int, p_day date, p_grades jsonb) returns boolean language sql stable as $$
  select p_grades @> to_jsonb(coalesce((select c.grade_level from people.stream_class s join people.school_class c on c.school_id = p_school and c.class_id = s.class_id
    join people.member m on m.school_id = p_school and m.group_id = c.group_id and m.pupil_id = p_pupil and m.from_day <= p_day and (m.to_day is null or m.to_day >= p_day)
    where s.school_id = p_school and s.group_id = p_group limit 1), p_grade))
$$;
grant execute on function timetable.is_unmarked(int, int, smallint, int, date, jsonb) to parta_app;

-- Schools made before begin with what most schools have.
insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
select s.school_id, ledger.next_ids(s.school_id, 'norm', 1), n.code, n.value::jsonb, 'Настройка школы', 'виды журналов', daterange('2020-09-01', null)
from access.school s cross join (values
  ('journal.kind.class', '{"marks":true,"attendance":true,"homework":true,"topics":true,"paper":"electronic_then_print"}'),
  ('journal.kind.subgroup', '{"marks":true,"attendance":true,"homework":true,"topics":true,"paper":"electronic_then_print"}'),
  ('journal.kind.elective', '{"marks":true,"attendance":true,"homework":true,"topics":true,"paper":"electronic"}'),
  ('journal.kind.optional_course', '{"marks":false,"attendance":true,"homework":false,"topics":true,"paper":"electronic"}'),
  ('journal.kind.club', '{"marks":false,"attendance":true,"homework":false,"topics":true,"paper":"electronic"}'),
  ('journal.kind.section', '{"marks":false,"attendance":true,"homework":false,"topics":true,"paper":"electronic"}'),
  ('journal.kind.extended_day', '{"marks":false,"attendance":true,"homework":false,"topics":true,"paper":"electronic"}'),
  ('journal.kind.additional_education', '{"marks":false,"attendance":true,"homework":false,"topics":true,"paper":"electronic"}'),
  ('journal.kind.home_study', '{"marks":true,"attendance":true,"homework":true,"topics":true,"paper":"electronic"}'),
  ('journal.kind.family_education', '{"marks":true,"attendance":false,"homework":false,"topics":false,"paper":"electronic"}'),
  ('journal.kind.extracurricular', '{"marks":false,"attendance":true,"homework":false,"topics":true,"paper":"electronic"}'),
  ('marks.unmarked_grades', '[1]')) as n (code, value);
