import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { absenceKind } from "../rules/absence-kind.ts";

const STANDING = statement<{ kind: number; reason: number | null; version: number; setBy: number; setAt: Date }>(
  "attendance.standing",
  `select kind, reason, version, set_by as "setBy", set_at as "setAt" from attendance.absence where school_id = $1 and page_id = $2 and lesson_id = $3 and pupil_id = $4`,
);

/** The refusal that names what stands in a place now. */
export async function changedMeanwhile(
  { tx, actor }: Pick<Context, "tx" | "actor">,
  { pageId, lessonId, pupilId }: { pageId: number; lessonId: number; pupilId: number },
): Promise<Failure> {
  const standing = (await tx.row(STANDING, [actor.schoolId, pageId, lessonId, pupilId])) ?? { kind: 0, reason: null, version: 0, setBy: null, setAt: null };
  const { kind, ...facts } = standing;
  return new Failure("conflict", "attendance.cell_changed_meanwhile", { pageId, lessonId, pupilId, kind: absenceKind(kind), ...facts });
}
