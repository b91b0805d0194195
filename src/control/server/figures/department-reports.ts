import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { dayIn, parseDay, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { headedDepartments } from "../../../people/server/door.ts";
import { departmentReportsRoute, sendDepartmentReportRoute } from "../../contract/figures/department-reports.ts";
import { FIGURES_ACTS } from "../../rules/figures/acts.ts";
import { groupFigures } from "../../rules/figures/group-figures.ts";
import type { Figures, Sums } from "../../rules/figures/group-figures.ts";
import { figuresText } from "./figures.ts";

type Report = Output<typeof departmentReportsRoute>;
type Timeliness = Report["departments"][number]["figures"];
type Row = { departmentId: number; name: string; heads: string[]; sentAt: Date | null; sentBy: string | null; figures: Timeliness | null };

/** Departments with the report of a month, if it was handed in. $1 school, $2 the month's first day, $3 its last. */
const REPORTS = statement<Row>(
  "control.department_reports",
  `select d.department_id as "departmentId", d.name, r.sent_at as "sentAt", people.short_name(b.surname, b.given_name, b.patronymic) as "sentBy", r.figures,
     (select coalesce(json_agg(people.short_name(f.surname, f.given_name, f.patronymic) order by f.surname), '[]') from people.department_member m
       join people.person f on f.school_id = $1 and f.person_id = m.person_id
       where m.school_id = $1 and m.department_id = d.department_id and m.is_head and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3)) as heads
   from people.department d left join control.department_report r on r.school_id = $1 and r.department_id = d.department_id and r.month = $2
   left join people.person b on b.school_id = $1 and b.person_id = r.sent_by
   where d.school_id = $1 order by d.name collate public.ru`,
);

/** Keeps a report with its audit row; who was second keeps nothing. $7 act, $8 the audit's body. */
const SEND = statement(
  "control.send_department_report",
  `with sent as (insert into control.department_report (school_id, department_id, sent_by, month, sent_at, figures) values ($1, $2, $3, $4, $5, $6::jsonb)
     on conflict do nothing returning department_id)
   select ledger.record($1, 0, $3, $5, $7, $8, null, null) from sent`,
);

const timelinessOf = ({ held, inTime, homeworkHeld, homework, marks, lateMarks }: Sums): Timeliness => ({
  held,
  inTime,
  homeworkHeld,
  homework,
  marks,
  lateMarks,
});
const NOTHING: Timeliness = { held: 0, inTime: 0, homeworkHeld: 0, homework: 0, marks: 0, lateMarks: 0 };

function monthOf(text: string): { first: LocalDate; last: LocalDate } {
  const first = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null;
  if (first === null) throw new Failure("invalid", "timetable.not_a_day", { text });
  return { first, last: plusDays(parseDay(`${plusDays(first, 31).slice(0, 7)}-01`)!, -1) };
}

async function reportsOf(ctx: Context, text: string): Promise<Report & { seen: ReadonlySet<number> }> {
  const { tx, actor } = ctx;
  const { first, last } = monthOf(text);
  const headed = new Set(await headedDepartments(tx, actor.schoolId, actor.personId, actor.today));
  permit(actor, FIGURES_ACTS, departmentReportsRoute.act, { own_department: headed.size > 0 });
  const all = mayReach(actor, FIGURES_ACTS, departmentReportsRoute.act, "school");
  const rows = (await tx.rows(REPORTS, [actor.schoolId, first, last])).filter(({ departmentId }) => all || headed.has(departmentId));
  const figures = JSON.parse(await figuresText(ctx, { from: first, to: last })) as Figures;
  const now = new Map(groupFigures(figures, "department").map(({ id, sums }) => [id, timelinessOf(sums)]));
  const departments = rows.map(({ sentAt, figures: kept, ...row }) => ({
    ...row,
    maySend: headed.has(row.departmentId) && actor.roles.includes("head_of_department"),
    sentOn: sentAt && dayIn(actor.timezone, sentAt),
    figures: kept ?? now.get(row.departmentId) ?? NOTHING,
  }));
  return { month: first, over: last < actor.today, departments, seen: new Set(rows.map(({ departmentId }) => departmentId)) };
}

/** The timeliness of filling by department in a month (001 §2.4). */
export async function departmentReports(ctx: Context, { query }: Input<typeof departmentReportsRoute>): Promise<Output<typeof departmentReportsRoute>> {
  const { seen: _, ...report } = await reportsOf(ctx, query.month);
  return report;
}

/** A head hands the report of a month that is over to the deputy: the figures are kept as they stand (001 §2.4). */
export async function sendDepartmentReport(
  ctx: Context,
  { params, body }: Input<typeof sendDepartmentReportRoute>,
): Promise<Output<typeof sendDepartmentReportRoute>> {
  const { tx, actor, now } = ctx;
  const { schoolId, personId } = actor;
  const headed = await headedDepartments(tx, schoolId, personId, actor.today);
  const right = permit(actor, FIGURES_ACTS, sendDepartmentReportRoute.act, { own_department: headed.includes(params.departmentId) });
  const { seen, ...report } = await reportsOf(ctx, body.month);
  const own = report.departments.find(({ departmentId }) => departmentId === params.departmentId);
  if (!own || !seen.has(params.departmentId)) throw new Failure("not_found", "control.department_not_found");
  if (!report.over) throw new Failure("refused", "control.month_not_over", { month: report.month });
  if (own.sentOn !== null) return report;
  const entry = {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: sendDepartmentReportRoute.act,
    right,
    body: { department: params.departmentId, month: report.month },
  };
  await tx.rows(SEND, [schoolId, params.departmentId, personId, report.month, now, JSON.stringify(own.figures), ...actAndEvent(entry).slice(0, 2)]);
  const { seen: __, ...after } = await reportsOf(ctx, body.month);
  return after;
}
