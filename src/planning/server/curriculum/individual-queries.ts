import { statement } from "../../../foundation/database.ts";

export type StandingIndividual = {
  name: string;
  gradeLevel: number;
  version: number;
  isIndividual: boolean;
  subjects: { subject: string; subjectId: number; weeklyHours: number }[];
  pupils: { pupilId: number; name: string; subjectIds: number[] }[];
};

/** A class with the curriculum of its grade and its pupils of a day. $1 school, $2 class, $3 the school's day. */
export const INDIVIDUAL = statement<{ standing: StandingIndividual }>(
  "planning.individual_curricula",
  `select json_build_object('name', k.name, 'gradeLevel', k.grade_level, 'version', coalesce(i.version, 0), 'isIndividual', coalesce(i.is_individual, false),
     'subjects', (select coalesce(json_agg(json_build_object('subject', s.name, 'subjectId', s.subject_id, 'weeklyHours', l.weekly_hours) order by s.name collate public.ru), '[]')
       from planning.curriculum_line l join timetable.subject s on s.school_id = $1 and s.subject_id = l.subject_id
       where l.school_id = $1 and l.year = k.year and l.grade_level = k.grade_level),
     'pupils', (select coalesce(json_agg(json_build_object('pupilId', n.person_id, 'name', n.surname || ' ' || n.given_name,
         'subjectIds', (select coalesce(json_agg(u.subject_id), '[]') from planning.pupil_subject u
           where u.school_id = $1 and u.class_id = k.class_id and u.pupil_id = n.person_id))
         order by n.surname collate public.ru, n.given_name collate public.ru, n.person_id), '[]')
       from people.member m join people.person n on n.school_id = $1 and n.person_id = m.pupil_id
       where m.school_id = $1 and m.group_id = k.group_id and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3))) as standing
   from people.school_class k left join planning.individual_class i on i.school_id = $1 and i.class_id = k.class_id
   where k.school_id = $1 and k.class_id = $2`,
);
