-- Departments and sectors with their people and heads (001 §2.1-2.4). How it was tried on a copy: new tables only.
create table people.department (
  school_id int not null references access.school, department_id int not null, name text not null check (name <> ''),
  primary key (school_id, department_id), unique (school_id, name)
);
create table people.department_member (
  school_id int not null, department_id int not null, person_id int not null, from_day date not null, to_day date, is_head boolean not null default false,
  primary key (school_id, department_id, person_id, from_day),
  foreign key (school_id, department_id) references people.department, foreign key (school_id, person_id) references people.person
);
create index department_person on people.department_member (school_id, person_id);
grant select, insert, update on people.department, people.department_member to parta_app;
do $$ declare t text; begin
  foreach t in array array['department', 'department_member'] loop
    execute format('alter table people.%I enable row level security', t);
    execute format('create policy tenant on people.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
