import type { Transaction } from "../../../../foundation/database.ts";
import type { LocalDate } from "../../../../foundation/day.ts";
import { dueOf } from "../../../../regulation/rules/deadline/due.ts";
import { parseDeadline } from "../../../../regulation/rules/deadline/notation.ts";
import type { OwedDuty } from "../../../rules/duties/owed.ts";
import { LAST_BELLS } from "../open-lessons.ts";

/** Duties of lessons of long ago with their terms to the minute: the last bells of their days are looked up only for those that are shown. */
export async function withLastBells(
  tx: Transaction,
  { schoolId, timezone }: { schoolId: number; timezone: string },
  duties: readonly OwedDuty[],
  bellsFrom: LocalDate,
): Promise<OwedDuty[]> {
  const terms = new Map(
    duties.flatMap((duty) => {
      const deadline = duty.lessonId !== null && duty.day < bellsFrom ? parseDeadline(duty.norm) : null;
      return deadline?.kind === "anchor" && deadline.anchor === "class_day_end" ? [[duty, deadline] as const] : [];
    }),
  );
  if (terms.size === 0) return [...duties];
  const asked = [...terms.keys()];
  const bells = await tx.rows(LAST_BELLS, [schoolId, asked.map(({ pageId }) => pageId), asked.map(({ day }) => day)]);
  const ends = new Map(bells.map((bell) => [`${bell.pageId} ${bell.day}`, bell.ends]));
  const exact = duties.map((duty) => {
    const deadline = terms.get(duty);
    const dueAt = deadline && dueOf(deadline, { timezone, day: duty.day, classDayEnds: ends.get(`${duty.pageId} ${duty.day}`) });
    return dueAt ? { ...duty, dueAt } : duty;
  });
  return exact.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
