-- The kinds of lesson of a school («вид учебного занятия», 000 §10.6).
create table journal.lesson_kind (
  school_id int not null references access.school, lesson_kind smallint not null, code text not null, name text not null,
  primary key (school_id, lesson_kind), unique (school_id, code)
);

insert into journal.lesson_kind (school_id, lesson_kind, code, name)
select s.school_id, r.* from access.school s cross join (values
  (1::smallint, 'new', 'Изучение нового'),
  (2, 'practice', 'Закрепление'),
  (3, 'mixed', 'Комбинированный урок'),
  (4, 'review', 'Повторение и обобщение'),
  (5, 'control', 'Контроль знаний'),
  (6, 'laboratory', 'Практическое занятие'),
  (7, 'excursion', 'Экскурсия'),
  (8, 'consultation', 'Консультация')) as r;

-- What rarely stands beside topic and homework. It has the version of the lesson's note: both are written by one statement.
create table journal.lesson_detail (
  school_id int not null, page_id int not null, lesson_id int not null, lesson_kind smallint, minutes smallint check (minutes > 0), due_on date, tasks text,
  primary key (school_id, page_id, lesson_id), foreign key (school_id, lesson_kind) references journal.lesson_kind
);

-- Who set the homework and when, and when the lesson was first written: null in rows older than this, for which set_by and set_at stand.
-- signs: 1 the lesson was written late, 2 the homework was, by the norms of that day.
alter table journal.lesson_note add column homework_by int, add column homework_at timestamptz, add column entered_at timestamptz;

grant select, insert, update on journal.lesson_kind, journal.lesson_detail to parta_app;
do $$ declare t text; begin
  foreach t in array array['lesson_kind', 'lesson_detail'] loop
    execute format('alter table journal.%I enable row level security', t);
    execute format('create policy tenant on journal.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
