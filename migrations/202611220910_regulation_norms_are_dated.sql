-- A norm is a value with its act, clause and dates. The country's stand for all schools of the country, a school's for itself.
create table regulation.country_norm (
  country char(2) not null, code text not null, value jsonb not null, act text not null, clause text not null,
  in_force daterange not null,
  exclude using gist (country with =, code with =, in_force with &&)
);
create table regulation.norm (
  school_id int not null references access.school, norm_id int not null, code text not null, value jsonb not null,
  act text not null, clause text not null, in_force daterange not null,
  primary key (school_id, norm_id),
  exclude using gist (school_id with =, code with =, in_force with &&)
);
create index norm_code on regulation.norm (school_id, code);

-- what a token of a mark scale is in the table of marks: 1 to 100 are themselves
create table regulation.mark_token (value smallint primary key, token text not null unique);
insert into regulation.mark_token select n, n::text from generate_series(0, 100) n;
insert into regulation.mark_token values (101, 'н/а'), (102, 'осв.'), (103, 'зч'), (104, 'нз');

-- The value of a norm in force on a day: the school's own, else its country's, else null (the verb then stops: there are no defaults).
create function regulation.norm_on(p_school int, p_code text, p_day date) returns jsonb language sql stable as $$
  select coalesce(
    (select value from regulation.norm where school_id = p_school and code = p_code and in_force @> p_day),
    (select n.value from regulation.country_norm n join access.school s on s.country = n.country
      where s.school_id = p_school and n.code = p_code and n.in_force @> p_day))
$$;

grant select, insert, update on regulation.norm, regulation.country_norm to parta_app;
grant select on regulation.mark_token to parta_app;
