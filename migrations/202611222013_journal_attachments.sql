-- Links and files of a lesson's homework. A row is never gone: what was taken away is marked so.
create table journal.attachment (
  school_id int not null references access.school, attachment_id int not null, page_id int not null, lesson_id int not null, added_by int not null, removed_by int,
  size int, added_at timestamptz not null, removed_at timestamptz, sha256 bytea, name text not null, media_type text, address text,
  primary key (school_id, attachment_id), check ((address is null) = (sha256 is not null and size is not null and media_type is not null))
);
create index attachment_lesson on journal.attachment (school_id, page_id, lesson_id) where removed_at is null;

-- The bytes, once for the same content in a school. Out of line and as they are: files are packed already.
create table journal.file_content (
  school_id int not null references access.school, sha256 bytea not null, content bytea not null,
  primary key (school_id, sha256)
);
alter table journal.file_content alter column content set storage external;

grant select, insert, update on journal.attachment to parta_app;
grant select, insert on journal.file_content to parta_app;
do $$ declare t text; begin
  foreach t in array array['attachment', 'file_content'] loop
    execute format('alter table journal.%I enable row level security', t);
    execute format('create policy tenant on journal.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;
