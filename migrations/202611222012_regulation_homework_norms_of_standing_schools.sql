-- Schools that stand already go on by the usual values of the product until they set their own.
insert into regulation.country_norm (country, code, value, act, clause, in_force)
select c.country, n.code, n.value::jsonb, 'Решение продукта', 'акты школы молчат', daterange('2000-01-01', null)
from (select distinct country from access.school) c cross join (values
  ('homework.day_minutes', '[{"from": 1, "to": 1, "minutes": 60}, {"from": 2, "to": 3, "minutes": 90}, {"from": 4, "to": 5, "minutes": 120}, {"from": 6, "to": 8, "minutes": 150}, {"from": 9, "to": 11, "minutes": 210}]'),
  ('homework.day_off_percent', '70'), ('homework.paper_diary', 'false'), ('records.language', '"any"'), ('records.self_check_day', '8'),
  ('files.most_bytes', '10485760'), ('files.per_lesson', '10'),
  ('files.endings', '[".pdf", ".jpg", ".jpeg", ".png", ".webp", ".txt", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".doc", ".xls", ".ppt", ".rtf", ".mp3", ".mp4"]')) as n(code, value)
where not exists (select from regulation.country_norm o where o.country = c.country and o.code = n.code);
