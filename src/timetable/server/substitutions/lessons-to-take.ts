import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { Output } from "../../../foundation/route.ts";
import type { lessonsToTakeRoute } from "../../contract/take-lesson.ts";
import { lessonInTheWay } from "../../rules/lesson-time.ts";
import { heldLessons } from "../day-queries.ts";
import { permitTaking } from "./permit-taking.ts";

type Row = Output<typeof lessonsToTakeRoute>["lessons"][number] & { shift: number };

const OTHERS = statement<Row>(
  "timetable.lessons_of_others",
  `select l.page_id as "pageId", l.lesson_id as "lessonId", l.version, g.name as "groupName", s.name as subject, l.slot, p.shift, to_char(b.starts, 'HH24:MI') as starts,
     to_char(b.ends, 'HH24:MI') as ends, people.short_name(t.surname, t.given_name, t.patronymic) as teacher
   from timetable.lesson l join timetable.page p on p.school_id = $1 and p.page_id = l.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   join people.person t on t.school_id = $1 and t.person_id = l.teacher_id
   left join timetable.bell_slot b on b.school_id = $1 and b.bell_schedule_id = timetable.bells_of($1, $2::date) and b.shift = p.shift and b.slot = l.slot
   where l.school_id = $1 and l.day = $2::date and l.state = 0 and l.substitute_id is null and l.teacher_id <> $3
   order by b.starts nulls last, l.slot, p.grade_level, g.name collate public.ru, l.lesson_id`,
);

/** Lessons of today that nobody substitutes yet, at hours at which the teacher gives no other. */
export async function lessonsToTake({ tx, actor }: Context): Promise<Output<typeof lessonsToTakeRoute>> {
  const { schoolId, personId, today } = actor;
  await permitTaking(tx, actor, today);
  const [lessons, held] = await Promise.all([tx.rows(OTHERS, [schoolId, today, personId]), heldLessons(tx, schoolId, today)]);
  const free = lessons.filter((l) => lessonInTheWay(held, { ...l, day: today }, personId, []) === null);
  return { today, lessons: free.map(({ shift: _, ...lesson }) => lesson) };
}
