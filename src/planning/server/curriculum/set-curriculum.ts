import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { addSubjects } from "../../../timetable/server/door.ts";
import { setCurriculumRoute } from "../../contract/curriculum/curriculum.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { demandYear } from "./curriculum-queries.ts";

type Line = Input<typeof setCurriculumRoute>["body"]["lines"][number];

const STANDING = statement<{ version: number; lines: Line[] }>(
  "planning.curriculum_to_write",
  `select coalesce(max(c.version), 0) as version, (select coalesce(json_agg(json_build_object('gradeLevel', l.grade_level, 'subject', s.name,
       'weeklyHours', l.weekly_hours, 'yearHours', l.year_hours)), '[]')
     from planning.curriculum_line l join timetable.subject s on s.school_id = $1 and s.subject_id = l.subject_id where l.school_id = $1 and l.year = $2) as lines
   from planning.curriculum c where c.school_id = $1 and c.year = $2`,
);
const STORE = statement<{ version: number }>(
  "planning.store_curriculum",
  `insert into planning.curriculum as c (school_id, year, version, set_by, set_at) values ($1, $2, 1, $3, $4)
   on conflict (school_id, year) do update set version = c.version + 1, set_by = excluded.set_by, set_at = excluded.set_at,
     approved_by = null, approved_on = null, order_ref = '' where c.version = $5
   returning version`,
);
const DROP_LINES = statement("planning.drop_curriculum_lines", "delete from planning.curriculum_line where school_id = $1 and year = $2");
const STORE_LINES = statement(
  "planning.store_curriculum_lines",
  `with put as (
     insert into planning.curriculum_line (school_id, year, grade_level, subject_id, year_hours, weekly_hours)
     select $1, $2, r."gradeLevel", r."subjectId", r."yearHours", r."weeklyHours"
     from json_to_recordset($3::json) as r("gradeLevel" smallint, "subjectId" int, "yearHours" smallint, "weeklyHours" numeric))
   select ledger.record($1, 0, $4, $5, $6, $7, $8, $9) as seq`,
);

const keyOf = (line: Line) => `${line.gradeLevel}|${line.subject}`;
const isSame = (a: Line | undefined, b: Line) => a?.weeklyHours === b.weeklyHours && a.yearHours === b.yearHours;

/** Writes the curriculum of a year whole. A change takes the approval away: what the director approved is not this any more. */
export async function setCurriculum(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setCurriculumRoute>,
): Promise<Output<typeof setCurriculumRoute>> {
  const right = permit(actor, PLANNING_ACTS, setCurriculumRoute.act);
  const { schoolId, personId } = actor;
  const { year } = params;
  await demandYear(tx, schoolId, year);
  const lines = body.lines.map((line) => ({ ...line, subject: line.subject.trim() }));
  const twice = lines.find((line, i) => lines.findIndex((other) => keyOf(other) === keyOf(line)) !== i);
  if (twice) throw new Failure("invalid", "planning.curriculum_line_twice", { subject: twice.subject, gradeLevel: twice.gradeLevel });

  const standing = (await tx.row(STANDING, [schoolId, year]))!;
  const before = new Map(standing.lines.map((line) => [keyOf(line), line]));
  const after = new Map(lines.map((line) => [keyOf(line), line]));
  const changed = lines.filter((line) => !isSame(before.get(keyOf(line)), line));
  const removed = standing.lines.filter((line) => !after.has(keyOf(line)));
  if (changed.length === 0 && removed.length === 0 && standing.version >= body.expectedVersion) return { version: standing.version };
  const conflict = (version: number) => new Failure("conflict", "planning.curriculum_changed_meanwhile", { version });
  if (standing.version !== body.expectedVersion) throw conflict(standing.version);

  const subjectIds = await addSubjects(
    tx,
    schoolId,
    lines.map((line) => line.subject),
  );
  const stored = await tx.row(STORE, [schoolId, year, personId, now, body.expectedVersion]);
  if (!stored) throw conflict((await tx.row(STANDING, [schoolId, year]))!.version);
  await tx.rows(DROP_LINES, [schoolId, year]);
  const entry = {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: setCurriculumRoute.act,
    right,
    body: { year, changed: changed.map((line) => ({ before: before.get(keyOf(line)) ?? null, after: line })), removed },
  };
  const rows = lines.map((line, i) => ({ ...line, subjectId: subjectIds[i]! }));
  await tx.rows(STORE_LINES, [schoolId, year, JSON.stringify(rows), personId, now, ...actAndEvent(entry)]);
  return { version: stored.version };
}
