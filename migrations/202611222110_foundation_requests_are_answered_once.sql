-- A request that changes something may come twice: its answer was lost on the way and the device asks again. The device gives every
-- request a key; the first answer is kept with it in the transaction of the change, and a repeated request is given that answer.
-- How it was tried on a copy: a new table and functions, no table with rows is touched.

-- print: what the request was (method, address, body) as 16 bytes of a hash, so that one key is never two requests.
create table ledger.request (
  school_id int not null, person_id int not null, request_key uuid not null, print uuid not null, at timestamptz not null, answer text not null,
  primary key (school_id, person_id, request_key)
);
alter table ledger.request enable row level security;
create policy tenant on ledger.request using (school_id = (select current_setting('app.school')::int));
grant select, insert on ledger.request to parta_app;

-- Deletes answers older than the instant, in every school; says how many.
create function ledger.forget_requests(p_before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone bigint;
begin
  delete from ledger.request where at < p_before;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- As before; and where the device wrote the value down earlier than it came (`app.entered`), the audit row says when.
-- An answer that is known before the write (`p_answer`) is kept here, in the same statement, under the key of the request (`app.request`).
drop function ledger.record(int, int, int, timestamptz, text, text, text, text);
create function ledger.record(
  p_school int, p_stream int, p_actor int, p_at timestamptz, p_act text, p_body text, p_topic text, p_event text, p_answer text default null
) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  n int; h bytea; told text := p_body;
  entered text := current_setting('app.entered', true);
  request text;
  act_no smallint := coalesce((select c.code_no from ledger.code c where c.code = p_act), ledger.code_no(p_act));
begin
  if p_school is distinct from current_setting('app.school')::int then
    raise exception 'ledger.record of school % under school %', p_school, current_setting('app.school') using errcode = 'insufficient_privilege';
  end if;
  if entered <> '' then told := left(p_body, -1) || case when length(p_body) > 2 then ',' else '' end || '"entered":"' || entered || '"}'; end if;
  loop
    update ledger.head set seq = seq + 1, hash = ledger.row_hash(hash, p_school, p_stream, seq + 1, p_actor, p_at, act_no, told)
      where school_id = p_school and stream = p_stream returning seq, hash into n, h;
    exit when found;
    insert into ledger.head (school_id, stream, seq, hash) values (p_school, p_stream, 0, ''::bytea) on conflict do nothing;
  end loop;
  insert into ledger.audit (school_id, stream, seq, actor, at, act, body, hash) values (p_school, p_stream, n, p_actor, p_at, act_no, told, h);
  if p_topic is not null then
    insert into ledger.outbox (school_id, kind, at, body)
      values (p_school, coalesce((select c.code_no from ledger.code c where c.code = p_topic), ledger.code_no(p_topic)), p_at, p_event);
  end if;
  if p_answer is not null then
    request := current_setting('app.request', true);
    if request <> '' then
      insert into ledger.request (school_id, person_id, request_key, print, at, answer)
        values (p_school, p_actor, left(request, 36)::uuid, right(request, 36)::uuid, p_at, p_answer);
    end if;
  end if;
  return n;
end $$;
-- Names the request of this transaction to the ledger: its key, what it is, when its value was written down on the device (null: when it came).
-- False when the key was answered before.
create function ledger.begin_request(p_school int, p_person int, p_key uuid, p_print uuid, p_entered text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('app.request', p_key || ' ' || p_print, true), set_config('app.entered', coalesce(p_entered, ''), true);
  return not exists (select from ledger.request where school_id = p_school and person_id = p_person and request_key = p_key);
end $$;

-- The same for a session just opened: gives it back as it is, or with what was answered under the key, and whether it was this very request.
create function ledger.open_request(p_opened json, p_key uuid, p_print uuid, p_entered text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare school int := (p_opened ->> 'schoolId')::int; person int := (p_opened ->> 'personId')::int; before record;
begin
  if p_opened is null or ledger.begin_request(school, person, p_key, p_print, p_entered) then return p_opened; end if;
  select print, answer into before from ledger.request where school_id = school and person_id = person and request_key = p_key;
  return json_build_object('actor', p_opened, 'same', before.print = p_print, 'answer', before.answer);
end $$;
revoke execute on all functions in schema ledger from public;
grant execute on all functions in schema ledger to parta_app;
revoke execute on function ledger.refuse_change() from parta_app;
