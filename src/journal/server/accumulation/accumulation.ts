import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import { accumulationRoute } from "../../contract/accumulation.ts";
import { leastMarks } from "../../rules/accumulation.ts";
import type { Accumulation } from "../../rules/accumulation.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { dueSoFar, shortfallOf } from "../../rules/gathered.ts";
import { workOfMarkSql } from "../periods/period-queries.ts";

type PupilRow = { pupilId: number; name: string; marks: number; written: number; held: number; missed: number };
type PageRow = {
  pageId: number;
  groupName: string;
  subject: string;
  teachers: string;
  term: number;
  kind: string;
  weeklyHours: number;
  held: number;
  all: number;
  pupils: PupilRow[];
};
type Norms = { "accumulation.min"?: Accumulation["min"]; "accumulation.step"?: Accumulation["step"] };

const NORMS = statement<{ norms: Norms }>(
  "journal.norms_of_accumulation",
  "select regulation.norms_on($1, '{accumulation.min,accumulation.step}', $2) as norms",
);

/**
 * Pages with marks, a row a term, with what each pupil gathered. $1 school, $2 the last day that counts, $3 the first day a term must reach,
 * $4 the person, $5 the whole school.
 */
const GATHERED = statement<PageRow>(
  "journal.gathered_marks",
  `with year as materialized (${yearBegunSql("$2")}),
  norm as materialized (select regulation.norms_on($1, '{accumulation.written,marks.unmarked_grades}', $2) as of),
  page as materialized (
    select p.page_id, p.group_id, p.subject_id, p.grade_level, t.term, t.kind, t.starts_on, least(t.ends_on, $2::date) as until,
      coalesce((select sum(o.weekly_hours) from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.from_day <= $2 and (o.to_day is null or o.to_day >= $2)), 0)::float8 as hours
    from year y join timetable.page p on p.school_id = $1 and p.year = y.year
    join timetable.term t on t.school_id = $1 and t.year = p.year and t.grade_level = p.grade_level and t.starts_on <= $2 and t.ends_on >= $3
    where coalesce(p.uses_marks, (regulation.norm_on($1, 'journal.kind.' || p.kind, $2) ->> 'marks')::boolean, true)
      and not coalesce((select of -> 'marks.unmarked_grades' from norm) @> to_jsonb(p.grade_level), false)
      and ($5 or exists (select from planning.load o where o.school_id = $1 and o.page_id = p.page_id and o.teacher_id = $4 and o.from_day <= $2 and (o.to_day is null or o.to_day >= $2)))
  ), lesson as materialized (
    select p.page_id, p.term, l.lesson_id, l.day, l.day <= p.until as held from page p
    join timetable.lesson l on l.school_id = $1 and l.page_id = p.page_id and l.term = p.term and l.state = 0
  ), mark as materialized (
    select l.page_id, l.term, k.pupil_id, count(*)::int as marks, count(*) filter (where w.form <> 'oral' or norm.of -> 'accumulation.written' ? w.code)::int as written
    from lesson l cross join norm join journal.mark k on k.school_id = $1 and k.page_id = l.page_id and k.lesson_id = l.lesson_id and k.work_no < 10 and k.value between 1 and 100
    left join journal.lesson_note n on n.school_id = $1 and n.page_id = l.page_id and n.lesson_id = l.lesson_id
    left join journal.work_type w on w.school_id = $1 and w.work_type = ${workOfMarkSql}
    where l.held group by 1, 2, 3
  ), missed as materialized (
    select l.page_id, l.term, a.pupil_id, count(*)::int as missed from lesson l
    join attendance.absence a on a.school_id = $1 and a.page_id = l.page_id and a.lesson_id = l.lesson_id and a.kind in (1, 2) where l.held group by 1, 2, 3
  ), pupil as (
    select p.page_id, p.term, m.pupil_id, count(l.lesson_id)::int as held from page p
    join people.member m on m.school_id = $1 and m.group_id = p.group_id and m.from_day <= p.until and (m.to_day is null or m.to_day >= p.until)
    left join lesson l on l.page_id = p.page_id and l.term = p.term and l.held and l.day >= m.from_day group by 1, 2, 3
  ), hours as materialized (
    select page_id, term, count(*) filter (where held)::int as held, count(*)::int as all from lesson group by 1, 2
  ), gathered as materialized (
    select u.page_id, u.term, json_agg(json_build_object('pupilId', u.pupil_id, 'name', concat_ws(' ', f.surname, nullif(f.given_name, '')), 'marks', coalesce(k.marks, 0),
        'written', coalesce(k.written, 0), 'held', u.held, 'missed', coalesce(a.missed, 0)) order by f.surname collate public.ru, f.given_name collate public.ru, u.pupil_id) as pupils
    from pupil u join people.person f on f.school_id = $1 and f.person_id = u.pupil_id
    left join mark k using (page_id, term, pupil_id) left join missed a using (page_id, term, pupil_id) group by 1, 2
  )
  select p.page_id as "pageId", g.name as "groupName", s.name as subject, p.term, p.kind, p.hours as "weeklyHours",
    coalesce((select string_agg(distinct people.short_name(f.surname, f.given_name, f.patronymic), ', ') from planning.load o join people.person f on f.school_id = $1 and f.person_id = o.teacher_id
      where o.school_id = $1 and o.page_id = p.page_id and o.from_day <= $2 and (o.to_day is null or o.to_day >= $2)), '') as teachers,
    coalesce(h.held, 0) as held, coalesce(h.all, 0) as all, coalesce(u.pupils, '[]') as pupils
  from page p join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  left join hours h on h.page_id = p.page_id and h.term = p.term left join gathered u on u.page_id = p.page_id and u.term = p.term
  order by p.grade_level, g.name collate public.ru, s.name collate public.ru, p.page_id, p.term`,
);

/** The first day of the month that was asked for, and its last. */
function monthOf(text: string): { first: LocalDate; last: LocalDate } {
  const first = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null;
  if (first === null) throw new Failure("invalid", "timetable.not_a_day", { text });
  const next = plusDays(first, 31);
  return { first, last: plusDays(parseDay(`${next.slice(0, 7)}-01`)!, -1) };
}

/** The report of accumulation (002 П4 §4.2): terms of a month to its end, or all terms of the year; a teacher sees own pages. */
export async function accumulation({ tx, actor }: Context, { query }: Input<typeof accumulationRoute>): Promise<Output<typeof accumulationRoute>> {
  permit(actor, JOURNAL_ACTS, accumulationRoute.act, { self: true });
  const { schoolId, personId, today } = actor;
  const wholeSchool = mayReach(actor, JOURNAL_ACTS, accumulationRoute.act, "school");
  const month = query.month ?? today.slice(0, 7);
  const { first, last } = monthOf(month);
  const year = query.span === "year";
  const until = year || last > today ? today : last;
  const from = year ? plusDays(today, -400) : first > until ? until : first;
  const [{ norms }, pages] = await Promise.all([
    tx.row(NORMS, [schoolId, until]).then((row) => row!),
    tx.rows(GATHERED, [schoolId, until, from, personId, wholeSchool]),
  ]);
  const min = norms["accumulation.min"];
  if (!min) throw new Failure("refused", "regulation.norm_not_in_force", { norm: "accumulation.min", day: until });
  const lines = pages.map(({ pupils, held, all, ...page }) => {
    const least = leastMarks({ min, step: norms["accumulation.step"] ?? null, hours: page.weeklyHours });
    const judged = pupils.flatMap((p) => {
      const lacks = shortfallOf(p, least, { held, all });
      return lacks ? [{ ...p, ...lacks }] : [];
    });
    const short = judged.filter((p) => p.short > 0).map(({ pupilId, name, marks, short: n }) => ({ pupilId, name, marks, lacks: n }));
    const noWritten = judged.filter((p) => p.noWritten).map(({ pupilId, name }) => ({ pupilId, name }));
    return { ...page, least, due: dueSoFar(least, { held, all }), pupils: pupils.length, short, noWritten };
  });
  return { today, until, month, lines };
}
