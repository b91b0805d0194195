-- The second wall: on every table of a school the application sees only the school of the session.
-- Without app.school the policy fails, it does not open.
do $$ declare t record; begin
  for t in
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped
    where n.nspname in ('access', 'people', 'regulation', 'timetable', 'planning', 'attendance', 'journal', 'ledger')
      and c.relkind in ('r', 'p') and not c.relispartition
      and (n.nspname, c.relname) not in (('access', 'school'), ('access', 'account_person'), ('access', 'session'), ('access', 'demo_sign_in'), ('ledger', 'outbox'), ('ledger', 'feed'))
  loop
    execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
    execute format('create policy tenant on %I.%I using (school_id = (select current_setting(''app.school'')::int))', t.nspname, t.relname);
  end loop;
end $$;

-- Begins the work of a session: checks it, notes that it was seen (once a minute), names its school for the policies.
-- Answers the actor as JSON with the school's day, or null when there is no such session or it stood idle past its end.
create function access.open_session(p_token_hash bytea, p_now timestamptz) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s record; idle interval; today date;
begin
  select e.*, c.timezone into s from access.session e join access.school c using (school_id)
    join access.account a using (account_id)
    where e.token_hash = p_token_hash and e.idle_until > p_now and a.closed_at is null;
  if not found then return null; end if;
  perform set_config('app.school', s.school_id::text, true);
  today := (p_now at time zone s.timezone)::date;
  if s.seen_at < p_now - interval '1 minute' then
    idle := (regulation.norm_on(s.school_id, 'identity.idle_timeout', today) #>> '{}')::interval;
    update access.session set seen_at = p_now, idle_until = p_now + idle where session_id = s.session_id;
  end if;
  return json_build_object('sessionId', s.session_id, 'accountId', s.account_id, 'schoolId', s.school_id, 'personId', s.person_id,
    'timezone', s.timezone, 'today', today,
    'roles', (select coalesce(json_agg(distinct role), '[]') from access.role_grant r
      where r.school_id = s.school_id and r.person_id = s.person_id and r.from_day <= today and (r.to_day is null or r.to_day >= today)));
end $$;
revoke execute on function access.open_session(bytea, timestamptz) from public;
grant execute on function access.open_session(bytea, timestamptz) to parta_app;
