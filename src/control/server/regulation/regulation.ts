import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { parseDay } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { staffNames } from "../../../people/server/door.ts";
import { editionsOf, standingNorms } from "../../../regulation/server/door.ts";
import { regulationRoute } from "../../contract/regulation/regulation.ts";
import { REGULATION_ACTS } from "../../rules/regulation/acts.ts";

const SCHOOL = statement<{ name: string }>("control.school_name", "select name from access.school where school_id = $1");
const SUBJECTS = statement<{ id: number; name: string }>("control.subject_names", `select subject_id as id, name from timetable.subject where school_id = $1`);
/** Which norms begin with an edition. $1 school. */
const CHANGED = statement<{ startsOn: LocalDate; codes: string[] }>(
  "control.norms_by_edition",
  `select lower(in_force) as "startsOn", array_agg(distinct code order by code) as codes from regulation.norm where school_id = $1 group by 1`,
);

/** A day that is none is refused; none at all is today. */
export function dayAsked(text: string | undefined, today: LocalDate): LocalDate {
  if (text === undefined) return today;
  const day = parseDay(text);
  if (day === null) throw new Failure("invalid", "timetable.not_a_day", { text });
  return day;
}

/** The whole regulation on a day, for everybody of the staff. */
export async function regulation({ tx, actor }: Context, { query }: Input<typeof regulationRoute>): Promise<Output<typeof regulationRoute>> {
  permit(actor, REGULATION_ACTS, regulationRoute.act);
  const { schoolId, today } = actor;
  const day = dayAsked(query.day, today);
  const [school, editions, norms, subjects, changed, names] = await Promise.all([
    tx.row(SCHOOL, [schoolId]),
    editionsOf(tx, schoolId),
    standingNorms(tx, schoolId, day),
    tx.rows(SUBJECTS, [schoolId]),
    tx.rows(CHANGED, [schoolId]),
    staffNames(tx, schoolId),
  ]);
  const nameOf = new Map(subjects.map(({ id, name }) => [id, name]));
  const codesOf = new Map(changed.map(({ startsOn, codes }) => [startsOn, codes]));
  return {
    school: school!.name,
    day,
    today,
    mayChange: mayReach(actor, REGULATION_ACTS, "control.regulation.enact", "school"),
    editions: editions.map(({ enteredAt: _, enteredBy, ...edition }, i) => ({
      ...edition,
      enteredBy: enteredBy === null ? null : (names.get(enteredBy) ?? null),
      changed: i === 0 ? [] : (codesOf.get(edition.startsOn) ?? []),
    })),
    norms: norms.map((norm) => ({ ...norm, subject: norm.subjectId === null ? null : (nameOf.get(norm.subjectId) ?? null) })),
  };
}
