import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { yearBegunSql } from "../../../timetable/server/door.ts";
import { printListRoute, setPrintedRoute } from "../../contract/print/page-sections.ts";
import { PRINT_ACTS } from "../../rules/print-acts.ts";

type Line = Output<typeof printListRoute>["pages"][number];

/** Pages of the year whose kind is printed at its end. $1 school, $2 the school's day, $3 one page or null. */
const TO_PRINT = statement<Line & { isPrinted: boolean }>(
  "journal.pages_to_print",
  `with kinds as materialized (
    select k.kind, regulation.norm_on($1, 'journal.kind.' || k.kind, $2) ->> 'paper' = 'electronic_then_print' as prints from (select distinct kind from timetable.page where school_id = $1) k
  )
  select p.page_id as "pageId", g.name as "groupName", s.name as subject, r.printed_at as "printedAt", coalesce(k.prints, false) as "isPrinted"
  from timetable.page p join kinds k on k.kind = p.kind join people.study_group g on g.school_id = $1 and g.group_id = p.group_id
  join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
  left join journal.page_print r on r.school_id = $1 and r.page_id = p.page_id
  where p.school_id = $1 and case when $3::int is null then k.prints and p.year = (${yearBegunSql("$2")})
    else p.page_id = $3 end
  order by p.grade_level, g.name collate public.ru, s.name collate public.ru`,
);
const PRINTED = statement(
  "journal.page_printed",
  `insert into journal.page_print (school_id, page_id, printed_by, printed_at) values ($1, $2, $3, $4) on conflict do nothing`,
);

/** The year-end print: which pages, and which are done (002 П2 §3.1). Empty where no kind of journal is printed. */
export async function printList({ tx, actor }: Context): Promise<Output<typeof printListRoute>> {
  permit(actor, PRINT_ACTS, printListRoute.act);
  const pages = await tx.rows(TO_PRINT, [actor.schoolId, actor.today, null]);
  return { mayMark: mayReach(actor, PRINT_ACTS, "journal.print.set", "school"), pages: pages.map(({ isPrinted: _, ...page }) => page) };
}

/** Notes that a page was printed; the first note stays. */
export async function setPrinted({ tx, actor, now }: Context, { params }: Input<typeof setPrintedRoute>): Promise<Output<typeof setPrintedRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId } = params;
  const page = await tx.row(TO_PRINT, [schoolId, today, pageId]);
  if (!page) throw new Failure("not_found", "journal.page_not_found");
  const right = permit(actor, PRINT_ACTS, setPrintedRoute.act);
  if (!page.isPrinted) throw new Failure("refused", "journal.page_not_printed");
  if (page.printedAt !== null) return { pageId, printedAt: new Date(page.printedAt).toISOString() };
  await tx.rows(PRINTED, [schoolId, pageId, personId, now]);
  await record(tx, { schoolId, stream: pageId, actor: personId, at: now, act: setPrintedRoute.act, right, body: { after: now.toISOString() } });
  return { pageId, printedAt: now.toISOString() };
}
