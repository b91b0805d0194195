create schema if not exists control;
grant usage on schema control to parta_app;

-- What was done of a duty and what its controller said of it, step by step: nothing here is ever changed or taken away.
-- about_id: the class, page, person, pupil or matter that the duty is about, 0 the school; day: the first day of the month, week, term, year it is about.
create table control.duty_step (
  school_id int not null references access.school, about_id int not null, made_by int not null, day date not null, step_no smallint not null check (step_no > 0),
  made_at timestamptz not null, kind text not null, step text not null check (step in ('done', 'accepted', 'returned')), note text not null default '', document text not null default '',
  primary key (school_id, kind, about_id, day, step_no)
);

-- Things of the day from which a term runs: an enquiry, a request, a breach, a leak, an application. `began_at` where the term is counted in hours.
create table control.matter (
  school_id int not null references access.school, matter_id int not null, opened_by int not null, owner_id int, day date not null,
  began_at timestamptz not null, opened_at timestamptz not null, kind text not null, title text not null check (title <> ''),
  primary key (school_id, matter_id), foreign key (school_id, owner_id) references people.person
);

grant select, insert on control.duty_step, control.matter to parta_app;
do $$ declare t text; begin
  foreach t in array array['duty_step', 'matter'] loop
    execute format('alter table control.%I enable row level security', t);
    execute format('create policy tenant on control.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
