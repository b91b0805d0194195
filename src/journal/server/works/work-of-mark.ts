import type { Output } from "../../../foundation/route.ts";
import { momentOfEntry } from "../../../regulation/rules/entry-moment.ts";
import type { NormCode } from "../../../regulation/rules/norms.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import type { setMarkRoute } from "../../contract/set-mark.ts";
import { isLateMark, signsOfMark, workTypeOfSigns } from "../../rules/cell-signs.ts";
import { isMarkLate } from "../../rules/mark-entry.ts";
import type { MarkFactsRow, Standing } from "../mark-queries.ts";

/** The mark as it stands; its work type is said where it is not the column's. */
export function cellOf({ mark, version, signs }: Standing, columnType: number | null): Output<typeof setMarkRoute> {
  const workType = mark === null ? null : workTypeOfSigns(signs);
  return { mark, version, late: isLateMark(signs), workType: workType === columnType ? null : workType };
}

/** What the body says of the work: a number, null for the column's, nothing where a mark is only mended. */
export type SaidWork = number | null | undefined;

/** Whether what is asked stands already. */
export const standsAsAsked = (standing: Standing, mark: string | null, facts: MarkFactsRow, said: SaidWork): boolean =>
  standing.mark === mark && (mark === null || said === undefined || facts.given?.type === workTypeOfSigns(standing.signs));

/** What the mark will be given for; null when there is no such type. What only mends a mark leaves it for what it was given. */
export const workTypeAsked = (facts: MarkFactsRow, standing: Standing, said: SaidWork): number | null =>
  said === undefined && standing.mark !== null ? workTypeOfSigns(standing.signs) : (facts.given?.type ?? null);

/** The norm of the term that the mark is judged by. */
export const termOf = (facts: MarkFactsRow): NormCode => facts.given!.norm as NormCode;

type Write = { mark: string | null; work: number; standing: Standing; workType: number; now: Date; entered: Date | null; timezone: string };

/** Whether it came late, by the term of its kind of work, and what it is given for, as the mark's row keeps them. */
export function signsAfter(facts: MarkFactsRow, { mark, work, standing, workType, now, entered, timezone }: Write): number {
  if (mark === null) return standing.signs;
  const { norm, due, nextLesson } = facts.given!;
  demandNorms(facts.lessonDay, { [norm]: due });
  const had = { standing: standing.mark, wasLate: isLateMark(standing.signs) };
  return signsOfMark(isMarkLate({ work, due: due!, ...had }, { ...facts, nextLesson, timezone }, momentOfEntry(facts.entryCounts, now, entered)), workType);
}
