import { permit } from "../../access/rules/permit.ts";
import type { Actor, Grant } from "../../access/rules/permit.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { demandNorms } from "../../regulation/server/door.ts";
import { TIMETABLE_ACTS } from "../rules/acts.ts";

type EditorsAct = {
  [A in keyof typeof TIMETABLE_ACTS]: "by_norm" extends (typeof TIMETABLE_ACTS)[A][number]["reach"] ? A : never;
}[keyof typeof TIMETABLE_ACTS];

const EDITORS = statement<{ editors: string[] | null }>("timetable.editors", "select regulation.norm_on($1, 'timetable.editor', $2) as editors");

/**
 * The grant by which the person edits the timetable; throws when the norm `timetable.editor` of today names none of the person's roles
 * (000 §10.5, 001 §2.2, 002 П2 §2.8: the administrator; 004 §4.9.2: the deputy).
 */
export async function permitEditor(tx: Transaction, actor: Actor, act: EditorsAct): Promise<Grant> {
  const { editors } = (await tx.row(EDITORS, [actor.schoolId, actor.today]))!;
  // who could in no school is told so whatever the norm says
  permit(actor, TIMETABLE_ACTS, act, { by_norm: true });
  demandNorms(actor.today, { "timetable.editor": editors });
  return permit({ ...actor, roles: actor.roles.filter((role) => editors!.includes(role)) }, TIMETABLE_ACTS, act, { by_norm: true });
}
