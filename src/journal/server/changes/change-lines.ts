import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";

export type ChangeRow = {
  pageId: number;
  seq: number;
  part: number;
  at: Date;
  by: string;
  act: string;
  groupName: string;
  subject: string;
  lessonId: number | null;
  day: string | null;
  term: number | null;
  pupilId: number | null;
  pupil: string | null;
  work: number | null;
  before: unknown;
  after: unknown;
  reason: string | null;
};
export type StandingRow = ChangeRow & { standing: unknown; version: number };

/**
 * Rows of the ledger taken apart into places: one of a mark or a lesson, one a pupil of a statement about many, one a lesson of a span of days.
 * $1 school, $2 and $3 instants from and until; `which` are further conditions on the row `a` and its act `c`; `more` further columns over `i` (place).
 */
const linesSql = (which: string, more = "") => `with found as materialized (
    select a.stream, a.seq, a.at, a.actor, c.code as act, a.body::jsonb as body from ledger.audit a join ledger.code c on c.code_no = a.act
    where a.school_id = $1 and a.at >= $2 and a.at < $3 and ${which}
  ), place as (
    select f.*, coalesce(e.n, 0)::int as part, coalesce(e.one, f.body) as one, coalesce(e.one ->> 'lesson', f.body ->> 'lesson')::int as lesson_id,
      (coalesce(e.one, f.body) ->> 'pupil')::int as pupil_id, (f.body ->> 'term')::int as term, coalesce((f.body ->> 'work')::int, 0) as work
    from found f
    left join lateral (select x.one, x.n from jsonb_array_elements(case when jsonb_typeof(coalesce(f.body -> 'pupils', f.body -> 'lessons')) = 'array'
        then coalesce(f.body -> 'pupils', f.body -> 'lessons') else '[]' end) with ordinality as x(one, n) where jsonb_typeof(x.one) = 'object') e on true
  )
  select i.stream as "pageId", i.seq, i.part, i.at, coalesce(people.short_name(f.surname, f.given_name, f.patronymic), '') as by, i.act, g.name as "groupName", s.name as subject,
    i.lesson_id as "lessonId", l.day::text as day, i.term, i.pupil_id as "pupilId", u.surname || ' ' || u.given_name as pupil,
    case when i.act = 'journal.mark.set' then i.work end as work, i.one -> 'before' as before, i.one -> 'after' as after, i.body ->> 'correction' as reason${more}
  from place i join timetable.page p on p.school_id = $1 and p.page_id = i.stream
  join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
  join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  left join timetable.lesson l on l.school_id = $1 and l.page_id = i.stream and l.lesson_id = i.lesson_id
  left join people.person f on f.school_id = $1 and f.person_id = i.actor
  left join people.person u on u.school_id = $1 and u.person_id = i.pupil_id
  where i.one ? 'before' or i.one ? 'after'
  order by i.at desc, i.stream, i.seq desc, i.part`;

const LATE = statement<ChangeRow>("journal.late_corrections", linesSql(`a.body like '%"correction":%'`));

const NOW = `jsonb_build_object('journal.mark.set', (select jsonb_build_object('of', t.token, 'version', k.version) from journal.mark k
      left join regulation.mark_token t on t.value = k.value where k.school_id = $1 and k.page_id = i.stream and k.lesson_id = i.lesson_id and k.pupil_id = i.pupil_id and k.work_no = i.work),
    'attendance.absence.set', (select jsonb_build_object('of', ('{none,absent,ill,late}'::text[])[a.kind + 1], 'version', a.version) from attendance.absence a
      where a.school_id = $1 and a.page_id = i.stream and a.lesson_id = i.lesson_id and a.pupil_id = i.pupil_id),
    'journal.term_mark.set', (select jsonb_build_object('of', t.token, 'version', k.version) from journal.term_mark k
      left join regulation.mark_token t on t.value = k.value where k.school_id = $1 and k.page_id = i.stream and k.term = i.term and k.pupil_id = i.pupil_id),
    'journal.lesson.set', (select jsonb_build_object('version', n.version, 'of', jsonb_build_object('topic', n.topic, 'homework', n.homework, 'workType', n.work_type,
        'lessonKind', d.lesson_kind, 'tasks', d.tasks, 'minutes', d.minutes, 'dueOn', d.due_on))
      from journal.lesson_note n left join journal.lesson_detail d on d.school_id = $1 and d.page_id = n.page_id and d.lesson_id = n.lesson_id
      where n.school_id = $1 and n.page_id = i.stream and n.lesson_id = i.lesson_id)) -> i.act`;
const MINE = statement<StandingRow>(
  "journal.my_changes",
  linesSql(
    `a.actor = $4 and (c.code like 'journal.%.set' or c.code like 'attendance.absence%')`,
    `, ${NOW} -> 'of' as standing, coalesce((${NOW} ->> 'version')::int, 0) as version`,
  ),
);

const OF_PAGE = statement<ChangeRow>("journal.changes_of_page", linesSql("a.stream = $4 and a.seq > $5"));

/** What was changed on a page between two instants after a number of its chain, newest first. */
export const changesOfPage = (
  tx: Transaction,
  schoolId: number,
  pageId: number,
  { from, until, sinceSeq }: { from: Date; until: Date; sinceSeq: number },
): Promise<ChangeRow[]> => tx.rows(OF_PAGE, [schoolId, from, until, pageId, sinceSeq]);

/** What was changed after its term between two instants, newest first. */
export const lateChanges = (tx: Transaction, schoolId: number, from: Date, until: Date): Promise<ChangeRow[]> => tx.rows(LATE, [schoolId, from, until]);

/** What a person changed between two instants, newest first, with what stands in each place now. */
export const changesOf = (tx: Transaction, schoolId: number, personId: number, from: Date, until: Date): Promise<StandingRow[]> =>
  tx.rows(MINE, [schoolId, from, until, personId]);
