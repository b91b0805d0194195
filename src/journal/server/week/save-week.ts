import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { saveWeekRoute } from "../../../timetable/contract/school-week.ts";
import { newClashes, refusalToPlace, sameWeek } from "../../../timetable/rules/week/judge-week.ts";
import { lockWeeks, permitEditor, storeWeeks, weekForSave } from "../../../timetable/server/door.ts";
import type { SchoolWeek } from "../../../timetable/server/door.ts";
import { planWeeks, storePlan } from "./redate-pages.ts";
import type { WeekPlan } from "./redate-pages.ts";

type Asked = Input<typeof saveWeekRoute>["body"]["pages"];
type Page = SchoolWeek["pages"][number];

function pagesOf(asked: Asked, week: SchoolWeek): { page: Page; seen: Asked[number]["seen"]; lessons: Asked[number]["lessons"] }[] {
  const byId = new Map(week.pages.map((p) => [p.pageId, p]));
  return [...new Map(asked.map((a) => [a.pageId, a])).values()].map(({ pageId, seen, lessons }) => {
    const page = byId.get(pageId);
    if (!page) throw new Failure("not_found", "timetable.page_not_found");
    return { page, seen, lessons: [...new Map(lessons.map((l) => [`${l.weekday}|${l.slot}|${l.parity}|${l.teacherId}`, l])).values()] };
  });
}

/** The year the new week belongs to; what it may begin with is a day to come inside it. */
function yearAhead(from: LocalDate, today: LocalDate, week: SchoolWeek): NonNullable<SchoolWeek["year"]> {
  const { year } = week;
  if (!year) throw new Failure("refused", "timetable.no_year");
  if (from < year.startsOn || from > year.endsOn) throw new Failure("refused", "timetable.day_outside_year", { from: year.startsOn, to: year.endsOn });
  if (from <= today) throw new Failure("refused", "timetable.from_not_ahead", { today });
  return year;
}

/**
 * Sets the repeating week of pages from a day to come and lays it over the lessons from that day on: earlier ones keep their place.
 *
 * Clashes are refused until they are confirmed. With `preview` the same is found out and nothing is written.
 */
export async function saveWeek(context: Context, { params, body }: Input<typeof saveWeekRoute>): Promise<Output<typeof saveWeekRoute>> {
  const { tx, actor, now } = context;
  const { schoolId, personId, today } = actor;
  const from = parseDay(params.day);
  const preview = body.preview === true;
  if (!preview) await lockWeeks(tx, schoolId);
  const week = await weekForSave(tx, schoolId, from ?? today);
  const asked = pagesOf(body.pages, week);
  const right = await permitEditor(tx, actor, saveWeekRoute.act);
  if (from === null) throw new Failure("invalid", "timetable.not_a_day", { text: params.day });
  const year = yearAhead(from, today, week);
  for (const { page, seen } of asked) {
    const { pageId, group, subject, lessons } = page;
    if (!sameWeek(seen, lessons)) throw new Failure("conflict", "timetable.week_changed_meanwhile", { pageId, group, subject, lessons });
  }
  const weeks = asked.map(({ page, lessons }) => ({ pageId: page.pageId, lessons }));
  const standing = { ...week, daysPerWeek: year.daysPerWeek };
  const refusal = refusalToPlace(weeks, standing);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  const clashes = newClashes(weeks, standing);
  if (clashes.length > 0 && !preview && body.despiteClashes !== true) throw new Failure("refused", "timetable.week_clashes", { count: clashes.length });

  const plan = await planWeeks(tx, schoolId, from, year, asked);
  const names = new Map(week.pages.map((p) => [p.pageId, `${p.group}, ${p.subject}`]));
  const told = {
    ...toldOf(from, plan),
    clashes: clashes.map(({ kind, first, second }) => ({
      kind,
      weekday: first.weekday,
      slot: first.slot,
      first: names.get(first.pageId)!,
      second: names.get(second.pageId)!,
    })),
  };
  if (preview) return { saved: false, ...told };

  await storeWeeks(
    tx,
    schoolId,
    from,
    asked.map(({ page, lessons }) => ({ pageId: page.pageId, nextFrom: page.nextFrom, lessons })),
  );
  await storePlan(context, from, plan, saveWeekRoute.act, right);
  for (const { page, lessons, plan: done } of plan.pages) {
    const { added, altered, dropped, cancelled } = done;
    await record(tx, {
      schoolId,
      stream: page.pageId,
      actor: personId,
      at: now,
      act: saveWeekRoute.act,
      right,
      body: { from, before: page.lessons, after: lessons, added: added.length, altered: altered.length, dropped: dropped.length, cancelled },
      event: { topic: "timetable.week_changed", body: { pageId: page.pageId, groupId: page.groupId, day: from } },
    });
  }
  return { saved: true, ...told };
}

function toldOf(from: LocalDate, { pages }: WeekPlan): Omit<Output<typeof saveWeekRoute>, "saved" | "clashes"> {
  const sum = (count: (p: WeekPlan["pages"][number]) => number) => pages.reduce((n, p) => n + count(p), 0);
  const said = (of: "cancelled" | "kept") =>
    pages.flatMap(({ page, plan, standing }) =>
      plan[of].map((lessonId) => {
        const { day, slot } = standing.find((l) => l.lessonId === lessonId)!;
        return { pageId: page.pageId, lessonId, group: page.group, subject: page.subject, day, slot };
      }),
    );
  return {
    from,
    added: sum((p) => p.plan.added.length),
    altered: sum((p) => p.plan.altered.length),
    dropped: sum((p) => p.plan.dropped.length),
    stays: sum((p) => p.plan.stays),
    cancelled: said("cancelled"),
    kept: said("kept"),
  };
}
