-- The schedule of control works: a work stands on a dated lesson of a page. `day` is the day it was planned for, kept should the lesson be gone.
create table planning.control_work (
  school_id int not null references access.school, work_id int not null, page_id int not null, lesson_id int not null, set_by int not null,
  version int not null default 1, day date not null, work_type smallint not null, minutes smallint not null check (minutes > 0),
  lessons smallint not null check (lessons > 0), whole_class boolean not null, is_removed boolean not null default false,
  set_at timestamptz not null, title text not null default '',
  primary key (school_id, work_id), foreign key (school_id, page_id) references timetable.page
);
create unique index control_work_lesson on planning.control_work (school_id, page_id, lesson_id) where not is_removed;

-- whether families may read the year's schedule without a sign-in
create table planning.control_work_publication (
  school_id int not null references access.school, set_by int not null, year smallint not null, is_public boolean not null, set_at timestamptz not null,
  primary key (school_id, year)
);

grant select, insert, update on planning.control_work, planning.control_work_publication to parta_app;
do $$ declare t text; begin
  foreach t in array array['control_work', 'control_work_publication'] loop
    execute format('alter table planning.%I enable row level security', t);
    execute format('create policy tenant on planning.%I using (school_id = (select current_setting(''app.school'')::int))', t);
  end loop;
end $$;

-- Schools that stand get the norms that new ones get from their preset, from the day their other norms hold.
insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
select s.school_id, ledger.next_ids(s.school_id, 'norm', 1), r.code, r.value::jsonb, r.act, r.clause, daterange(s.from_day, null)
from (select n.school_id, lower(n.in_force) as from_day, n.act from regulation.norm n where n.code = 'lesson.entry' and upper_inf(n.in_force)) s
cross join lateral (values
  ('controlworks.max', '{"severity": "off", "types": ["КР"], "default": 2, "subjects": {}}', 'Решение продукта', 'акты школы молчат'),
  ('controlworks.hours_share', '{"severity": "warn", "percent": 10}', 'Решение продукта', 'акты школы молчат'),
  ('controlworks.per_day', '{"severity": "warn", "works": 1}', 'Решение продукта', 'акты школы молчат'),
  ('controlworks.edge_lessons', '{"severity": "warn", "exceptHours": 1}', 'Решение продукта', 'акты школы молчат'),
  ('controlworks.interval', '{"severity": "warn", "days": 17}', 'Решение продукта', 'акты школы молчат'),
  ('controlworks.length', '{"severity": "warn", "lessons": 2, "minutes": 45, "oneLesson": ["ПР", "ЛР"]}', 'Решение продукта', 'акты школы молчат'),
  ('controlworks.assessment', '{"minutes": 30}', 'Решение продукта', 'акты школы молчат'),
  ('accumulation.min', case when s.act like 'Приказ № 115 %' then '{"steps": [{"hours": 1, "marks": 3}, {"hours": 2, "marks": 5}]}' else '{"steps": [{"hours": 1, "marks": 3}]}' end,
     case when s.act like 'Приказ № 115 %' or s.act like 'Положение от 14.09.2022%' then s.act else 'Решение продукта' end,
     case when s.act like 'Приказ № 115 %' then 'приложение 4, п. 4.2.4г' when s.act like 'Положение от 14.09.2022%' then 'п. 4.14.5' else 'акты школы молчат' end),
  ('accumulation.step', '{"above": 2, "marks": 1}', 'Решение продукта', 'акты школы молчат'),
  ('accumulation.written', '["КР", "ПР", "ЛР", "СР", "Д", "Сч", "Т"]', 'Решение продукта', 'акты школы молчат'),
  ('corrections.reason_after', '"lesson_date + 7d"', 'Решение продукта', 'акты школы молчат')) as r(code, value, act, clause)
where not exists (select from regulation.norm k where k.school_id = s.school_id and k.code = r.code);
