-- How a work is checked: its marks have deadlines of their own (marks.oral_due, marks.written_due, marks.control_due).
alter table journal.work_type
  add column form text not null default 'written' check (form in ('oral', 'written', 'control')),
  add column is_closed boolean not null default false,
  add column version int not null default 1,
  add constraint work_type_fits_a_mark check (work_type between 1 and 1023);
update journal.work_type set form = 'oral' where code = 'УО';
update journal.work_type set form = 'control' where code in ('КР', 'Т');
insert into journal.work_type (school_id, work_type, weight, form, code, name)
select s.school_id, coalesce((select max(w.work_type) from journal.work_type w where w.school_id = s.school_id), 0) + 1, 1, 'oral', 'УО', 'Устный ответ'
from access.school s where not exists (select from journal.work_type w where w.school_id = s.school_id and w.code = 'УО');

-- signs of a mark: 1 late by the norm of that day; from 16 on the work the mark was given for. A mark without a work type cannot be saved (002 П4 §4.2.4е).
update journal.mark k set signs = k.signs | (coalesce(n.work_type, w.work_type)::int << 4)::smallint
from journal.work_type w, journal.mark m
left join journal.lesson_note n on n.school_id = m.school_id and n.page_id = m.page_id and n.lesson_id = m.lesson_id
where w.school_id = k.school_id and w.code = 'УО' and m.school_id = k.school_id and m.page_id = k.page_id and m.lesson_id = k.lesson_id and m.pupil_id = k.pupil_id and m.work_no = k.work_no;
alter table journal.mark add constraint mark_has_a_work check (value is null or signs >= 16);

-- The point (the work is awaited) and «unprepared» stand in a cell beside the scales; tokens of a school's own scale are added when its norm is set.
insert into regulation.mark_token values (105, '•'), (106, 'нп');
create function regulation.know_tokens(p_tokens text[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from unnest(p_tokens) t where not exists (select from regulation.mark_token m where m.token = t)) then
    lock table regulation.mark_token in share row exclusive mode;
    insert into regulation.mark_token select (select max(value) from regulation.mark_token) + row_number() over (order by n.t), n.t
      from (select distinct t from unnest(p_tokens) t) n where not exists (select from regulation.mark_token m where m.token = n.t);
  end if;
end $$;
revoke execute on function regulation.know_tokens(text[]) from public;
grant execute on function regulation.know_tokens(text[]) to parta_app;

-- The page's next lesson of a later day that is held, with its beginning by the bells of that day: a double lesson is one meeting of the class.
create function timetable.next_lesson(p_school int, p_page int, p_day date) returns json language sql stable as $$
  select json_build_object('day', l.day, 'starts', (select to_char(b.starts, 'HH24:MI') from timetable.bell_slot b
    where b.school_id = p_school and b.shift = p.shift and b.slot = l.slot and b.bell_schedule_id = coalesce(
      (select d.bell_schedule_id from timetable.calendar_day d where d.school_id = p_school and d.day = l.day),
      (select s.bell_schedule_id from timetable.bell_schedule s where s.school_id = p_school and s.is_usual order by s.bell_schedule_id limit 1))))
  from timetable.lesson l join timetable.page p on p.school_id = p_school and p.page_id = p_page
  where l.school_id = p_school and l.page_id = p_page and l.day > p_day and l.state = 0 order by l.day, l.slot limit 1
$$;

-- Schools that stand already go on by the usual values of the product until they set their own.
insert into regulation.country_norm (country, code, value, act, clause, in_force)
select c.country, n.code, n.value::jsonb, 'Решение продукта', 'акты школы молчат', daterange('2000-01-01', null)
from (select distinct country from access.school) c cross join (values
  ('marks.usual_work', '"УО"'), ('marks.oral_due', '"lesson_date.end"'), ('marks.written_due', '"work_date + 7d"'), ('marks.control_due', '"work_date + 7d"'),
  ('marks.point_due', '"work_date + 14d"'), ('marks.outside_average', '["зч", "нз"]'), ('marks.forbidden', '[]'), ('marks.retake_counts', '"last"'),
  ('marks.attended_without_mark', '2')) as n(code, value)
where not exists (select from regulation.country_norm o where o.country = c.country and o.code = n.code);
