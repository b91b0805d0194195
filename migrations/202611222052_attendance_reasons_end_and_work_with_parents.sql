-- A reason that is not given any more stays with the absences that have it.
alter table attendance.reason add column is_retired boolean not null default false;

-- What was done with the parents about the unexcused lessons of a day. The task itself is not stored: it is the unexcused lessons of the day.
create table attendance.parent_work (
  school_id int not null references access.school, pupil_id int not null, day date not null, noted_by int not null, version int not null default 1,
  noted_at timestamptz not null, note text not null,
  primary key (school_id, pupil_id, day), foreign key (school_id, pupil_id) references people.pupil
);
grant select, insert, update on attendance.parent_work to parta_app;
alter table attendance.parent_work enable row level security;
create policy tenant on attendance.parent_work using (school_id = (select current_setting('app.school')::int));

insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
select s.school_id, ledger.next_ids(s.school_id, 'norm', 1), n.code, n.value::jsonb, 'Настройка школы', 'посещаемость', daterange('2020-09-01', null)
from access.school s cross join (values ('attendance.reason_due', '"lesson_date.end"'), ('attendance.alarm_percent', '30')) as n (code, value);
