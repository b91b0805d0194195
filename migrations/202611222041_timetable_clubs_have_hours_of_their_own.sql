-- What is done after lessons has hours of its own, shift 0 of the bells, so that its week stands apart from the lessons.
update timetable.page set shift = 0 where kind not in ('class', 'subgroup', 'elective', 'home_study');
