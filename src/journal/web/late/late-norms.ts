import type { LateNorm } from "../../contract/late-terms.ts";
import type { Cell } from "../grid/cell.ts";
import type { Page } from "../grid/page-model.ts";
import { workTypeOf } from "../marks/mark-value.ts";

const OF_FORM = { oral: "marks.oral_due", written: "marks.written_due", control: "marks.control_due" } as const satisfies Record<
  Page["workTypes"][number]["form"],
  LateNorm
>;

/** The norms that what stands late in a cell was late by: the absence, and each mark by how its work is checked. */
export function lateNormsOf(cell: Cell, workTypes: Page["workTypes"], columnType: number | null): LateNorm[] {
  const ofMarks = cell.marks.flatMap(({ late, wanted }): LateNorm[] => {
    const type = workTypes.find(({ workType }) => workType === (workTypeOf(wanted) ?? columnType));
    return late && wanted !== null && type ? [OF_FORM[type.form]] : [];
  });
  return [...new Set([...(cell.absence.late && cell.absence.wanted !== "none" ? ["attendance.entry_due" as const] : []), ...ofMarks])];
}
