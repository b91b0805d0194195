-- A lesson plan (КТП) of a page: topics in their order with hours and homework. `last_line` is the highest line number ever given:
-- a number is never given twice, so what a lesson was given stays true through edits of the plan.
create table planning.lesson_plan (
  school_id int not null, page_id int not null, version int not null default 1, set_by int not null, last_line int not null default 0,
  set_at timestamptz not null, source text not null default '',
  primary key (school_id, page_id), foreign key (school_id, page_id) references timetable.page
);
create table planning.plan_line (
  school_id int not null, page_id int not null, line_id int not null, place smallint not null, hours smallint not null check (hours > 0),
  is_control boolean not null default false, section text not null default '', topic text not null check (topic <> ''), homework text not null default '',
  primary key (school_id, page_id, line_id), foreign key (school_id, page_id) references planning.lesson_plan
);
create unique index plan_line_place on planning.plan_line (school_id, page_id, place);
-- Which line of the plan a lesson was given. No keys to line and lesson: a line that is gone is simply not given any more, and the verb has read the lesson.
create table planning.given_line (
  school_id int not null references access.school, page_id int not null, lesson_id int not null, line_id int not null,
  primary key (school_id, page_id, lesson_id)
);

grant select, insert, update on planning.lesson_plan, planning.given_line, planning.plan_line to parta_app;
grant delete on planning.plan_line, planning.given_line to parta_app;
do $$ declare t text; begin
  foreach t in array array['lesson_plan', 'plan_line', 'given_line'] loop
    execute format('alter table planning.%I enable row level security', t);
    execute format('create policy tenant on planning.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;

-- Hours a week of a page on a day, by the load of all its teachers: the accumulation of marks hangs on it.
create function planning.weekly_hours(p_school int, p_page int, p_day date) returns numeric language sql stable as $$
  select coalesce(sum(weekly_hours), 0) from planning.load
  where school_id = p_school and page_id = p_page and from_day <= p_day and (to_day is null or to_day >= p_day)
$$;
