import type { Context } from "../../../access/server/door.ts";
import { laySpans, liftSpans } from "../../../attendance/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { lessonDates } from "../../../timetable/rules/lesson-dates.ts";
import type { WeekRow } from "../../../timetable/rules/week/judge-week.ts";
import { redate } from "../../../timetable/rules/week/redate.ts";
import type { Redating } from "../../../timetable/rules/week/redate.ts";
import { newWeekReason } from "../../../timetable/rules/week/week-words.ru.ts";
import { lessonsToCome, recordChange, storeRedating, yearDays } from "../../../timetable/server/door.ts";
import type { LessonToCome, SchoolWeek } from "../../../timetable/server/door.ts";

type Written = { pageId: number; lessonId: number; written: boolean; bySpan: boolean };

const ENTRIES = statement<Written>(
  "journal.entries_of_pages",
  `with asked as (select unnest($2::int[]) as page_id), found as (
     select k.page_id, k.lesson_id, true as written, false as by_span from asked a join journal.mark k on k.school_id = $1 and k.page_id = a.page_id and k.lesson_day >= $3::date and k.value is not null
     union all select b.page_id, b.lesson_id, b.signs & 4 = 0, b.signs & 4 = 4 from asked a join attendance.absence b on b.school_id = $1 and b.page_id = a.page_id and b.lesson_day >= $3::date and b.kind <> 0
     union all select n.page_id, n.lesson_id, true, false from asked a join journal.lesson_note n on n.school_id = $1 and n.page_id = a.page_id and n.day >= $3::date
   )
   select page_id as "pageId", lesson_id as "lessonId", bool_or(written) as written, bool_or(by_span) as "bySpan" from found group by page_id, lesson_id`,
);

type PagePlan = { page: SchoolWeek["pages"][number]; lessons: readonly WeekRow[]; standing: LessonToCome[]; plan: Redating };
/** What the new weeks do to the dated lessons, and which lessons carry absences of a span of days. */
export type WeekPlan = { pages: PagePlan[]; spans: Written[] };

/** Lays the new weeks of pages over the study days from a day on, without writing anything. */
export async function planWeeks(
  tx: Transaction,
  schoolId: number,
  from: LocalDate,
  year: NonNullable<SchoolWeek["year"]>,
  asked: readonly { page: SchoolWeek["pages"][number]; lessons: readonly WeekRow[] }[],
): Promise<WeekPlan> {
  const pageIds = asked.map((a) => a.page.pageId);
  const days = (await yearDays(tx, schoolId, year.year))!;
  const [toCome, entries] = await Promise.all([lessonsToCome(tx, schoolId, pageIds, from, year.endsOn), tx.rows(ENTRIES, [schoolId, pageIds, from])]);
  const found = new Map(entries.map((e) => [`${e.pageId}|${e.lessonId}`, e]));
  const byPage = Map.groupBy(toCome, (l) => l.pageId);
  const pages = asked.map(({ page, lessons }): PagePlan => {
    const until = page.nextFrom === null ? year.endsOn : plusDays(page.nextFrom, -1);
    const span = (page.shift === 0 ? days.clubDays : days.days).filter((d) => from <= d.day && d.day <= until);
    const week = lessons.toSorted((a, b) => a.teacherId - b.teacherId).map((l) => ({ ...l, from, to: null }));
    const wanted = lessonDates(week, span, days.termsOf(page.gradeLevel));
    const standing = (byPage.get(page.pageId) ?? []).filter((l) => l.day <= until);
    const told = standing.map((l) => ({ ...l, written: found.get(`${l.pageId}|${l.lessonId}`)?.written ?? false }));
    return { page, lessons, standing, plan: redate(told, wanted) };
  });
  return { pages, spans: entries.filter((e) => e.bySpan) };
}

/** Writes what was planned. A lesson that loses its day is cancelled with its history; nobody is absent from a lesson that is not held at its time. */
export async function storePlan(context: Context, from: LocalDate, { pages, spans }: WeekPlan, act: string, right: string): Promise<void> {
  const { tx, actor, now } = context;
  const { schoolId, personId } = actor;
  const reason = newWeekReason(from);
  for (const { page, plan, standing } of pages) {
    const moved = new Set([...plan.dropped, ...plan.cancelled, ...plan.altered.map((a) => a.lessonId)]);
    for (const { pageId, lessonId } of spans) if (pageId === page.pageId && moved.has(lessonId)) await liftSpans(context, pageId, lessonId, act, right);
    for (const lessonId of plan.cancelled) {
      const { version } = standing.find((l) => l.lessonId === lessonId)!;
      await recordChange(tx, { kind: "cancelled", schoolId, pageId: page.pageId, lessonId, expectedVersion: version, actor: personId, right, at: now, reason });
    }
  }
  await storeRedating(
    tx,
    schoolId,
    pages.map(({ page, plan }) => ({ pageId: page.pageId, plan })),
  );
  const moved = pages.flatMap(({ plan }) => plan.altered.map((a) => a.lessonId));
  const pageIds = pages.map(({ page }) => page.pageId);
  await laySpans(context, pageIds, from, moved, act, right);
}
