/**
 * A mark of a cell as one text: its token, and after a # the work type it was given for where that is not the column's: `4`, `4#7`.
 * One text is compared, undone, kept on the device and carried like any other value of a cell.
 */
export type MarkValue = string | null;

const AT = "#";

export const markValue = (token: string | null, workType: number | null = null): MarkValue =>
  token === null ? null : workType === null ? token : `${token}${AT}${workType}`;

export const tokenOf = (value: MarkValue): string | null => (value === null ? null : (value.split(AT)[0] ?? null));

/** The work type of its own; null: the mark is for the work of the column. */
export function workTypeOf(value: MarkValue): number | null {
  const own = value?.split(AT)[1];
  return own === undefined ? null : Number(own);
}
