import { parseDay, plusDays, type LocalDate } from "../../foundation/day.ts";

const EXCEL_DAY_0 = "1899-12-30" as LocalDate;
/** Day numbers of 1927 to 2099; shorter ones could be a year or a typing error. */
const EXCEL = { first: 10_000, last: 73_050 };

/**
 * The day in a cell: `31.12.2014`, `1/9/2014`, `2014-12-31` with or without a time of midnight, or Excel's number
 * of a day. Null when it is none of these or no day of the calendar, as 31 February.
 */
export function birthDate(cell: string): LocalDate | null {
  const text = cell.trim().replace(/[T ]0{1,2}:00(?::00(?:\.0+)?)?$/, "");
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!);
  const local = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text);
  if (local) return dayOf(local[3]!, local[2]!, local[1]!);
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  return serial >= EXCEL.first && serial <= EXCEL.last ? plusDays(EXCEL_DAY_0, serial) : null;
}

function dayOf(year: string, month: string, dayOfMonth: string): LocalDate | null {
  const parsed = parseDay(`${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`);
  return parsed !== null && parsed >= "1900-01-01" && parsed < "2100-01-01" ? parsed : null;
}
