import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";

/**
 * A person as papers name them; what is left out is unknown. `knownAs` is who the caller found the person to be,
 * null for somebody surely new; without it the school's people are looked through.
 */
export type NewPerson = { surname: string; givenName?: string; patronymic?: string; birthOn?: LocalDate | null; phone?: string; knownAs?: number | null };
export type NewStaff = NewPerson & { from: LocalDate; position?: string; personnelNo?: string };
export type NewPupil = NewPerson & { admittedOn: LocalDate; personalNo?: string };
export type NewGuardian = NewPerson & { from: LocalDate; children: readonly { pupilId: number; relation?: string }[] };

/** Who a row became: a new person of the school, or one it knew already. */
export type Added = { personId: number; created: boolean };

const ADD_PERSONS = statement(
  "people.add_persons",
  `insert into people.person (school_id, person_id, birth_on, surname, given_name, patronymic, phone)
   select $1, r."personId", r."birthOn", r.surname, coalesce(r."givenName", ''), coalesce(r.patronymic, ''), coalesce(r.phone, '')
   from json_to_recordset($2::json) as r("personId" int, "birthOn" date, surname text, "givenName" text, patronymic text, phone text)`,
);
const ADD_STAFF = statement(
  "people.add_staff",
  `insert into people.staff (school_id, person_id, from_day, position, personnel_no)
   select $1, r."personId", r."from", coalesce(r.position, ''), coalesce(r."personnelNo", '')
   from json_to_recordset($2::json) as r("personId" int, "from" date, position text, "personnelNo" text)`,
);
const ADD_PUPILS = statement(
  "people.add_pupils",
  `insert into people.pupil (school_id, pupil_id, admitted_on, personal_no)
   select $1, r."personId", r."admittedOn", coalesce(r."personalNo", '')
   from json_to_recordset($2::json) as r("personId" int, "admittedOn" date, "personalNo" text)`,
);
const ADD_GUARDIANSHIPS = statement(
  "people.add_guardianships",
  `insert into people.guardianship (school_id, guardian_id, pupil_id, from_day, relation)
   select $1, r."personId", r."pupilId", r."from", coalesce(r.relation, '')
   from json_to_recordset($2::json) as r("personId" int, "pupilId" int, "from" date, relation text)
   where not exists (select from people.guardianship g where g.school_id = $1 and g.guardian_id = r."personId" and g.pupil_id = r."pupilId" and g.to_day is null)`,
);

type Known = { personId: number; number: string; surname: string; givenName: string; patronymic: string; birthOn: LocalDate | null; phone: string };
const PERSON = `p.person_id as "personId", p.surname, p.given_name as "givenName", p.patronymic, p.birth_on as "birthOn", p.phone`;
const KNOWN_STAFF = statement<Known>(
  "people.known_staff",
  `select distinct ${PERSON}, s.personnel_no as number from people.staff s join people.person p using (school_id, person_id) where s.school_id = $1`,
);
const KNOWN_PUPILS = statement<Known>(
  "people.known_pupils",
  `select ${PERSON}, s.personal_no as number from people.pupil s join people.person p on p.school_id = s.school_id and p.person_id = s.pupil_id where s.school_id = $1`,
);
const KNOWN_GUARDIANS = statement<Known>(
  "people.known_guardians",
  `select distinct ${PERSON}, '' as number from people.guardianship s join people.person p on p.school_id = s.school_id and p.person_id = s.guardian_id where s.school_id = $1`,
);

const fullName = (p: NewPerson) => `${p.surname}|${p.givenName ?? ""}|${p.patronymic ?? ""}`;

/**
 * Answers who of the rows the school knows already: by the number of the file where both have one,
 * else by the full name where neither number, birthday nor phone speak against it.
 */
function matcher(known: readonly Known[]): (row: NewPerson & { number: string }) => number | undefined {
  const byNumber = new Map(known.filter((k) => k.number !== "").map((k) => [k.number, k.personId]));
  const byName = Map.groupBy(known, fullName);
  const agree = (a: unknown, b: unknown) => !a || !b || a === b;
  return (row) => {
    const numbered = row.number === "" ? undefined : byNumber.get(row.number);
    if (numbered !== undefined) return numbered;
    return byName.get(fullName(row))?.find((k) => agree(k.number, row.number) && agree(k.birthOn, row.birthOn) && agree(k.phone, row.phone))?.personId;
  };
}

async function findOrAdd<Row extends NewPerson>(
  tx: Transaction,
  schoolId: number,
  rows: readonly Row[],
  find: (row: Row) => number | undefined,
): Promise<(Row & Added)[]> {
  const found = rows.map((row) => (row.knownAs === undefined ? find(row) : (row.knownAs ?? undefined)));
  const missing = found.filter((id) => id === undefined).length;
  let next = missing > 0 ? await tx.newIds(schoolId, "person", missing) : 0;
  const added = rows.map((row, i) => ({ ...row, personId: found[i] ?? next++, created: found[i] === undefined }));
  if (missing > 0) await tx.rows(ADD_PERSONS, [schoolId, JSON.stringify(added.filter((row) => row.created))]);
  return added;
}

const answer = (rows: readonly Added[]): Added[] => rows.map(({ personId, created }) => ({ personId, created }));

/** Adds staff; who is known by personnel number or full name is found, not added again. Answers in the order given. */
export async function addStaff(tx: Transaction, schoolId: number, staff: readonly NewStaff[]): Promise<Added[]> {
  const find = matcher(await tx.rows(KNOWN_STAFF, [schoolId]));
  const rows = await findOrAdd(tx, schoolId, staff, (row) => find({ ...row, number: row.personnelNo ?? "" }));
  await tx.rows(ADD_STAFF, [schoolId, JSON.stringify(rows.filter((row) => row.created))]);
  return answer(rows);
}

/** Adds pupils; who is known by personal number, or by full name and birthday, is found. Answers in the order given. */
export async function addPupils(tx: Transaction, schoolId: number, pupils: readonly NewPupil[]): Promise<Added[]> {
  const find = matcher(await tx.rows(KNOWN_PUPILS, [schoolId]));
  const rows = await findOrAdd(tx, schoolId, pupils, (row) => find({ ...row, number: row.personalNo ?? "" }));
  await tx.rows(ADD_PUPILS, [schoolId, JSON.stringify(rows.filter((row) => row.created))]);
  return answer(rows);
}

/** Adds guardians with their children; who is known by full name and phone is found and gets the children it lacks. */
export async function addGuardians(tx: Transaction, schoolId: number, guardians: readonly NewGuardian[]): Promise<Added[]> {
  const find = matcher(await tx.rows(KNOWN_GUARDIANS, [schoolId]));
  const rows = await findOrAdd(tx, schoolId, guardians, (row) => find({ ...row, number: "" }));
  const ties = rows.flatMap((row) => row.children.map((child) => ({ ...child, personId: row.personId, from: row.from })));
  await tx.rows(ADD_GUARDIANSHIPS, [schoolId, JSON.stringify(ties)]);
  return answer(rows);
}
