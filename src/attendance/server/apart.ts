/**
 * SQL of the common table `apart`: the days on which pupils are taught apart from their class, at home in a subject or by the family in all of them
 * (`subject_id` null). `pupils` is a query of their numbers; $1 is the school. `enrolledSql` of planning asks the same of one lesson (000 §3).
 */
export const apartDaysSql = (pupils: string): string => `apart as materialized (
    select x.pupil_id, x.from_day, coalesce(x.to_day, 'infinity') as to_day, case when q.kind = 'home_study' then q.subject_id end as subject_id
    from people.member x join timetable.page q on q.school_id = $1 and q.group_id = x.group_id and q.kind in ('home_study', 'family_education')
    where x.school_id = $1 and x.pupil_id in (${pupils})
  )`;

/** SQL of «this lesson is of the class, and the pupil is taught apart from it on that day»; the lesson has page_kind, subject_id and day. */
export const apartFromSql = (lesson: string, pupil: string): string =>
  `(${lesson}.page_kind in ('class', 'subgroup', 'elective') and exists (select from apart w where w.pupil_id = ${pupil}
    and ${lesson}.day between w.from_day and w.to_day and (w.subject_id is null or w.subject_id = ${lesson}.subject_id)))`;
