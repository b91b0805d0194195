-- A deputy acts within own competence (002 П2 §2.16): a role may be held for some grades only; null is all of them.
alter table access.role_grant add column grades smallint[] check (cardinality(grades) > 0);
