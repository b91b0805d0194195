-- A norm may be set for a country, a region, a kind of school, a school, a grade or a subject: the narrower wins.
alter table access.school add column region text, add column kind text;
alter table regulation.country_norm add column region text, add column school_kind text;
alter table regulation.country_norm drop constraint country_norm_country_code_in_force_excl;
alter table regulation.country_norm add constraint country_norm_in_force_once
  exclude using gist (country with =, code with =, coalesce(region, '') with =, coalesce(school_kind, '') with =, in_force with &&);

-- clash: where the papers of the school disagree, what the other clause says and why this value was chosen
alter table regulation.norm add column grade_level smallint, add column subject_id int, add column clash jsonb;
alter table regulation.norm drop constraint norm_school_id_code_in_force_excl;
alter table regulation.norm add constraint norm_in_force_once
  exclude using gist (school_id with =, code with =, coalesce(grade_level, -1) with =, coalesce(subject_id, -1) with =, in_force with &&);

-- An edition of the school's regulation: its norms begin on its day, and it lasts until the next one. No two begin on one day.
create table regulation.edition (
  school_id int not null references access.school, edition_no int not null, starts_on date not null,
  document text not null, order_date date, approved_by text not null, entered_by int, entered_at timestamptz not null default now(),
  primary key (school_id, edition_no), unique (school_id, starts_on)
);
alter table regulation.edition enable row level security;
create policy tenant on regulation.edition using (school_id = (select current_setting('app.school')::int));
grant select, insert, delete on regulation.edition to parta_app;
-- an edition that has not begun may be taken back, and its norms with it
grant delete on regulation.norm to parta_app;

-- schools that stand already: their norms are of one edition, named by the act of the term of lessons
insert into regulation.edition (school_id, edition_no, starts_on, document, approved_by)
select s.school_id, 1, coalesce((select min(lower(n.in_force)) from regulation.norm n where n.school_id = s.school_id and n.code = 'lesson.entry'), '2020-09-01'),
  coalesce((select n.act from regulation.norm n where n.school_id = s.school_id and n.code = 'lesson.entry' order by lower(n.in_force) limit 1), 'Положение о ведении электронного журнала'), 'директор'
from access.school s where exists (select from regulation.norm n where n.school_id = s.school_id);
insert into ledger.local_id (school_id, thing, last) select school_id, 'edition', 1 from regulation.edition;

-- The value of a norm for the whole school on a day: the school's own, else of its kind, its region, its country, else null (the verb then stops).
create or replace function regulation.norm_on(p_school int, p_code text, p_day date) returns jsonb language sql stable as $$
  select coalesce(
    (select value from regulation.norm where school_id = p_school and code = p_code and in_force @> p_day and grade_level is null and subject_id is null),
    (select n.value from regulation.country_norm n join access.school s on s.country = n.country
      where s.school_id = p_school and n.code = p_code and n.in_force @> p_day and coalesce(n.region = s.region, n.region is null) and coalesce(n.school_kind = s.kind, n.school_kind is null)
      order by n.school_kind is null, n.region is null limit 1))
$$;

-- The values of several norms on a day as one object, for a grade and a subject where they are said. Of two values the one of the subject wins, then that
-- of the grade, then the school's, its kind's, its region's, its country's. A code without a value is left out; the verb then stops: there are no defaults.
drop function regulation.norms_on(int, text[], date);
create function regulation.norms_on(p_school int, p_codes text[], p_day date, p_grade int default null, p_subject int default null)
returns jsonb language plpgsql stable as $$
declare own jsonb; found int;
begin
  select jsonb_object_agg(n.code, n.value order by n.subject_id nulls first, n.grade_level nulls first), count(*) filter (where n.grade_level is null and n.subject_id is null)
    into own, found from regulation.norm n
    where n.school_id = p_school and n.code = any (p_codes) and n.in_force @> p_day
      and (n.grade_level is null or n.grade_level = p_grade) and (n.subject_id is null or n.subject_id = p_subject);
  if found = cardinality(p_codes) then return own; end if;
  return coalesce((select jsonb_object_agg(n.code, n.value order by n.school_kind nulls first, n.region nulls first)
      from regulation.country_norm n join access.school s on s.country = n.country
      where s.school_id = p_school and n.code = any (p_codes) and n.in_force @> p_day
        and (n.region is null or n.region = s.region) and (n.school_kind is null or n.school_kind = s.kind)), '{}') || coalesce(own, '{}');
end $$;
