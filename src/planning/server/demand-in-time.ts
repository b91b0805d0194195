import type { Actor } from "../../access/rules/permit.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import type { NormCode } from "../../regulation/rules/norms.ts";
import { normsBetween } from "../../regulation/server/door.ts";
import { judgeLateEntry } from "../rules/late-entry.ts";
import type { WhenLate } from "../rules/late-entry.ts";

type Entry = {
  when: WhenLate;
  late: boolean;
  reason: string | undefined;
  lessonDay: LocalDate;
  /** The term it is judged by; the sentence names its clause. */ norm: NormCode;
};

/** Stops a first entry after its term where the school's norm does not take it, or not without a reason (REG-05); what the audit row keeps is answered. */
export async function demandInTime(tx: Transaction, actor: Actor, { when, late, reason, lessonDay, norm }: Entry): Promise<{ correction?: string }> {
  const { refusal, kept } = judgeLateEntry(when, late, reason);
  if (refusal === null) return kept;
  const term = (await normsBetween(tx, actor.schoolId, [norm], lessonDay, lessonDay)).on(norm, lessonDay);
  throw new Failure("refused", refusal, { lessonDay, norm, act: term?.act ?? "", clause: term?.clause ?? "" });
}
