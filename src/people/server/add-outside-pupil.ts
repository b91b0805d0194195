import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { addPupils } from "./add-people.ts";

const FROM_SCHOOL = statement("people.pupil_from_school", "update people.pupil set from_school = $3 where school_id = $1 and pupil_id = $2");

export type OutsidePupil = { surname: string; givenName: string; patronymic?: string; fromSchool: string; from: LocalDate };

/** A pupil of another school who comes to a group of this one: a pupil without a class. Always somebody new: a namesake of this school is another child. */
export async function addOutsidePupil(tx: Transaction, schoolId: number, { fromSchool, from, ...name }: OutsidePupil): Promise<number> {
  const [added] = await addPupils(tx, schoolId, [{ ...name, admittedOn: from, knownAs: null }]);
  await tx.rows(FROM_SCHOOL, [schoolId, added!.personId, fromSchool.trim()]);
  return added!.personId;
}
