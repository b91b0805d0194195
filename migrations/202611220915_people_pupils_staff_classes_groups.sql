create table people.person (
  school_id int not null references access.school, person_id int not null, birth_on date, version int not null default 1,
  surname text not null, given_name text not null default '', patronymic text not null default '', phone text not null default '',
  primary key (school_id, person_id)
);
create table people.staff (
  school_id int not null, person_id int not null, from_day date not null, to_day date, position text not null default '', personnel_no text not null default '',
  primary key (school_id, person_id, from_day), foreign key (school_id, person_id) references people.person
);
create table people.pupil (
  school_id int not null, pupil_id int not null, admitted_on date not null, left_on date, personal_no text not null default '',
  primary key (school_id, pupil_id), foreign key (school_id, pupil_id) references people.person
);
create table people.guardianship (
  school_id int not null, guardian_id int not null, pupil_id int not null, from_day date not null, to_day date, relation text not null default '',
  primary key (school_id, guardian_id, pupil_id, from_day),
  foreign key (school_id, guardian_id) references people.person, foreign key (school_id, pupil_id) references people.pupil
);
create index guardianship_pupil on people.guardianship (school_id, pupil_id);

-- a set of pupils that is taught together: a whole class, a part of it, a stream of several, an elective
create table people.study_group (
  school_id int not null references access.school, group_id int not null, class_id int, year smallint not null,
  kind text not null check (kind in ('class', 'subgroup', 'stream')), name text not null,
  primary key (school_id, group_id)
);
create table people.school_class (
  school_id int not null, class_id int not null, group_id int not null, year smallint not null, grade_level smallint not null, shift smallint not null default 1,
  letter text not null, name text not null,
  primary key (school_id, class_id), unique (school_id, year, name),
  foreign key (school_id, group_id) references people.study_group
);
alter table people.study_group add foreign key (school_id, class_id) references people.school_class deferrable initially deferred;
create index study_group_class on people.study_group (school_id, class_id);
-- which classes a stream gathers
create table people.stream_class (
  school_id int not null, group_id int not null, class_id int not null, primary key (school_id, group_id, class_id),
  foreign key (school_id, group_id) references people.study_group, foreign key (school_id, class_id) references people.school_class
);

-- membership with dates, both inclusive; a pupil who returns has a second row
create table people.member (
  school_id int not null, group_id int not null, pupil_id int not null, from_day date not null, to_day date, order_ref text not null default '',
  primary key (school_id, group_id, pupil_id, from_day),
  foreign key (school_id, group_id) references people.study_group, foreign key (school_id, pupil_id) references people.pupil
);
create index member_pupil on people.member (school_id, pupil_id, group_id);

create table people.homeroom (
  school_id int not null, class_id int not null, teacher_id int not null, from_day date not null, to_day date, order_ref text not null default '',
  primary key (school_id, class_id, teacher_id, from_day),
  foreign key (school_id, class_id) references people.school_class, foreign key (school_id, teacher_id) references people.person
);

-- «Лунёва Т. А.»: how staff are named on a page
create function people.short_name(surname text, given_name text, patronymic text) returns text language sql immutable parallel safe as $$
  select surname || coalesce(' ' || nullif(left(given_name, 1), '') || '.', '') || coalesce(' ' || nullif(left(patronymic, 1), '') || '.', '')
$$;

grant select, insert, update on people.person, people.staff, people.pupil, people.guardianship, people.study_group, people.school_class,
  people.member, people.homeroom to parta_app;
grant select, insert, delete on people.stream_class to parta_app;
