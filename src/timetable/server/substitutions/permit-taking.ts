import { permit } from "../../../access/rules/permit.ts";
import type { Actor, Grant } from "../../../access/rules/permit.ts";
import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { Failure } from "../../../foundation/failure.ts";
import type { SubstitutionWindow } from "../../../regulation/rules/substitution-window.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { TIMETABLE_ACTS } from "../../rules/acts.ts";

const NORMS = statement<{ recorded: string | null; window: SubstitutionWindow | null }>(
  "timetable.norms_of_taking",
  `select regulation.norm_on($1, 'lesson.substitution_recorded', $2) #>> '{}' as recorded, regulation.norm_on($1, 'timetable.substitution_window', $2) as window`,
);

/**
 * The grant by which a teacher records a substitution at the moment of entry, and the window it opens; throws where the norm of the
 * lesson's day leaves it to the deputy (001 §1.12 and 004 §5.1: at entry; 002 П2 §2.15: the deputy).
 */
export async function permitTaking(tx: Transaction, actor: Actor, onDay: LocalDate): Promise<{ right: Grant; window: SubstitutionWindow }> {
  const right = permit(actor, TIMETABLE_ACTS, "timetable.lesson.take", { by_norm: true });
  const norms = (await tx.row(NORMS, [actor.schoolId, onDay]))!;
  demandNorms(onDay, { "lesson.substitution_recorded": norms.recorded, "timetable.substitution_window": norms.window });
  if (norms.recorded !== "at_entry") throw new Failure("forbidden", "timetable.substitution_by_deputy");
  return { right, window: norms.window! };
}
