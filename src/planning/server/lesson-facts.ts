/**
 * SQL of the facts of one lesson. Parameters: $1 school, $2 page, $3 lesson, $4 the person, $5 the school's day.
 *
 * `more` are further columns of the asking verb; tables `l` (lesson) and `p` (page) are at hand.
 */
export function lessonFactsSql(more: string): string {
  return `select l.day as "lessonDay", l.state = 1 as cancelled, p.group_id as "groupId",
    exists (select from planning.load o where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $4 and o.from_day <= $5 and (o.to_day is null or o.to_day >= $5)) as "teachesPage",
    coalesce(l.substitute_id = $4, false) as substitutes,
    to_char(timetable.class_day_ends($1, p.group_id, l.day), 'HH24:MI') as "classDayEnds",
    regulation.norm_on($1, 'lesson.entry', l.day) #>> '{}' as "lessonEntry",
    regulation.norm_on($1, 'timetable.substitution_window', l.day) as "window",
    ${more}
  from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = $2
  where l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3`;
}

/** SQL of «was the pupil of the parameter in the page's group on the lesson's day». */
export function enrolledSql(pupil: string): string {
  return `exists (select from people.member m where m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = ${pupil}
    and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day))`;
}
