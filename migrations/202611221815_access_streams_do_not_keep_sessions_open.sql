-- A stream of events asks whether its session lives (`p_quiet`) and does not prolong it: an open diary that nobody touches ends by the norm of idleness.
-- A session also ends with the tie of its account to the person. How it was tried on a copy: no table is touched.
drop function access.open_session(bytea, timestamptz);
create function access.open_session(p_token_hash bytea, p_now timestamptz, p_quiet boolean default false) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s record; idle interval; today date;
begin
  select e.*, c.timezone into s from access.session e join access.school c using (school_id)
    join access.account a using (account_id) join access.account_person t using (account_id, school_id, person_id)
    where e.token_hash = p_token_hash and e.idle_until > p_now and a.closed_at is null;
  if not found then return null; end if;
  perform set_config('app.school', s.school_id::text, true);
  today := (p_now at time zone s.timezone)::date;
  if not p_quiet and s.seen_at < p_now - interval '1 minute' then
    idle := (regulation.norm_on(s.school_id, 'identity.idle_timeout', today) #>> '{}')::interval;
    update access.session set seen_at = p_now, idle_until = p_now + idle where session_id = s.session_id;
  end if;
  return json_build_object('sessionId', s.session_id, 'accountId', s.account_id, 'schoolId', s.school_id, 'personId', s.person_id,
    'timezone', s.timezone, 'today', today,
    'roles', (select coalesce(json_agg(distinct role), '[]') from access.role_grant r
      where r.school_id = s.school_id and r.person_id = s.person_id and r.from_day <= today and (r.to_day is null or r.to_day >= today)));
end $$;
revoke execute on function access.open_session(bytea, timestamptz, boolean) from public;
grant execute on function access.open_session(bytea, timestamptz, boolean) to parta_app;

-- The check of a chain sees what the asker sees: under the application's role the chains of its own school only.
alter function ledger.broken_at(int, int) security invoker;
