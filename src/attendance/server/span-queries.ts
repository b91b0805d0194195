import { statement } from "../../foundation/database.ts";
import { apartSql } from "../../planning/server/door.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Place } from "./store-absences.ts";

/** Whether there is such a pupil and whether the person has the pupil's class in homeroom care today. $1 school, $2 pupil, $3 the person, $4 the school's day. */
export const PUPIL_TIES = statement<{ ownClass: boolean }>(
  "attendance.pupil_ties",
  `select exists (select from people.homeroom h join people.school_class c on c.school_id = $1 and c.class_id = h.class_id
     join people.member m on m.school_id = $1 and m.group_id = c.group_id and m.pupil_id = $2 and m.from_day <= $4 and (m.to_day is null or m.to_day >= $4)
     where h.school_id = $1 and h.teacher_id = $3 and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4)) as "ownClass"
   from people.pupil u where u.school_id = $1 and u.pupil_id = $2`,
);

/** Every lesson of a pupil on some days that is not cancelled, with what stands there. $1 school, $2 pupil, $3 from, $4 to. */
export const LESSONS_OF_SPAN = statement<Place & { slot: number; subject: string }>(
  "attendance.lessons_of_span",
  `select l.page_id as "pageId", l.lesson_id as "lessonId", m.pupil_id as "pupilId", p.group_id as "groupId", l.day, l.slot, s.name as subject,
     coalesce(a.kind, 0) as kind, a.reason, coalesce(a.version, 0) as version, coalesce(a.signs, 0) as signs, a.set_by as "setBy", a.span_id as "spanId"
   from people.member m join timetable.page p on p.school_id = $1 and p.group_id = m.group_id
   join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   join timetable.lesson l on l.school_id = $1 and l.page_id = p.page_id and l.day between $3 and $4 and l.day >= m.from_day and (m.to_day is null or l.day <= m.to_day) and l.state = 0 and not ${apartSql("$2")}
     and (regulation.norm_on($1, 'journal.kind.' || p.kind, l.day) -> 'attendance')::boolean
   left join attendance.absence a on a.school_id = $1 and a.page_id = l.page_id and a.lesson_id = l.lesson_id and a.pupil_id = $2
   where m.school_id = $1 and m.pupil_id = $2
   order by l.page_id, l.lesson_id`,
);

type Stated = { spanId: number; pupilId: number; from: LocalDate; to: LocalDate; reason: number; version: number };
const STATED = `span_id as "spanId", pupil_id as "pupilId", from_day as "from", to_day as "to", reason, version`;

/** The span that stands on some of the days. $1 school, $2 pupil, $3 from, $4 to. */
export const SPAN_ON_DAYS = statement<Stated>(
  "attendance.span_on_days",
  `select ${STATED} from attendance.absence_span where school_id = $1 and pupil_id = $2 and not is_removed and from_day <= $4 and to_day >= $3 order by from_day limit 1`,
);

/** A span of a pupil. $1 school, $2 pupil, $3 span. */
export const SPAN = statement<Stated & { isRemoved: boolean }>(
  "attendance.span",
  `select ${STATED}, is_removed as "isRemoved" from attendance.absence_span where school_id = $1 and pupil_id = $2 and span_id = $3`,
);

/** Adds a span; no row when another stands on the days by now. */
export const ADD_SPAN = statement<{ version: number }>(
  "attendance.add_span",
  `insert into attendance.absence_span (school_id, span_id, pupil_id, from_day, to_day, set_by, reason, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict do nothing returning version`,
);

/** Takes a span back over the version seen; no row when it changed meanwhile. */
export const REMOVE_SPAN = statement<{ version: number }>(
  "attendance.remove_span",
  `update attendance.absence_span set is_removed = true, version = version + 1, set_by = $4, set_at = $5
   where school_id = $1 and span_id = $2 and version = $3 and not is_removed returning version`,
);
