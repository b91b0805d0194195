-- year is the calendar year in which the school year starts: 2026 is 2026/27
create table timetable.school_year (
  school_id int not null references access.school, year smallint not null, starts_on date not null, ends_on date not null,
  days_per_week smallint not null default 5,
  primary key (school_id, year), check (starts_on < ends_on)
);
create table timetable.term (
  school_id int not null, year smallint not null, grade_level smallint not null, term smallint not null,
  starts_on date not null, ends_on date not null, kind text not null check (kind in ('quarter', 'half_year', 'trimester')),
  primary key (school_id, year, grade_level, term), foreign key (school_id, year) references timetable.school_year, check (starts_on <= ends_on)
);
create table timetable.holidays (
  school_id int not null, year smallint not null, starts_on date not null, ends_on date not null, name text not null,
  primary key (school_id, year, starts_on), foreign key (school_id, year) references timetable.school_year, check (starts_on <= ends_on)
);
create table timetable.bell_schedule (
  school_id int not null references access.school, bell_schedule_id int not null, is_usual boolean not null default false, name text not null,
  primary key (school_id, bell_schedule_id)
);
create table timetable.bell_slot (
  school_id int not null, bell_schedule_id int not null, shift smallint not null, slot smallint not null, starts time not null, ends time not null,
  primary key (school_id, bell_schedule_id, shift, slot), foreign key (school_id, bell_schedule_id) references timetable.bell_schedule, check (starts < ends)
);
-- days that differ from the usual week: a day off, a working Saturday that follows another weekday's timetable, a day of short bells
create table timetable.calendar_day (
  school_id int not null references access.school, day date not null, bell_schedule_id int, as_weekday smallint, is_study boolean not null, name text not null default '',
  primary key (school_id, day), foreign key (school_id, bell_schedule_id) references timetable.bell_schedule
);
create table timetable.subject (
  school_id int not null references access.school, subject_id int not null, name text not null, primary key (school_id, subject_id), unique (school_id, name)
);
create table timetable.room (
  school_id int not null references access.school, room_id int not null, capacity int, name text not null, primary key (school_id, room_id), unique (school_id, name)
);
-- a page of the journal: a group and a subject in a year
create table timetable.page (
  school_id int not null references access.school, page_id int not null, group_id int not null, subject_id int not null,
  year smallint not null, grade_level smallint not null, shift smallint not null default 1, kind text not null default 'class',
  primary key (school_id, page_id), unique (school_id, year, group_id, subject_id, page_id),
  foreign key (school_id, group_id) references people.study_group, foreign key (school_id, subject_id) references timetable.subject
);
create index page_group on timetable.page (school_id, group_id);
-- the timetable template: the repeating week, with dates of effect
create table timetable.weekly_lesson (
  school_id int not null, page_id int not null, teacher_id int not null, room_id int, from_day date not null, to_day date, weekday smallint not null check (weekday between 1 and 7), slot smallint not null,
  primary key (school_id, page_id, weekday, slot, teacher_id, from_day),
  foreign key (school_id, page_id) references timetable.page, foreign key (school_id, teacher_id) references people.person, foreign key (school_id, room_id) references timetable.room
);
-- a dated lesson; state: 0 as planned, 1 cancelled. Made by the planner in bulk, changes seldom.
create table timetable.lesson (
  school_id int not null, page_id int not null, lesson_id int not null, day date not null, teacher_id int not null, substitute_id int,
  room_id int, version int not null default 1, slot smallint not null, term smallint not null, state smallint not null default 0,
  primary key (school_id, page_id, lesson_id),
  foreign key (school_id, page_id) references timetable.page, foreign key (school_id, teacher_id) references people.person,
  foreign key (school_id, substitute_id) references people.person, foreign key (school_id, room_id) references timetable.room
) with (fillfactor = 90);
create index lesson_page_day on timetable.lesson (school_id, page_id, day);
create index lesson_day on timetable.lesson (school_id, day);
-- what was changed in a dated lesson: substitution, cancellation, move, room; the row before stays readable
create table timetable.lesson_change (
  school_id int not null, page_id int not null, lesson_id int not null, change_no int not null, made_by int not null,
  before_day date not null, before_teacher_id int not null, before_substitute_id int, before_room_id int, before_slot smallint not null,
  made_at timestamptz not null, kind text not null check (kind in ('substituted', 'cancelled', 'restored', 'moved', 'room')), reason text not null default '',
  primary key (school_id, page_id, lesson_id, change_no), foreign key (school_id, page_id, lesson_id) references timetable.lesson
);

grant select, insert, update on all tables in schema timetable to parta_app;
grant delete on timetable.weekly_lesson, timetable.lesson, timetable.holidays, timetable.calendar_day, timetable.bell_slot, timetable.term to parta_app;
