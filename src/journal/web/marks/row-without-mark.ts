import { CELL_SIGNS } from "../../rules/cell-signs.ts";
import { asksForMark, lessonsWithoutMark } from "../../rules/asks-for-mark.ts";
import { EMPTY_CELL, marksOf } from "../grid/cell.ts";
import type { Cell } from "../grid/cell.ts";
import { isMember } from "../grid/page-model.ts";
import type { Model } from "../grid/page-model.ts";

/** How many lessons in a row a pupil of the line attended without a mark, up to today; 0 where that is no reason to show it. A mark of today ends the row. */
export function rowWithoutMark(model: Model, r: number, cells: readonly Cell[]): number {
  const most = model.page.norms.attendedWithoutMark;
  const row = model.rows[r];
  if (most === null || !row || !model.page.uses.marks) return 0;
  const lessons = model.columns.flatMap((column, k) => {
    if (column.at !== "lesson" || column.when === "future" || column.lesson.cancelled || !isMember(row, column.lesson.day)) return [];
    const { absence, marks } = cells[k] ?? EMPTY_CELL;
    const marked = marksOf(marks).some(({ token }) => !CELL_SIGNS.includes(token));
    const there = absence.wanted !== "absent" && absence.wanted !== "ill";
    return [{ attended: there && (column.when === "past" || marked), marked }];
  });
  const without = lessonsWithoutMark(lessons);
  return asksForMark(without, most) ? without : 0;
}
