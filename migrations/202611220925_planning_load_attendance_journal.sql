create table planning.load (
  school_id int not null, page_id int not null, teacher_id int not null, from_day date not null, to_day date, weekly_hours numeric(5, 2) not null,
  primary key (school_id, page_id, teacher_id, from_day),
  foreign key (school_id, page_id) references timetable.page, foreign key (school_id, teacher_id) references people.person
);
create index load_teacher on planning.load (school_id, teacher_id, page_id);

-- Marks and absences have no foreign keys to the lesson and the pupil: the verb has read both in its own transaction, and a key check would lock the lesson row of every save.
-- signs: bits of what the grid draws beside the value (1 late by the norm of that day).
create table attendance.absence (
  school_id int not null, page_id int not null, lesson_id int not null, pupil_id int not null, lesson_day date not null, set_by int not null, version int not null default 1,
  kind smallint not null, signs smallint not null default 0, reason smallint, set_at timestamptz not null,
  primary key (school_id, page_id, lesson_id, pupil_id) include (kind, version, signs, lesson_day)
) with (fillfactor = 90, autovacuum_vacuum_insert_scale_factor = 0.02);

create table journal.work_type (
  school_id int not null references access.school, work_type smallint not null, weight smallint not null default 1, code text not null, name text not null,
  primary key (school_id, work_type), unique (school_id, code)
);
create table journal.lesson_note (
  school_id int not null, page_id int not null, lesson_id int not null, day date not null, version int not null default 1, set_by int not null,
  work_type smallint, signs smallint not null default 0, set_at timestamptz not null, topic text, homework text,
  primary key (school_id, page_id, lesson_id), foreign key (school_id, work_type) references journal.work_type
) with (fillfactor = 80);
create table journal.mark (
  school_id int not null, page_id int not null, lesson_id int not null, pupil_id int not null, lesson_day date not null, set_by int not null, version int not null default 1,
  work_no smallint not null default 0, value smallint, signs smallint not null default 0, set_at timestamptz not null,
  primary key (school_id, page_id, lesson_id, pupil_id, work_no) include (value, version, signs, lesson_day)
) with (fillfactor = 90, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02);
create table journal.term_mark (
  school_id int not null, page_id int not null, pupil_id int not null, set_by int not null, version int not null default 1,
  term smallint not null, value smallint, set_at timestamptz not null,
  primary key (school_id, page_id, term, pupil_id)
);

grant select, insert, update on all tables in schema planning, attendance, journal to parta_app;
