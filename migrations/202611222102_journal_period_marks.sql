-- What the program offered stands beside what the teacher put. signs: 1 after the term of the regulation, 2 without the minimum of current marks.
-- term: 1 to 6 the terms of the year, 20 year, 21 examination, 22 final, 30 and the term's number conduct, 50 conduct of the year.
alter table journal.term_mark add column signs smallint not null default 0, add column proposed smallint;

insert into regulation.mark_token values (107, 'прим'), (108, 'уд'), (109, 'неуд') on conflict do nothing;

-- academic debt: a year's mark that is unsatisfactory or missing, with two attempts
create table journal.academic_debt (
  school_id int not null, page_id int not null, pupil_id int not null, set_by int not null, version int not null default 1,
  opened_on date not null, closed_on date, first_on date, second_on date, value smallint not null, first_value smallint, second_value smallint, set_at timestamptz not null,
  primary key (school_id, page_id, pupil_id)
);
-- the state final attestation of grades 9 and 11 (002 П2 §3.3)
create table journal.state_exam (
  school_id int not null, page_id int not null, pupil_id int not null, set_by int not null, version int not null default 1,
  held_on date not null, value smallint, score smallint, set_at timestamptz not null, form text not null check (form in ('oge', 'ege', 'gve')),
  primary key (school_id, page_id, pupil_id)
);
-- marks that a pupil brought from another school
create table journal.brought_mark (
  school_id int not null, page_id int not null, pupil_id int not null, brought_no int not null, set_by int not null, version int not null default 1,
  day date not null, term smallint not null, value smallint not null, weight smallint not null default 1, counts boolean not null, is_removed boolean not null default false,
  set_at timestamptz not null, source text not null,
  primary key (school_id, page_id, pupil_id, brought_no)
);

grant select, insert, update on journal.academic_debt, journal.state_exam, journal.brought_mark to parta_app;
do $$ declare t text; begin
  foreach t in array array['academic_debt', 'state_exam', 'brought_mark'] loop
    execute format('alter table journal.%I enable row level security', t);
    execute format('create policy tenant on journal.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
