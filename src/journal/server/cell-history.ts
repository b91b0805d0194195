import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { cellHistoryRoute } from "../contract/set-lesson.ts";
import { JOURNAL_ACTS } from "../rules/acts.ts";
import { PAGE_TIES } from "./page-queries.ts";

type Line = { at: Date; entered: string | null; by: string; act: string; before: unknown; after: unknown };

/**
 * All audit rows of a page's chain that concern the cell: of one pupil, of many pupils of a lesson, of many lessons (a reason, a span of days).
 * What came with an earlier journal is told by the row that says when the page was brought.
 * A page has some thousand rows, its chain is read in order.
 */
const HISTORY = statement<Line & { holds: boolean }>(
  "journal.cell_history",
  `select a.at, b.body ->> 'entered' as entered, coalesce(people.short_name(f.surname, f.given_name, f.patronymic), '') as by, c.code as act,
     coalesce(e.one -> 'before', b.body -> 'before') as before, coalesce(e.one -> 'after', b.body -> 'after') as after
   from ledger.audit a join ledger.code c on c.code_no = a.act cross join lateral (select a.body::jsonb as body) b
   left join people.person f on f.school_id = $1 and f.person_id = a.actor
   left join lateral (select one from jsonb_array_elements(case when jsonb_typeof(coalesce(b.body -> 'pupils', b.body -> 'lessons')) = 'array' then coalesce(b.body -> 'pupils', b.body -> 'lessons') else '[]' end) as x(one)
      where jsonb_typeof(one) = 'object' and (one ->> 'pupil')::int = $4 and coalesce(one ->> 'lesson', b.body ->> 'lesson')::int = $3) e on true
   where a.school_id = $1 and a.stream = $2 and (e.one is not null or (b.body ->> 'lesson')::int = $3 and (b.body ->> 'pupil')::int = $4
     or c.code = 'journal.page.bring' and (exists (select from journal.mark k where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3 and k.pupil_id = $4 and k.set_at <= a.at)
       or exists (select from attendance.absence k where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3 and k.pupil_id = $4 and k.set_at <= a.at)))
   order by a.seq`,
);
const LESSON = statement<{ lessonId: number }>(
  "journal.lesson_of_page",
  `select lesson_id as "lessonId" from timetable.lesson where school_id = $1 and page_id = $2 and lesson_id = $3`,
);
const HOLDS = statement<{ broken: number | null }>("journal.chain_of_page", "select ledger.broken_at($1, $2) as broken");

/** Every change of a cell with its author, oldest first, and whether the page's chain still holds. */
export async function cellHistory({ tx, actor }: Context, { params }: Input<typeof cellHistoryRoute>): Promise<Output<typeof cellHistoryRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, lessonId, pupilId } = params;
  const ties = await tx.row(PAGE_TIES, [schoolId, pageId, personId, today]);
  if (!ties || !(await tx.row(LESSON, [schoolId, pageId, lessonId]))) throw new Failure("not_found", "timetable.lesson_not_found");
  permit(actor, JOURNAL_ACTS, cellHistoryRoute.act, { own_page: ties.teachesPage, own_class: ties.ownClass });
  const rows = await tx.rows(HISTORY, [schoolId, pageId, lessonId, pupilId]);
  const broken = (await tx.row(HOLDS, [schoolId, pageId]))!.broken;
  return {
    lines: rows.map(({ at, entered, by, act, before, after }) => ({ at: at.toISOString(), entered, by, act, before, after })),
    chainHolds: broken === null,
  };
}
