-- Which columns of a file stood for what, as the teacher chose them last.
create table planning.import_mapping (
  school_id int not null, person_id int not null, mapping jsonb not null,
  primary key (school_id, person_id), foreign key (school_id, person_id) references people.person
);
-- The work programme of a page: its name and number, and whether the paper copy is kept in school (000 §11.1).
create table planning.page_programme (
  school_id int not null, page_id int not null, version int not null default 1, set_by int not null, file_id int, paper_copy boolean not null default false,
  set_at timestamptz not null, programme text not null default '',
  primary key (school_id, page_id), foreign key (school_id, page_id) references timetable.page
);

-- The curriculum (учебный план) of a year: approved by the director on a day, a draft while approved_on is null.
create table planning.curriculum (
  school_id int not null, year smallint not null, version int not null default 1, set_by int not null, approved_by int, approved_on date,
  set_at timestamptz not null, order_ref text not null default '',
  primary key (school_id, year), foreign key (school_id, year) references timetable.school_year
);
create table planning.curriculum_line (
  school_id int not null, year smallint not null, grade_level smallint not null, subject_id int not null, year_hours smallint not null, weekly_hours numeric(5, 2) not null,
  primary key (school_id, year, grade_level, subject_id),
  foreign key (school_id, year) references planning.curriculum, foreign key (school_id, subject_id) references timetable.subject
);
-- A class of individual curricula: each pupil of it has a list of subjects of their own.
create table planning.individual_class (
  school_id int not null, class_id int not null, version int not null default 1, set_by int not null, is_individual boolean not null default true, set_at timestamptz not null,
  primary key (school_id, class_id), foreign key (school_id, class_id) references people.school_class
);
create table planning.pupil_subject (
  school_id int not null, class_id int not null, pupil_id int not null, subject_id int not null,
  primary key (school_id, class_id, pupil_id, subject_id), foreign key (school_id, class_id) references planning.individual_class,
  foreign key (school_id, pupil_id) references people.pupil, foreign key (school_id, subject_id) references timetable.subject
);
-- The order on tariffication (приказ по тарификации) of a year.
create table planning.tariffication (
  school_id int not null, year smallint not null, version int not null default 1, set_by int not null, order_on date not null, set_at timestamptz not null, order_no text not null,
  primary key (school_id, year), foreign key (school_id, year) references timetable.school_year
);

-- The homeroom teacher's plan of events with the class outside lessons, a month at a time; `month` is its first day.
create table planning.class_event_month (
  school_id int not null, class_id int not null, month date not null check (extract(day from month) = 1), version int not null default 1, set_by int not null, set_at timestamptz not null,
  primary key (school_id, class_id, month), foreign key (school_id, class_id) references people.school_class
);
create table planning.class_event (
  school_id int not null, class_id int not null, month date not null, place smallint not null, day date, title text not null check (title <> ''), note text not null default '',
  primary key (school_id, class_id, month, place), foreign key (school_id, class_id, month) references planning.class_event_month
);

grant select, insert, update on all tables in schema planning to parta_app;
grant delete on planning.curriculum_line, planning.pupil_subject, planning.class_event to parta_app;
do $$ declare t text; begin
  foreach t in array array['import_mapping', 'page_programme', 'curriculum', 'curriculum_line', 'individual_class', 'pupil_subject', 'tariffication', 'class_event_month', 'class_event'] loop
    execute format('alter table planning.%I enable row level security', t);
    execute format('create policy tenant on planning.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
