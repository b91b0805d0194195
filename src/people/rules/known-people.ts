import type { LocalDate } from "../../foundation/day.ts";
import type { ChildRef, PersonName, PupilRecord, StaffRecord } from "./people-record.ts";
import type { SchoolRejection } from "./import-report.ts";
import { classKey, nameKey } from "./person-name.ts";
import { isShort, mayBeSamePerson } from "./printed-name.ts";

type Pupil = PersonName & { personId: number; birthOn: LocalDate | null; personalNo: string; leftOn: LocalDate | null; className: string | null };
type Staff = PersonName & { personId: number; birthOn: LocalDate | null; personnelNo: string };
type Found<T> = T | SchoolRejection | null;

/**
 * Which pupil of the school a row speaks of: by the personal number, else by name and birthday, or by name and class when
 * one of the two has no birthday. Null for a pupil the school does not know.
 */
export function pupilMeant(row: PupilRecord, school: readonly Pupil[]): Found<Pupil> {
  const numbered = row.personalNo === null ? undefined : school.find((each) => each.personalNo === row.personalNo);
  if (numbered && nameKey(numbered) !== nameKey(row)) return { code: "people.number_of_another", facts: { number: row.personalNo! } };
  const sameClass = (each: Pupil) => each.className !== null && classKey(each.className) === classKey(row.className);
  const same = (each: Pupil) => nameKey(each) === nameKey(row) && (each.birthOn && row.birthOn ? each.birthOn === row.birthOn : sameClass(each));
  const numbersAgree = (each: Pupil) => each.personalNo === "" || row.personalNo === null || each.personalNo === row.personalNo;
  const pupil = numbered ?? school.find((each) => same(each) && numbersAgree(each));
  if (!pupil) return null;
  if (pupil.leftOn !== null) return { code: "people.pupil_left", facts: { leftOn: pupil.leftOn } };
  if (pupil.className !== null && !sameClass(pupil)) return { code: "people.pupil_in_other_class", facts: { className: pupil.className } };
  return pupil;
}

/** Which pupil of the school is a guardian's child; only one that leaves no doubt. */
export function childMeant(child: Exclude<ChildRef, { by: "row" }>, school: readonly Pupil[]): Pupil | SchoolRejection {
  const asked = (each: PersonName) => nameKey(child.by === "name" && child.name.patronymic === null ? { ...each, patronymic: null } : each);
  const meant = school.filter((each) =>
    each.leftOn !== null
      ? false
      : child.by === "number"
        ? each.personalNo === child.personalNo
        : asked(each) === nameKey(child.name) && classKey(each.className ?? "") === classKey(child.className),
  );
  if (meant.length > 1) return { code: "people.child_not_clear", facts: { found: meant.length } };
  return meant[0] ?? { code: "people.child_not_found", facts: {} };
}

/**
 * Which of the staff a row speaks of: by the personnel number, else by the full name, else the only one whose short name
 * (from a timetable) can be this person and no other of the file. Null for somebody new.
 */
export function staffMeant(row: StaffRecord, school: readonly Staff[], file: readonly StaffRecord[]): Found<Staff> {
  const numbered = row.personnelNo === null ? undefined : school.find((each) => each.personnelNo === row.personnelNo);
  if (numbered) return mayBeSamePerson(numbered, row) ? numbered : { code: "people.number_of_another", facts: { number: row.personnelNo! } };
  const open = school.filter((each) => each.personnelNo === "" || row.personnelNo === null);
  const agree = (each: Staff) => !each.birthOn || !row.birthOn || each.birthOn === row.birthOn;
  const exact = open.filter((each) => nameKey(each) === nameKey(row) && agree(each));
  if (exact.length === 1) return exact[0]!;
  const short = open.filter((each) => isShort(each) && mayBeSamePerson(each, row) && agree(each));
  const clear = short.length === 1 && file.filter((each) => mayBeSamePerson(each, short[0]!)).length === 1;
  if (exact.length === 0 && clear) return short[0]!;
  if (exact.length > 1 || short.length > 0) return { code: "people.staff_not_clear", facts: { found: Math.max(exact.length, short.length) } };
  return null;
}
