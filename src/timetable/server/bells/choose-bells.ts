import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { chooseBellsRoute } from "../../contract/bells.ts";
import { weekdayFollowed } from "../../rules/study-days.ts";
import type { SchoolYear, Span, SpecialDay } from "../../rules/study-days.ts";
import { permitEditor } from "../editor.ts";
import { lockDay } from "../day-queries.ts";
import { YEAR_OF_DAY_SQL } from "../year-queries.ts";
import { storeBellsOfDay } from "./bells-queries.ts";

type Facts = { year: SchoolYear | null; holidays: Span[]; special: (SpecialDay & { bellScheduleId: number | null }) | null; known: boolean };

const DAY = statement<{ facts: Facts }>(
  "timetable.day_for_bells",
  `with year as materialized (${YEAR_OF_DAY_SQL})
   select json_build_object('year', (select json_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on, 'daysPerWeek', y.days_per_week) from year y),
     'holidays', (select coalesce(json_agg(json_build_object('startsOn', h.starts_on, 'endsOn', h.ends_on)), '[]') from timetable.holidays h where h.school_id = $1 and h.year = (select year from year)),
     'special', (select json_build_object('day', d.day, 'isStudy', d.is_study, 'asWeekday', d.as_weekday, 'bellScheduleId', d.bell_schedule_id)
       from timetable.calendar_day d where d.school_id = $1 and d.day = $2::date),
     'known', $3::int is null or exists (select from timetable.bell_schedule s where s.school_id = $1 and s.bell_schedule_id = $3)) as facts`,
);

/** Chooses the bells of one day, today or to come: its lessons end by them, and what is due after the lessons is due by them too. */
export async function chooseBells({ tx, actor, now }: Context, { params, body }: Input<typeof chooseBellsRoute>): Promise<Output<typeof chooseBellsRoute>> {
  const { schoolId, personId, today } = actor;
  const { bellScheduleId } = body;
  const day: LocalDate | null = parseDay(params.day);
  const { facts } = (await tx.row(DAY, [schoolId, day ?? today, bellScheduleId]))!;
  if (!facts.known) throw new Failure("not_found", "timetable.bells_not_found");
  const right = await permitEditor(tx, actor, chooseBellsRoute.act);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text: params.day });
  await lockDay(tx, schoolId, day);
  const before = facts.special?.bellScheduleId ?? null;
  if (before === bellScheduleId) return { day, bellScheduleId };
  if (day < today) throw new Failure("refused", "timetable.day_gone", { today });
  if (!facts.year) throw new Failure("refused", "timetable.no_year");
  if (weekdayFollowed(day, facts.year, facts.holidays, facts.special ?? undefined) === null) throw new Failure("refused", "timetable.not_a_study_day", { day });

  await storeBellsOfDay(tx, schoolId, day, bellScheduleId, facts.year.daysPerWeek);
  await record(tx, {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: chooseBellsRoute.act,
    right,
    body: { day, before, after: bellScheduleId },
    event: { topic: "timetable.bells_changed", body: { everybody: true, day } },
  });
  return { day, bellScheduleId };
}
