-- The reasons of absence of a school. `kind` is what a lesson with that reason shows: 1 absent, 2 ill; `sign` is what the class's page writes.
create table attendance.reason (
  school_id int not null references access.school, reason smallint not null, kind smallint not null default 1 check (kind in (1, 2)), excused boolean not null,
  code text not null, name text not null, sign text not null,
  primary key (school_id, reason), unique (school_id, code)
);

insert into attendance.reason (school_id, reason, kind, excused, code, name, sign)
select s.school_id, r.* from access.school s cross join (values
  (1::smallint, 2::smallint, true, 'illness', 'Болезнь', 'б'),
  (2, 1, true, 'parents', 'По заявлению родителей', 'з'),
  (3, 1, true, 'contest', 'Соревнования, олимпиада', 'с'),
  (4, 1, true, 'order', 'По приказу', 'п'),
  (5, 1, false, 'unexcused', 'Неуважительная', 'ну'),
  (6, 1, false, 'unknown', 'Не выяснена', 'в')) as r;

-- An absence of several days, entered once and written to every lesson of these days.
create table attendance.absence_span (
  school_id int not null references access.school, span_id int not null, pupil_id int not null, from_day date not null, to_day date not null,
  set_by int not null, version int not null default 1, reason smallint not null, is_removed boolean not null default false, set_at timestamptz not null,
  primary key (school_id, span_id), check (from_day <= to_day),
  foreign key (school_id, pupil_id) references people.pupil, foreign key (school_id, reason) references attendance.reason,
  exclude using gist (school_id with =, pupil_id with =, daterange(from_day, to_day, '[]') with &&) where (not is_removed)
);

-- Who gave the reason stands beside who marked the absence (set_by); span_id names the span that wrote the row and still stands behind it.
-- signs: 1 late by the norm of that day, 2 a reason is given, 4 the absence itself was written by the span.
alter table attendance.absence add column reason_by int, add column span_id int;

grant select, insert, update on attendance.reason, attendance.absence_span to parta_app;
do $$ declare t text; begin
  foreach t in array array['reason', 'absence_span'] loop
    execute format('alter table attendance.%I enable row level security', t);
    execute format('create policy tenant on attendance.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
