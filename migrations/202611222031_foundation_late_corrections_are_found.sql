-- A change that came after its term carries its reason under this name; the index holds those rows only, so a save pays nothing for it.
-- A quote inside a person's text is written with a backslash and cannot make the name.
create index audit_corrections on ledger.audit (school_id, at) where body like '%"correction":%';
