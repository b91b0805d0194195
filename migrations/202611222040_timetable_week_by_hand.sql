-- The repeating week may differ in odd and even weeks: 0 every week, 1 odd, 2 even. The week of the year's first day is the first, an odd one.
alter table timetable.weekly_lesson add column parity smallint not null default 0 check (parity in (0, 1, 2));
alter table timetable.weekly_lesson drop constraint weekly_lesson_pkey;
alter table timetable.weekly_lesson add primary key (school_id, page_id, weekday, slot, teacher_id, parity, from_day);

-- Subjects whose homework takes long: the check of the week lists the days on which several of them meet.
alter table timetable.subject add column long_homework boolean not null default false;

-- Shift 0 holds the hours of clubs, sections and whatever is done after lessons: they are no part of the class's day.
create or replace function timetable.class_day_ends(p_school int, p_group int, p_day date) returns time language plpgsql stable as $$
declare bells int := timetable.bells_of(p_school, p_day);
begin
  return (
    with classes as (
      select class_id from people.study_group where school_id = p_school and group_id = p_group and class_id is not null
      union select class_id from people.stream_class where school_id = p_school and group_id = p_group
    ), groups as (
      select p_group as group_id
      union select g.group_id from people.study_group g join classes c on g.class_id = c.class_id where g.school_id = p_school
      union select s.group_id from people.stream_class s join classes c on s.class_id = c.class_id where s.school_id = p_school
    )
    select max(b.ends) from groups g
      join timetable.page p on p.school_id = p_school and p.group_id = g.group_id and (p.shift > 0 or p.group_id = p_group)
      join timetable.lesson l on l.school_id = p_school and l.page_id = p.page_id and l.day = p_day and l.state = 0
      join timetable.bell_slot b on b.school_id = p_school and b.bell_schedule_id = bells and b.shift = p.shift and b.slot = l.slot);
end $$;
