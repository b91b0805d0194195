-- The values of several norms in force on a day as one object: the school's own, and its country's where it has none.
-- A code without a value is left out; the verb then stops, for there are no defaults.
create function regulation.norms_on(p_school int, p_codes text[], p_day date) returns jsonb language plpgsql stable as $$
declare own jsonb; found int;
begin
  select jsonb_object_agg(n.code, n.value), count(*) into own, found from regulation.norm n
    where n.school_id = p_school and n.code = any (p_codes) and n.in_force @> p_day;
  if found = cardinality(p_codes) then return own; end if;
  return coalesce((select jsonb_object_agg(n.code, n.value) from regulation.country_norm n join access.school s on s.country = n.country
      where s.school_id = p_school and n.code = any (p_codes) and n.in_force @> p_day), '{}') || coalesce(own, '{}');
end $$;
