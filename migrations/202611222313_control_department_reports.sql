-- The report on the timeliness of a month that a head handed to the deputy (001 §2.4): the figures as they stood then, never changed.
-- How it was tried on a copy: a new table only.
create table control.department_report (
  school_id int not null, department_id int not null, sent_by int not null, month date not null check (extract(day from month) = 1), sent_at timestamptz not null, figures jsonb not null,
  primary key (school_id, department_id, month), foreign key (school_id, department_id) references people.department
);
grant select, insert on control.department_report to parta_app;
alter table control.department_report enable row level security;
create policy tenant on control.department_report using (school_id = (select current_setting('app.school')::int));
