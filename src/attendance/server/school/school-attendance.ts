import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { mondayOf, parseDay, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms, setNorms } from "../../../regulation/server/door.ts";
import { alarmsRoute, schoolWeekRoute, setAlarmRoute } from "../../contract/school-attendance.ts";
import { ATTENDANCE_ACTS } from "../../rules/acts.ts";
import { alarming, missedPercent } from "../../rules/alarm.ts";
import { OWN_ALARM } from "../../rules/own-act.ru.ts";
import { LONGEST } from "../class-attendance.ts";
import { CLASSES_OVER_DAYS, PUPILS_WHO_MISSED } from "./school-queries.ts";

const ALARM = "attendance.alarm_percent";
const PERCENT = statement<{ percent: number | null }>("attendance.alarm_percent", `select (regulation.norm_on($1, '${ALARM}', $2))::int as percent`);

function dayOf(text: string | undefined, today: LocalDate): LocalDate {
  const day = text === undefined ? today : parseDay(text);
  if (day === null) throw new Failure("invalid", "attendance.not_days", { longest: LONGEST });
  return day;
}
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

/** The classes of the school over a week, up to today (003 §3-2: the deputy watches weekly). */
export async function schoolAttendanceWeek({ tx, actor }: Context, { query }: Input<typeof schoolWeekRoute>): Promise<Output<typeof schoolWeekRoute>> {
  const { schoolId, today } = actor;
  permit(actor, ATTENDANCE_ACTS, schoolWeekRoute.act);
  const monday = mondayOf(dayOf(query.day, today));
  const sunday = plusDays(monday, 6);
  const row = await tx.row(CLASSES_OVER_DAYS, [schoolId, monday, earlier(sunday, today)]);
  return { monday, sunday, today, classes: row!.classes };
}

/** Pupils whose absence of a month is alarming by the norm of its last day, up to today. */
export async function attendanceAlarms({ tx, actor }: Context, { query }: Input<typeof alarmsRoute>): Promise<Output<typeof alarmsRoute>> {
  const { schoolId, today } = actor;
  permit(actor, ATTENDANCE_ACTS, alarmsRoute.act);
  const asked = dayOf(query.month, today);
  const from = `${asked.slice(0, 7)}-01` as LocalDate;
  const next = plusDays(from, 31);
  const to = earlier(plusDays(`${next.slice(0, 7)}-01` as LocalDate, -1), today);
  const [norm, pupils] = await Promise.all([tx.row(PERCENT, [schoolId, to]), tx.rows(PUPILS_WHO_MISSED, [schoolId, from, to])]);
  const percent = norm?.percent ?? null;
  demandNorms(to, { [ALARM]: percent });
  return {
    from,
    to,
    percent: percent!,
    maySet: mayReach(actor, ATTENDANCE_ACTS, "attendance.alarm.set", "school"),
    pupils: alarming(pupils, percent!).map((p) => ({ ...p, percent: missedPercent(p) })),
  };
}

/** Sets from today on which share of missed lessons is alarming. */
export async function setAttendanceAlarm({ tx, actor, now }: Context, { body }: Input<typeof setAlarmRoute>): Promise<Output<typeof setAlarmRoute>> {
  const { schoolId, personId, today } = actor;
  const right = permit(actor, ATTENDANCE_ACTS, setAlarmRoute.act);
  const before = (await tx.row(PERCENT, [schoolId, today]))?.percent ?? null;
  if (before !== body.percent) {
    await setNorms(tx, schoolId, [{ code: ALARM, value: body.percent, ...OWN_ALARM, from: today }]);
    await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: setAlarmRoute.act, right, body: { before, after: body.percent } });
  }
  return { percent: body.percent };
}
