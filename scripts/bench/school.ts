import type pg from "pg";
import { seedSchools } from "../../src/entrance/seed/seed-schools.ts";
import { dayIn, mondayOf, plusDays } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import { openPool } from "../../src/foundation/database.ts";

/** Study weeks behind today: a school that began in September stands at the end of November. */
const WEEKS = 12;

/** A page as a teacher opens it: `term` is the view whose lessons are nearest to sixty. */
export type PageView = { pageId: number; term: number; teacherId: number; lessons: number; pupils: number; filled: number };
/** A teacher in a lesson: the cells of pages, column by column, that hold no mark yet. */
export type Column = { teacherId: number; cells: { pageId: number; lessonId: number; pupilId: number }[] };
export type Child = { pupilId: number; guardianId: number };
export type BenchSchool = {
  schoolId: number;
  today: LocalDate;
  weeks: LocalDate[];
  pages: PageView[];
  columns: Column[];
  children: Child[];
  rows: { pupils: number; lessons: number; marks: number; absences: number };
};

/** Makes the school and leaves the database as a night would: vacuumed, analysed, checkpointed. */
export async function makeSchool(url: string, pupils: number, say: (line: string) => void, weeks = WEEKS): Promise<BenchSchool> {
  const now = new Date();
  const today = dayIn("Europe/Moscow", now);
  const pool = openPool(url);
  const [seeded] = await seedSchools(pool, { schools: 1, pupils, weeks, random: 1, today }, ({ step, done, of }) => say(`${step} ${done}/${of}`), now);
  await pool.end();
  const owner = openPool(url, { role: "owner", max: 1 });
  await owner.query(
    "create schema bench; create table bench.plain (id bigint generated always as identity primary key, page_id int not null, lesson_id int not null, pupil_id int not null, value text, at timestamptz not null)",
  );
  await owner.query("vacuum (analyze)");
  await owner.query("checkpoint");
  const { schoolId, lessons, marks, absences } = seeded!;
  const school = { ...(await targetsIn(owner, schoolId, today)), rows: { pupils: seeded!.pupils, lessons, marks, absences } };
  await owner.end();
  return school;
}

/** What is asked for in a school: always the same of the same school. */
export async function targetsIn(owner: pg.Pool, schoolId: number, today: LocalDate): Promise<Omit<BenchSchool, "rows">> {
  return {
    schoolId,
    today,
    weeks: [0, 7, 14, 21].map((d) => plusDays(mondayOf(today), -d)),
    pages: await pagesOf(owner, schoolId, today),
    columns: await columnsOf(owner, schoolId, today),
    children: await childrenOf(owner, schoolId),
  };
}

/**
 * Sixteen pages of about 30 pupils and about 60 lessons, each taught by somebody today: terms and years of 54 to 68 lessons,
 * 25 to 33 pupils, the fullest first. These are half-years of the upper grades and years of two lessons a week.
 */
async function pagesOf(owner: pg.Pool, schoolId: number, today: LocalDate): Promise<PageView[]> {
  const { rows } = await owner.query<PageView>(
    `with views as (
       select page_id, coalesce(term, 0) as term, count(*)::int as lessons, array_agg(lesson_id) as ids from timetable.lesson where school_id = $1 group by grouping sets ((page_id), (page_id, term))
     )
     select distinct on (filled, v.page_id) v.page_id as "pageId", v.term, o.teacher_id as "teacherId", v.lessons, m.pupils,
       ((select count(*) from journal.mark k where k.school_id = $1 and k.page_id = v.page_id and k.lesson_id = any(v.ids))
        + (select count(*) from attendance.absence a where a.school_id = $1 and a.page_id = v.page_id and a.lesson_id = any(v.ids)))::int as filled
     from views v join timetable.page p on p.school_id = $1 and p.page_id = v.page_id
     join planning.load o on o.school_id = $1 and o.page_id = v.page_id and o.from_day <= $2 and (o.to_day is null or o.to_day >= $2)
     cross join lateral (select count(*)::int as pupils from people.member m where m.school_id = $1 and m.group_id = p.group_id) m
     where v.lessons between 54 and 68 and m.pupils between 25 and 33
     order by filled desc, v.page_id limit 16`,
    [schoolId, today],
  );
  return rows;
}

/** Sixteen teachers with the empty cells of the lessons they held, on their own pages, the last lessons first. */
async function columnsOf(owner: pg.Pool, schoolId: number, today: LocalDate): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `with cells as (
       select o.teacher_id, l.page_id, l.lesson_id, m.pupil_id, l.day from planning.load o
       join timetable.page p on p.school_id = $1 and p.page_id = o.page_id
         and not coalesce(regulation.norm_on($1, 'marks.unmarked_grades', $2) @> to_jsonb(p.grade_level), false)
       join timetable.lesson l on l.school_id = $1 and l.page_id = o.page_id and l.day < $2 and l.state = 0
       join people.member m on m.school_id = $1 and m.group_id = p.group_id and m.from_day <= l.day and (m.to_day is null or m.to_day >= l.day)
       where o.school_id = $1 and o.from_day <= $2 and (o.to_day is null or o.to_day >= $2)
         and not exists (select from journal.mark k where k.school_id = $1 and k.page_id = l.page_id and k.lesson_id = l.lesson_id and k.pupil_id = m.pupil_id)
     )
     select teacher_id as "teacherId", json_agg(json_build_object('pageId', page_id, 'lessonId', lesson_id, 'pupilId', pupil_id) order by day desc, page_id, lesson_id, pupil_id) as cells
     from cells group by teacher_id order by count(*) desc, teacher_id limit 16`,
    [schoolId, today],
  );
  return rows;
}

/** Thirty-two children with a guardian each, from all over the school. */
async function childrenOf(owner: pg.Pool, schoolId: number): Promise<Child[]> {
  const { rows } = await owner.query<Child>(
    `select g.pupil_id as "pupilId", min(g.guardian_id) as "guardianId" from people.guardianship g
     where g.school_id = $1 and g.to_day is null and exists (select from people.member m where m.school_id = $1 and m.pupil_id = g.pupil_id and m.to_day is null)
     group by g.pupil_id order by g.pupil_id`,
    [schoolId],
  );
  return Array.from({ length: Math.min(32, rows.length) }, (_, i) => rows[Math.floor((i * rows.length) / 32)]!);
}
