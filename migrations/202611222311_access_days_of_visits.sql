-- On which days a person worked in Parta: whoever signed in, or was seen by a living session. Written by the session's own note, once a minute at most,
-- and a row a day: no request of the journal pays for it. Sessions themselves are forgotten a day after their end.
-- How it was tried on a copy: living sessions give their days, earlier days are not known.
create table access.visit_day (
  school_id int not null references access.school, day date not null, person_id int not null,
  primary key (school_id, day, person_id)
);
alter table access.visit_day enable row level security;
create policy tenant on access.visit_day using (school_id = (select current_setting('app.school')::int));
grant select on access.visit_day to parta_app;

create function access.note_visit() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.visit_day (school_id, day, person_id)
    select new.school_id, (new.seen_at at time zone s.timezone)::date, new.person_id from access.school s where s.school_id = new.school_id
    on conflict do nothing;
  return null;
end $$;
revoke execute on function access.note_visit() from public;
create trigger session_begins_a_visit after insert on access.session for each row execute function access.note_visit();
create trigger session_is_seen after update of seen_at on access.session for each row when (new.seen_at <> old.seen_at) execute function access.note_visit();

insert into access.visit_day (school_id, day, person_id)
select e.school_id, (t.at at time zone s.timezone)::date, e.person_id from access.session e join access.school s using (school_id)
cross join lateral (values (e.created_at), (e.seen_at)) as t (at) on conflict do nothing;
