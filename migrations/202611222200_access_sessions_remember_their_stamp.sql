-- A session's stamp changes with everything its actor is made of but the day: the roles, the account, its tie to the person, the zone of the school.
-- A request whose actor was read before asks one row, «does the stamp stand», instead of reading the actor anew.
-- How it was tried on a copy: sessions get 0, nobody is signed out.
alter table access.session add column stamp int not null default 0;
create index session_person on access.session (school_id, person_id);

create function access.restamp_account() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set stamp = stamp + 1 from changed c where s.account_id = c.account_id;
  return null;
end $$;
create function access.restamp_person() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set stamp = stamp + 1 from changed c where s.school_id = c.school_id and s.person_id = c.person_id;
  return null;
end $$;
create function access.restamp_school() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set stamp = stamp + 1 from changed c where s.school_id = c.school_id;
  return null;
end $$;

create trigger account_restamps after update on access.account referencing new table as changed for each statement execute function access.restamp_account();
create trigger tie_ends_restamps after delete on access.account_person referencing old table as changed for each statement execute function access.restamp_account();
create trigger tie_moves_restamps after update on access.account_person referencing old table as changed for each statement execute function access.restamp_account();
create trigger role_comes_restamps after insert on access.role_grant referencing new table as changed for each statement execute function access.restamp_person();
create trigger role_changes_restamps after update on access.role_grant referencing old table as changed for each statement execute function access.restamp_person();
create trigger role_goes_restamps after delete on access.role_grant referencing old table as changed for each statement execute function access.restamp_person();
create trigger school_restamps after update on access.school referencing new table as changed for each statement execute function access.restamp_school();
revoke execute on function access.restamp_account(), access.restamp_person(), access.restamp_school() from public;

create or replace function access.open_session(p_token_hash bytea, p_now timestamptz, p_quiet boolean default false) returns json
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
  return json_build_object('sessionId', s.session_id, 'stamp', s.stamp, 'accountId', s.account_id, 'schoolId', s.school_id, 'personId', s.person_id,
    'timezone', s.timezone, 'today', today,
    'roles', (select coalesce(json_agg(distinct role), '[]') from access.role_grant r
      where r.school_id = s.school_id and r.person_id = s.person_id and r.from_day <= today and (r.to_day is null or r.to_day >= today)));
end $$;
