import type { Actor } from "../../../access/rules/permit.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { dayIn } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { dueOf } from "../../../regulation/rules/deadline/due.ts";
import { parseDeadline } from "../../../regulation/rules/deadline/notation.ts";
import { normsBetween } from "../../../regulation/server/door.ts";
import { workingDaysAbout } from "../../../timetable/server/door.ts";

/** The last day of the term that the norm gives a remark of today; null when the school has no such norm. */
export async function termByNorm(tx: Transaction, { schoolId, today, timezone }: Actor): Promise<LocalDate | null> {
  const [norms, isWorkingDay] = await Promise.all([normsBetween(tx, schoolId, ["remarks.term"], today, today), workingDaysAbout(tx, schoolId, today)]);
  const deadline = parseDeadline(norms.on("remarks.term", today)?.value ?? "");
  const due = deadline && dueOf(deadline, { timezone, day: today, isWorkingDay });
  return due && dayIn(timezone, due);
}
