-- Schools made before these norms begin with a product value for each that they lack; a later edition replaces it.
-- How it was tried on a copy: schools that have their own value keep it, no other row is touched.
insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
select s.school_id, ledger.next_ids(s.school_id, 'norm', 1), n.code, n.value::jsonb, 'Настройка школы', 'значение при обновлении Парты', daterange('2020-09-01', null)
from access.school s cross join (values
  ('accumulation.min', '{"steps":[{"hours":1,"marks":3},{"hours":2,"marks":5}]}'),
  ('marks.scale_conduct', '[]'),
  ('marks.unsatisfactory', '["2","н/а"]'),
  ('period_attestation.due', '{"from":"period_end - 7d","due":"period_end"}'),
  ('period_attestation.columns', '{"year":[1,2,3,4,5,6,7,8,9,10,11],"exam":[9,11],"final":[9,11]}'),
  ('period_attestation.round_up_from', '0.5'),
  ('lesson.entry_counts', '{"by":"device","within":"24h"}'),
  ('timetable.editor', '["journal_admin"]'),
  ('lesson.substitution_recorded', '"by_deputy"'),
  ('timetable.hour_limits', '{"lessonMinutes":45,"breakMinutes":10,"firstGrade":{"from":"09-01","to":"10-31","lessons":3,"lessonMinutes":35,"weeklyHours":15}}'),
  ('timetable.long_homework_a_day', '2'),
  ('plan.lesson_plan_due', '"09-01"'),
  ('plan.work_programmes_due', '"09-10"'),
  ('plan.class_events_due', '1'),
  ('plan.import_limit', '5'),
  ('curriculum.approved_by', '"08-31"'),
  ('curriculum.tariffication_by', '"09-10"'),
  ('curriculum.study_weeks', '{"first":33,"other":34}')) as n (code, value)
where not exists (select from regulation.norm own where own.school_id = s.school_id and own.code = n.code);
