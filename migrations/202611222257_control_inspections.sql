-- Checks of journals as entries: who, when, which pages, what was found (001 §2.3, 003 §3-3, 004 §4.8.2, 4.13.3). Nobody changes or deletes one:
-- a correction is one more entry. How it was tried on a copy: a new table only.
create table control.inspection (
  school_id int not null references access.school, inspection_id int not null, made_by int not null, department_id int, class_id int,
  made_on date not null, from_day date not null, to_day date not null, made_at timestamptz not null,
  kind text not null check (kind in ('deputy', 'director', 'department', 'homeroom')), page_ids int[] not null check (cardinality(page_ids) > 0), findings text not null default '',
  primary key (school_id, inspection_id), check (from_day <= to_day), foreign key (school_id, made_by) references people.person,
  foreign key (school_id, department_id) references people.department
);
create index inspection_kind on control.inspection (school_id, kind, to_day);
alter table control.inspection enable row level security;
create policy tenant on control.inspection using (school_id = (select current_setting('app.school')::int));
grant select, insert on control.inspection to parta_app;
-- a remark given during a check belongs to it
grant update (inspection_id) on control.remark to parta_app;
