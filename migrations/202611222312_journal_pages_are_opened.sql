-- Who opened which page of the journal on which day (004 §4.9.4): first and last time, and how often. The screen says so when a person opens the page;
-- copies that a device fetches ahead are not openings. A save of the journal does not touch it.
create table journal.page_visit (
  school_id int not null references access.school, page_id int not null, person_id int not null, day date not null, times int not null default 1,
  first_at timestamptz not null, last_at timestamptz not null,
  primary key (school_id, page_id, person_id, day), foreign key (school_id, page_id) references timetable.page
);
alter table journal.page_visit enable row level security;
create policy tenant on journal.page_visit using (school_id = (select current_setting('app.school')::int));
grant select, insert, update on journal.page_visit to parta_app;
