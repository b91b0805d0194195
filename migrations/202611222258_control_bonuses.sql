-- By what work with the journal is rewarded, and whom the deputy proposes (004 §4.1.3, 4.3.3, 4.8.4; 002 П6 18). How it was tried on a copy: new tables only.
-- Every edition of the criteria stays; the last stands. weights: the weight of each metric.
create table control.incentive_criteria (
  school_id int not null references access.school, edition int not null, set_by int not null, set_at timestamptz not null, weights jsonb not null, text text not null default '',
  primary key (school_id, edition)
);
create table control.bonus_submission (
  school_id int not null references access.school, submission_id int not null, made_by int not null, decided_by int, version int not null default 1,
  from_day date not null, to_day date not null, made_at timestamptz not null, decided_at timestamptz,
  state text not null default 'sent' check (state in ('sent', 'approved', 'returned')), text text not null default '', answer text not null default '',
  primary key (school_id, submission_id), check (from_day <= to_day), foreign key (school_id, made_by) references people.person
);
-- figures: the metrics as they stood when the submission was sent; they are not counted anew
create table control.bonus_line (
  school_id int not null, submission_id int not null, teacher_id int not null, figures jsonb not null, reason text not null default '',
  primary key (school_id, submission_id, teacher_id), foreign key (school_id, submission_id) references control.bonus_submission,
  foreign key (school_id, teacher_id) references people.person
);
do $$ declare t text; begin
  foreach t in array array['incentive_criteria', 'bonus_submission', 'bonus_line'] loop
    execute format('alter table control.%I enable row level security', t);
    execute format('create policy tenant on control.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
grant select, insert on control.incentive_criteria, control.bonus_submission, control.bonus_line to parta_app;
grant update (state, version, answer, decided_by, decided_at) on control.bonus_submission to parta_app;
