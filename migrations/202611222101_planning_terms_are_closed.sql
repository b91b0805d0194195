-- A closed term of a page takes no marks, absences or term marks of the teacher. `open_through`: opened again by a deputy, through that day inclusive.
-- term: 1 to 6 the terms of the year, 20 the year with the examination and the final mark.
create table planning.closed_term (
  school_id int not null, page_id int not null, closed_by int not null, reopened_by int, version int not null default 1,
  closed_on date not null, open_through date, term smallint not null, closed_at timestamptz not null, reason text,
  primary key (school_id, page_id, term), foreign key (school_id, page_id) references timetable.page
);

-- the director's order with the last day of a term's marks for a grade (002 П2 §2.12, 004 §4.14.9)
create table planning.attestation_order (
  school_id int not null references access.school, set_by int not null, version int not null default 1, due_on date not null,
  year smallint not null, grade_level smallint not null, term smallint not null, set_at timestamptz not null, order_ref text not null,
  primary key (school_id, year, grade_level, term)
);

grant select, insert, update on planning.closed_term, planning.attestation_order to parta_app;
do $$ declare t text; begin
  foreach t in array array['closed_term', 'attestation_order'] loop
    execute format('alter table planning.%I enable row level security', t);
    execute format('create policy tenant on planning.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
