-- What a lesson gives to one pupil: homework of his own and the teacher's comment. Only his diary shows them.
create table journal.pupil_note (
  school_id int not null references access.school, page_id int not null, lesson_id int not null, pupil_id int not null, day date not null, set_by int not null,
  version int not null default 1, set_at timestamptz not null, homework text, comment text,
  primary key (school_id, page_id, lesson_id, pupil_id)
);

grant select, insert, update on journal.pupil_note to parta_app;
alter table journal.pupil_note enable row level security;
create policy tenant on journal.pupil_note using (school_id = (select current_setting('app.school')::int));
