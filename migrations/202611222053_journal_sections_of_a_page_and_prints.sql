-- Sections of the journal of an extended-day group: the regime by term (about = the term), the health of a pupil (about = the pupil).
create table journal.page_section (
  school_id int not null references access.school, page_id int not null, about int not null, set_by int not null, version int not null default 1,
  set_at timestamptz not null, section text not null check (section in ('regime', 'health')), body text not null,
  primary key (school_id, page_id, section, about), foreign key (school_id, page_id) references timetable.page
);
-- The year-end print of a page: when, by whom.
create table journal.page_print (
  school_id int not null references access.school, page_id int not null, printed_by int not null, printed_at timestamptz not null,
  primary key (school_id, page_id), foreign key (school_id, page_id) references timetable.page
);
grant select, insert, update on journal.page_section, journal.page_print to parta_app;
do $$ declare t text; begin
  foreach t in array array['page_section', 'page_print'] loop
    execute format('alter table journal.%I enable row level security', t);
    execute format('create policy tenant on journal.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
