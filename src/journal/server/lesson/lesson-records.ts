import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input } from "../../../foundation/route.ts";
import { JsonText } from "../../../foundation/serve.ts";
import { lessonRecordsRoute } from "../../contract/lesson-records.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { PAGE_TIES } from "../page-queries.ts";

/** $1 school, $2 page, $3 the school's day. */
const RECORDS = statement<{ found: string }>(
  "journal.lesson_records",
  `with lessons as materialized (
     select l.lesson_id, l.day, n.topic, n.homework from timetable.lesson l
     left join journal.lesson_note n on n.school_id = $1 and n.page_id = $2 and n.lesson_id = l.lesson_id
     where l.school_id = $1 and l.page_id = $2 and l.state = 0
   )
   select json_build_object(
     'records', (select coalesce(json_agg(json_build_object('lesson', n.lesson_id, 'enteredAt', coalesce(n.entered_at, n.set_at), 'by', people.short_name(w.surname, w.given_name, w.patronymic),
         'late', n.signs & 1 = 1, 'homeworkAt', case when n.homework is not null then coalesce(n.homework_at, n.set_at) end,
         'homeworkBy', case when n.homework is not null then people.short_name(h.surname, h.given_name, h.patronymic) end, 'homeworkLate', n.signs & 2 = 2)), '[]')
       from journal.lesson_note n
       left join people.person w on w.school_id = $1 and w.person_id = n.set_by
       left join people.person h on h.school_id = $1 and h.person_id = coalesce(n.homework_by, n.set_by)
       where n.school_id = $1 and n.page_id = $2 and (n.topic is not null or n.homework is not null)),
     'planned', (select count(*) from lessons), 'held', (select count(*) from lessons where day <= $3), 'passed', (select count(*) from lessons where topic is not null),
     'lastOn', (select max(day) from lessons where day <= $3 and topic is not null and homework is not null)
   )::text as found`,
);

/** Who wrote the lessons of a page and when (001 §1.12), and how far the programme is (001 §5.3). */
export async function lessonRecords({ tx, actor }: Context, { params }: Input<typeof lessonRecordsRoute>): Promise<JsonText> {
  const { schoolId, personId, today } = actor;
  const [ties, row] = await Promise.all([tx.row(PAGE_TIES, [schoolId, params.pageId, personId, today]), tx.lastRow(RECORDS, [schoolId, params.pageId, today])]);
  if (!ties || !row) throw new Failure("not_found", "journal.page_not_found");
  permit(actor, JOURNAL_ACTS, lessonRecordsRoute.act, { own_page: ties.teachesPage, own_class: ties.ownClass });
  return new JsonText(row.found);
}
