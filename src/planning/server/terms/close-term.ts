import { permit } from "../../../access/rules/permit.ts";
import { hasInCare } from "../../../access/server/door.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { closeTermRoute } from "../../contract/terms/close-term.ts";
import { TERM_ACTS } from "../../rules/term-acts.ts";
import { YEAR_TERM } from "../../rules/closed-term.ts";

/** Pages of a year in a grade, a class (its own group, parts of it and its streams) or one page. $1 school, $2 year, $3 term, $4 grade, $5 class, $6 page. */
const PAGES_TO_CLOSE = statement<{ pages: number[]; grades: number[]; startsOn: LocalDate | null }>(
  "planning.pages_to_close",
  `select array_agg(p.page_id order by p.page_id) as pages, array_agg(distinct p.grade_level) as grades, max(t.starts_on) as "startsOn"
   from timetable.page p left join lateral (
     select min(t.starts_on) as starts_on from timetable.term t
     where t.school_id = $1 and t.year = $2 and t.grade_level = p.grade_level and ($3::int = ${YEAR_TERM} or t.term = $3::int)) t on true
   where p.school_id = $1 and p.year = $2 and t.starts_on is not null and ($4::int is null or p.grade_level = $4::int) and ($6::int is null or p.page_id = $6::int)
     and ($5::int is null or p.group_id in (select g.group_id from people.study_group g where g.school_id = $1 and g.class_id = $5::int
       union all select s.group_id from people.stream_class s where s.school_id = $1 and s.class_id = $5::int))
   having count(*) > 0`,
);

/** Closes what is open or was opened again, and writes it into the chain of each page. $1 school, $2 pages, $3 term, $4 who, $5 day, $6 at, then the act and the body. */
export const CLOSE = statement<{ pageId: number }>(
  "planning.close_term",
  `with put as (
     insert into planning.closed_term as c (school_id, page_id, term, closed_by, closed_on, closed_at)
     select $1, page_id, $3, $4, $5, $6 from unnest($2::int[]) as page_id order by page_id
     on conflict (school_id, page_id, term) do update set closed_by = excluded.closed_by, closed_on = excluded.closed_on, closed_at = excluded.closed_at,
       open_through = null, reopened_by = null, reason = null, version = c.version + 1 where c.open_through is not null
     returning page_id)
   select page_id as "pageId", ledger.record($1, page_id, $4, $6, $7, $8, $9, $10) from (select page_id from put order by page_id) p`,
);

/** Closes a term of a grade, a class or a page. A page that is closed already stays as it is. */
export async function closeTerm({ tx, actor, now }: Context, { params, body }: Input<typeof closeTermRoute>): Promise<Output<typeof closeTermRoute>> {
  const { schoolId, personId, today } = actor;
  const { year, term } = params;
  const asked: { gradeLevel?: number; classId?: number; pageId?: number } = body;
  const found = await tx.row(PAGES_TO_CLOSE, [schoolId, year, term, asked.gradeLevel ?? null, asked.classId ?? null, asked.pageId ?? null]);
  // a whole grade is named, not a row: who may not close is told so before what there is
  if (!found && asked.gradeLevel === undefined) throw new Failure("not_found", "planning.pages_not_found");
  const grades = found?.grades ?? [asked.gradeLevel ?? 0];
  const right = permit(actor, TERM_ACTS, closeTermRoute.act, { own_grade: await hasInCare(tx, actor, "deputy_studies", grades) });
  if (!found) throw new Failure("not_found", "planning.pages_not_found");
  if (found.startsOn !== null && found.startsOn > today) throw new Failure("refused", "planning.term_not_begun", { startsOn: found.startsOn });

  const entry = { schoolId, stream: 0, actor: personId, at: now, act: closeTermRoute.act, right, body: { term, closedOn: today } };
  const closed = await tx.rows(CLOSE, [schoolId, found.pages, term, personId, today, now, ...actAndEvent(entry)]);
  return { closed: closed.length, pages: found.pages.length };
}
