-- Which bells ring on a day: the day's own variant, else the usual one.
create function timetable.bells_of(p_school int, p_day date) returns int language plpgsql stable as $$
begin
  return coalesce(
    (select bell_schedule_id from timetable.calendar_day where school_id = p_school and day = p_day),
    (select bell_schedule_id from timetable.bell_schedule where school_id = p_school and is_usual order by bell_schedule_id limit 1));
end $$;

-- When the last lesson of a group's classes ends on a day: the lessons of every group of these classes count, cancelled ones do not.
create function timetable.class_day_ends(p_school int, p_group int, p_day date) returns time language plpgsql stable as $$
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
      join timetable.page p on p.school_id = p_school and p.group_id = g.group_id
      join timetable.lesson l on l.school_id = p_school and l.page_id = p.page_id and l.day = p_day and l.state = 0
      join timetable.bell_slot b on b.school_id = p_school and b.bell_schedule_id = bells and b.shift = p.shift and b.slot = l.slot);
end $$;
