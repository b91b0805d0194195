-- Indicators of progress map marks to levels. Schools that stand go on by the five-point scale until they set their own.
-- How it was tried on a copy: schools that have their own value keep it, no other row is touched.
insert into regulation.norm (school_id, norm_id, code, value, act, clause, in_force)
select s.school_id, ledger.next_ids(s.school_id, 'norm', 1), 'marks.levels',
  '{"excellent": ["5"], "good": ["4"], "satisfactory": ["3"], "unsatisfactory": ["2", "1"], "notAttested": ["н/а"]}', 'Настройка школы', 'значение при обновлении Парты', daterange('2020-09-01', null)
from access.school s
where not exists (select from regulation.norm own where own.school_id = s.school_id and own.code = 'marks.levels');
