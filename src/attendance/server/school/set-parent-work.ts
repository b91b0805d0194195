import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { parseDay } from "../../../foundation/day.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setParentWorkRoute } from "../../contract/school-attendance.ts";
import { ATTENDANCE_ACTS } from "../../rules/acts.ts";
import { LONGEST } from "../class-attendance.ts";
import { CLASS_TIES } from "../class-queries.ts";

type Facts = { unexcused: number; standing: { note: string; version: number } | null };

/** Unexcused lessons of a pupil of the class on a day, and the note that stands. $1 school, $2 class, $3 pupil, $4 day. */
const FACTS = statement<Facts>(
  "attendance.parent_work_facts",
  `select (select count(*)::int from people.school_class c
      join people.member k on k.school_id = $1 and k.group_id = c.group_id and k.pupil_id = $3 and k.from_day <= $4 and (k.to_day is null or k.to_day >= $4)
      join people.member m on m.school_id = $1 and m.pupil_id = $3 and m.from_day <= $4 and (m.to_day is null or m.to_day >= $4)
      join timetable.page p on p.school_id = $1 and p.group_id = m.group_id join timetable.lesson l on l.school_id = $1 and l.page_id = p.page_id and l.day = $4
      join attendance.absence a on a.school_id = $1 and a.page_id = l.page_id and a.lesson_id = l.lesson_id and a.pupil_id = $3 and a.kind in (1, 2)
      join attendance.reason r on r.school_id = $1 and r.reason = a.reason and not r.excused
      where c.school_id = $1 and c.class_id = $2) as unexcused,
    (select json_build_object('note', w.note, 'version', w.version) from attendance.parent_work w where w.school_id = $1 and w.pupil_id = $3 and w.day = $4) as standing`,
);
const STORE = statement<{ version: number }>(
  "attendance.store_parent_work",
  `with put as (
     insert into attendance.parent_work as w (school_id, pupil_id, day, noted_by, noted_at, note) select $1::int, $2::int, $3::date, $4::int, $5::timestamptz, $6::text where $7::int = 0
       or exists (select from attendance.parent_work where school_id = $1 and pupil_id = $2 and day = $3)
     on conflict (school_id, pupil_id, day) do update set note = excluded.note, noted_by = excluded.noted_by, noted_at = excluded.noted_at, version = w.version + 1 where w.version = $7
     returning version)
   select version, ledger.record($1, -$2::int, $4, $5, $8, $9, $10, $11) as seq from put`,
);

/** Closes the work with the parents about a day with a note of what was done; what stands already is answered as done. */
export async function setParentWork(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setParentWorkRoute>,
): Promise<Output<typeof setParentWorkRoute>> {
  const { schoolId, personId, today } = actor;
  const { classId, pupilId } = params;
  const day = parseDay(params.day);
  const note = body.note.trim();
  const factsOf = () => tx.row(FACTS, [schoolId, classId, pupilId, day]);
  const [ties, found] = await Promise.all([tx.row(CLASS_TIES, [schoolId, classId, personId, today]), factsOf()]);
  if (!ties) throw new Failure("not_found", "attendance.class_not_found");
  const right = permit(actor, ATTENDANCE_ACTS, setParentWorkRoute.act, { own_class: ties.ownClass });
  if (day === null) throw new Failure("invalid", "attendance.not_days", { longest: LONGEST });
  if (note === "") throw new Failure("invalid", "attendance.note_missing");
  const { unexcused, standing } = found!;
  if (unexcused === 0) throw new Failure("refused", "attendance.no_task", { day });
  if (standing?.note === note && standing.version >= body.expectedVersion) return standing;
  const conflict = (s: Facts["standing"]) => new Failure("conflict", "attendance.note_changed_meanwhile", { note: s?.note ?? null, version: s?.version ?? 0 });
  if ((standing?.version ?? 0) !== body.expectedVersion) throw conflict(standing);
  const audit = { pupil: pupilId, day, before: standing?.note ?? null, after: note };
  const entry = { schoolId, stream: -pupilId, actor: personId, at: now, act: setParentWorkRoute.act, right, body: audit };
  const stored = await tx.row(STORE, [schoolId, pupilId, day, personId, now, note, body.expectedVersion, ...actAndEvent(entry)]);
  if (!stored) throw conflict((await factsOf())!.standing);
  return { note, version: stored.version };
}
