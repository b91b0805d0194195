-- What control writes down itself. How it was tried on a copy: new tables only, no table with rows is touched but the list of norms.
create schema if not exists control;
grant usage on schema control to parta_app;

-- A remark to a page of the journal, to a lesson or to a cell. since_seq: how long the page's chain was when the remark was given, so that what
-- was changed after it is found without a search. fixed_at: when the teacher confirmed last; null while the remark is open.
create table control.remark (
  school_id int not null references access.school, remark_id int not null, page_id int not null, lesson_id int, pupil_id int,
  teacher_id int not null, set_by int not null, since_seq int not null, version int not null default 1, inspection_id int,
  set_on date not null, due_on date not null, set_at timestamptz not null, fixed_at timestamptz, settled_at timestamptz,
  state text not null default 'open' check (state in ('open', 'fixed', 'accepted')), text text not null,
  primary key (school_id, remark_id), check (pupil_id is null or lesson_id is not null),
  foreign key (school_id, page_id) references timetable.page, foreign key (school_id, teacher_id) references people.person
);
create index remark_teacher on control.remark (school_id, teacher_id, state);
create index remark_page on control.remark (school_id, page_id) where state <> 'accepted';
create index remark_waits on control.remark (school_id, due_on) where state <> 'accepted';

-- Every step of a remark, in its words: given, confirmed as fixed, returned, accepted.
create table control.remark_step (
  school_id int not null, remark_id int not null, step_no smallint not null, made_by int not null, due_on date not null, made_at timestamptz not null,
  kind text not null check (kind in ('set', 'fixed', 'returned', 'accepted')), text text not null default '',
  primary key (school_id, remark_id, step_no), foreign key (school_id, remark_id) references control.remark
);

do $$ declare t text; begin
  foreach t in array array['remark', 'remark_step'] loop
    execute format('alter table control.%I enable row level security', t);
    execute format('create policy tenant on control.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
-- Nobody deletes a remark, and what it says, where, to whom and when it was given is never changed: the program itself has no right to.
grant select, insert on control.remark, control.remark_step to parta_app;
grant update (state, version, due_on, fixed_at, settled_at) on control.remark to parta_app;

insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
select s.school_id, ledger.next_ids(s.school_id, 'norm', 1), n.code, n.value::jsonb, 'Настройка школы', 'значение при обновлении Парты', daterange('2020-09-01', null)
from access.school s cross join (values ('remarks.term', '"3wd"')) as n (code, value)
where not exists (select from regulation.norm own where own.school_id = s.school_id and own.code = n.code);
