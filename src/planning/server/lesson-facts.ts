/** Norms that every entry to a lesson is judged by. */
const NORMS = ["lesson.entry", "lesson.entry_counts", "timetable.substitution_window", "marks.unmarked_grades", "corrections.reason_after"];

/**
 * SQL of the facts of one lesson. Parameters: $1 school, $2 page, $3 lesson, $4 the person, $5 the school's day.
 *
 * `more` are further columns of the asking verb; tables `l` (lesson) and `p` (page) and the norms of `codes` in force on the lesson's day
 * (`norms.of ->> 'code'`) are at hand. The end of the class's day is counted only where one of these norms hangs on it.
 */
export function lessonFactsSql(more: string, codes: readonly string[] = []): string {
  return `select l.day as "lessonDay", l.state = 1 as cancelled, p.group_id as "groupId",
    exists (select from planning.load o where o.school_id = $1 and o.page_id = $2 and o.teacher_id = $4 and o.from_day <= $5 and (o.to_day is null or o.to_day >= $5)) as "teachesPage",
    coalesce(l.substitute_id = $4, false) as substitutes,
    case when norms.of::text like '%"class\\_day\\_end%' then to_char(timetable.class_day_ends($1, p.group_id, l.day), 'HH24:MI') end as "classDayEnds",
    norms.of ->> 'lesson.entry' as "lessonEntry", norms.of -> 'lesson.entry_counts' as "entryCounts",
    norms.of -> 'timetable.substitution_window' as "window", norms.of ->> 'corrections.reason_after' as "reasonAfter",
    p.kind as "journalKind", norms.of -> ('journal.kind.' || p.kind) as "kindNorm", p.uses_marks as "usesMarks", norms.of -> 'marks.unmarked_grades' as "unmarkedGrades",
    norms.of -> 'marks.unmarked_grades' @> to_jsonb(p.grade_level) as unmarked,
    (select json_build_object('term', l.term, 'kind', (select t.kind from timetable.term t
         where t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level and t.term = l.term), 'closedOn', c.closed_on, 'openThrough', c.open_through)
       from planning.closed_term c where c.school_id = $1 and c.page_id = $2 and c.term = l.term) as closing,
    ${more}
  from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = $2
  cross join lateral (select regulation.norms_on($1, '{${[...NORMS, ...codes].join(",")}}'::text[] || ('journal.kind.' || p.kind), l.day, p.grade_level, p.subject_id) as of offset 0) norms
  where l.school_id = $1 and l.page_id = $2 and l.lesson_id = $3`;
}

/** SQL of «was the pupil of the parameter taught on this page on the lesson's day»: in its group, and not apart from it. */
export function enrolledSql(pupil: string): string {
  return `exists (select from people.member m where m.school_id = $1 and m.group_id = p.group_id and m.pupil_id = ${pupil}
    and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)) and not ${apartSql(pupil)}`;
}

/**
 * SQL of «is the pupil taught apart from the class in this subject on the lesson's day»: at home, when a page of teaching at home has the subject,
 * or by the family, which has no daily lessons at all (000 §3). Asked of a page of the class only: a club is open to such a pupil.
 */
export function apartSql(pupil: string): string {
  return `(p.kind in ('class', 'subgroup', 'elective') and exists (select from people.member x
    join timetable.page q on q.school_id = $1 and q.group_id = x.group_id and q.kind in ('home_study', 'family_education')
    where x.school_id = $1 and x.pupil_id = ${pupil} and x.from_day <= l.day and (x.to_day is null or x.to_day >= l.day) and (q.kind = 'family_education' or q.subject_id = p.subject_id)))`;
}
