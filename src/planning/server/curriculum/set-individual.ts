import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { setIndividualCurriculaRoute } from "../../contract/curriculum/individual.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { INDIVIDUAL } from "./individual-queries.ts";

const STORE = statement<{ version: number }>(
  "planning.store_individual_class",
  `insert into planning.individual_class as i (school_id, class_id, version, set_by, is_individual, set_at) values ($1, $2, 1, $3, $4, $5)
   on conflict (school_id, class_id) do update set version = i.version + 1, set_by = excluded.set_by, is_individual = excluded.is_individual, set_at = excluded.set_at
     where i.version = $6
   returning version`,
);
const DROP = statement(
  "planning.drop_pupil_subjects",
  "delete from planning.pupil_subject where school_id = $1 and class_id = $2 and pupil_id = any($3::int[])",
);
const ADD = statement(
  "planning.add_pupil_subjects",
  `with put as (
     insert into planning.pupil_subject (school_id, class_id, pupil_id, subject_id)
     select $1, $2, r.pupil, r.subject from unnest($3::int[], $4::int[]) as r(pupil, subject))
   select ledger.record($1, 0, $5, $6, $7, $8, $9, $10) as seq`,
);

/** Writes which subjects pupils of a class have; only subjects of the grade's curriculum and pupils of the class. All or nothing. */
export async function setIndividual(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setIndividualCurriculaRoute>,
): Promise<Output<typeof setIndividualCurriculaRoute>> {
  const { schoolId, personId, today } = actor;
  const { classId } = params;
  const row = await tx.row(INDIVIDUAL, [schoolId, classId, today]);
  if (!row) throw new Failure("not_found", "planning.class_not_found");
  const right = permit(actor, PLANNING_ACTS, setIndividualCurriculaRoute.act);
  const { standing } = row;
  const conflict = (version: number) => new Failure("conflict", "planning.individual_changed_meanwhile", { version });
  if (standing.version !== body.expectedVersion) throw conflict(standing.version);

  const subjectIds = new Map(standing.subjects.map((each) => [each.subject, each.subjectId]));
  const members = new Set(standing.pupils.map((pupil) => pupil.pupilId));
  const lists = [...new Map(body.pupils.map((pupil) => [pupil.pupilId, pupil])).values()];
  const unknown = lists.some(({ pupilId, subjects }) => !members.has(pupilId) || subjects.some((subject) => !subjectIds.has(subject)));
  if (unknown) throw new Failure("invalid", "planning.pupil_or_subject_not_found");

  const stored = await tx.row(STORE, [schoolId, classId, personId, body.isIndividual, now, body.expectedVersion]);
  if (!stored) throw conflict((await tx.row(INDIVIDUAL, [schoolId, classId, today]))!.standing.version);
  const rows = lists.flatMap(({ pupilId, subjects }) => subjects.map((subject) => ({ pupilId, subjectId: subjectIds.get(subject)! })));
  await tx.rows(DROP, [schoolId, classId, lists.map((pupil) => pupil.pupilId)]);
  const before = standing.pupils
    .filter((pupil) => lists.some((list) => list.pupilId === pupil.pupilId))
    .map(({ pupilId, subjectIds: ids }) => ({ pupilId, ids }));
  const entry = {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: "planning.individual_curricula.set",
    right,
    body: { classId, isIndividual: body.isIndividual, before, after: rows },
  };
  await tx.rows(ADD, [schoolId, classId, rows.map((r) => r.pupilId), rows.map((r) => r.subjectId), personId, now, ...actAndEvent(entry)]);
  return stored;
}
