-- What stands under every area: the application's role, the collation of names, local ids,
-- the ledger (audit chained by page, outbox, feed). Scale.md of the founders gave the shapes.

do $$ begin
  if not exists (select from pg_roles where rolname = 'parta_app') then
    create role parta_app nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- two databases of one server migrate at once
end $$;
do $$ begin
  if not pg_has_role(current_user, 'parta_app', 'member') then execute format('grant parta_app to %I', current_user); end if;
end $$;

create extension if not exists btree_gist;
create collation if not exists public.ru (provider = icu, locale = 'ru-RU');

create schema access; create schema people; create schema regulation; create schema timetable;
create schema planning; create schema attendance; create schema journal; create schema ledger;
grant usage on schema access, people, regulation, timetable, planning, attendance, journal, ledger to parta_app;

-- pg-boss makes its own tables here under the application's role
create schema jobs authorization parta_app;

-- acts and event topics as small numbers; a reference table, the same for every school
create table ledger.code (code_no smallint primary key generated always as identity, code text not null unique);

-- last number given per school and kind of thing; ids are int, local to the school
create table ledger.local_id (school_id int not null, thing text not null, last int not null, primary key (school_id, thing));

create table ledger.head (
  school_id int not null, stream int not null, seq int not null, hash bytea not null,
  primary key (school_id, stream)
) with (fillfactor = 50);

create table ledger.audit (
  school_id int not null, stream int not null, seq int not null, actor int not null,
  at timestamptz not null, act smallint not null, body text not null, hash bytea not null,
  primary key (school_id, stream, seq, at)
) partition by range (at);

create table ledger.outbox (
  id bigint generated always as identity primary key,
  school_id int not null, kind smallint not null, at timestamptz not null, body text not null
);

-- the outbox in the order of its commit, without gaps: written by one pump at a time, read by every server process
create table ledger.feed (
  feed_id bigint primary key, school_id int not null, kind smallint not null, at timestamptz not null, body text not null
);
create table ledger.feed_head (one boolean primary key default true check (one), last bigint not null);
insert into ledger.feed_head (last) values (0);

-- Makes the monthly partitions of the audit that cover the two days; says how many were made.
create function ledger.make_partitions(p_from date, p_to date) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m date := date_trunc('month', p_from)::date; made int := 0; part text;
begin
  perform pg_advisory_xact_lock(7301, 1);
  while m <= p_to loop
    part := 'audit_' || to_char(m, 'YYYY_MM');
    if to_regclass('ledger.' || part) is null then
      execute format('create table ledger.%I partition of ledger.audit for values from (%L) to (%L)',
        part, m::text || ' 00:00:00+00', (m + interval '1 month')::date::text || ' 00:00:00+00');
      made := made + 1;
    end if;
    m := (m + interval '1 month')::date;
  end loop;
  return made;
end $$;
select ledger.make_partitions((now() - interval '13 months')::date, (now() + interval '3 months')::date);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.audit is insert only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_is_insert_only before update or delete on ledger.audit for each row execute function ledger.refuse_change();
create trigger audit_is_not_truncated before truncate on ledger.audit for each statement execute function ledger.refuse_change();

create function ledger.code_no(p_code text) returns smallint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare no smallint;
begin
  select c.code_no into no from ledger.code c where c.code = p_code;
  if no is null then
    insert into ledger.code (code) values (p_code) on conflict (code) do nothing;
    select c.code_no into no from ledger.code c where c.code = p_code;
  end if;
  return no;
end $$;

create function ledger.row_hash(p_previous bytea, p_school int, p_stream int, p_seq int, p_actor int, p_at timestamptz, p_act smallint, p_body text)
returns bytea language sql immutable parallel safe as $$
  select sha256(p_previous || convert_to(
    p_school || '|' || p_stream || '|' || p_seq || '|' || p_actor || '|' ||
    (extract(epoch from p_at) * 1000000)::bigint || '|' || p_act || '|' || p_body, 'UTF8'))
$$;

-- Writes the audit row of a verb at the end of its chain and, when a topic is named, the event.
-- The chain's head row is the last lock a verb takes. Returns the number in the chain.
create function ledger.record(
  p_school int, p_stream int, p_actor int, p_at timestamptz, p_act text, p_body text, p_topic text, p_event text
) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n int; previous bytea; h bytea; act_no smallint := ledger.code_no(p_act);
begin
  if p_school is distinct from current_setting('app.school')::int then
    raise exception 'ledger.record of school % under school %', p_school, current_setting('app.school') using errcode = 'insufficient_privilege';
  end if;
  select seq + 1, hash into n, previous from ledger.head where school_id = p_school and stream = p_stream for update;
  if n is null then
    insert into ledger.head (school_id, stream, seq, hash) values (p_school, p_stream, 0, ''::bytea) on conflict do nothing;
    select seq + 1, hash into n, previous from ledger.head where school_id = p_school and stream = p_stream for update;
  end if;
  h := ledger.row_hash(previous, p_school, p_stream, n, p_actor, p_at, act_no, p_body);
  insert into ledger.audit (school_id, stream, seq, actor, at, act, body, hash) values (p_school, p_stream, n, p_actor, p_at, act_no, p_body, h);
  update ledger.head set seq = n, hash = h where school_id = p_school and stream = p_stream;
  if p_topic is not null then
    insert into ledger.outbox (school_id, kind, at, body) values (p_school, ledger.code_no(p_topic), p_at, p_event);
  end if;
  return n;
end $$;

-- The first number in a chain at which it does not hold (a changed, removed or added row), or null when it holds.
create function ledger.broken_at(p_school int, p_stream int) returns int
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare r record; previous bytea := ''::bytea; expected int := 0; head record;
begin
  for r in select * from ledger.audit where school_id = p_school and stream = p_stream order by seq loop
    expected := expected + 1;
    if r.seq <> expected or r.hash <> ledger.row_hash(previous, r.school_id, r.stream, r.seq, r.actor, r.at, r.act, r.body) then
      return expected;
    end if;
    previous := r.hash;
  end loop;
  select seq, hash into head from ledger.head where school_id = p_school and stream = p_stream;
  if (head.seq is null and expected > 0) or head.seq <> expected or (expected > 0 and head.hash <> previous) then return expected + 1; end if;
  return null;
end $$;

-- Moves committed events from the outbox to the feed in one order, then answers the feed after a number.
-- One process moves at a time; the others only read. The commit of the mover makes the order final, so a reader sees no gap.
create function ledger.pump(p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare moved bigint := 0;
begin
  if not exists (select from ledger.outbox) then return 0; end if;
  if not pg_try_advisory_xact_lock(7301, 2) then return -1; end if;
  with taken as (
    delete from ledger.outbox where id in (select id from ledger.outbox order by id limit 1000 for update skip locked) returning *
  ), numbered as (
    select t.*, row_number() over (order by id) as n from taken t
  ), head as (
    update ledger.feed_head set last = last + (select count(*) from numbered) returning last - (select count(*) from numbered) as before
  )
  insert into ledger.feed (feed_id, school_id, kind, at, body)
    select head.before + n, school_id, kind, at, body from numbered, head;
  get diagnostics moved = row_count;
  return moved;
end $$;

create function ledger.next_ids(p_school int, p_thing text, p_count int) returns int
language sql as $$
  insert into ledger.local_id (school_id, thing, last) values (p_school, p_thing, p_count)
  on conflict (school_id, thing) do update set last = ledger.local_id.last + excluded.last
  returning last - p_count + 1
$$;

grant select on ledger.code, ledger.head, ledger.audit, ledger.feed, ledger.feed_head to parta_app;
grant select, insert, update on ledger.local_id to parta_app;
grant delete on ledger.feed to parta_app;
revoke execute on all functions in schema ledger from public;
grant execute on all functions in schema ledger to parta_app;
revoke execute on function ledger.refuse_change() from parta_app;
