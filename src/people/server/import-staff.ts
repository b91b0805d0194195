import { grantRoles } from "../../access/server/door.ts";
import type { LocalDate } from "../../foundation/day.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { ImportedRow } from "../rules/import-report.ts";
import { staffMeant } from "../rules/known-people.ts";
import { isShort } from "../rules/printed-name.ts";
import type { PersonName, StaffRecord, StaffRole } from "../rules/people-record.ts";
import { classKey } from "../rules/person-name.ts";
import { addStaff } from "./add-people.ts";
import { assignHomeroom } from "./enrol.ts";
import { completeStaff, staffForImport, type KnownClass } from "./import-people-queries.ts";

type Ground = { classes: ReadonlyMap<string, KnownClass>; from: LocalDate };

/** Adds staff with their roles and homeroom classes; who a timetable named in short gets the full name. */
export async function bringStaff(tx: Transaction, schoolId: number, records: readonly StaffRecord[], { classes, from }: Ground): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  const known = records.length > 0 ? await staffForImport(tx, schoolId) : [];
  const given = new Set<number>();
  const coming = records.flatMap((record) => {
    const meant = staffMeant(record, known, records);
    const homeroom = record.homeroomOf === null ? null : classes.get(classKey(record.homeroomOf))!;
    if (meant && "code" in meant) {
      rows.push({ file: "staff", line: record.line, outcome: "rejected", ...meant });
      return [];
    }
    const taken = homeroom && (given.has(homeroom.classId) || (homeroom.homeroomId !== null && homeroom.homeroomId !== meant?.personId));
    if (taken) {
      rows.push({ file: "staff", line: record.line, outcome: "rejected", code: "people.homeroom_taken", facts: { className: homeroom.name } });
      return [];
    }
    if (homeroom) given.add(homeroom.classId);
    return [{ record, meant, homeroom }];
  });
  const added = await addStaff(
    tx,
    schoolId,
    coming.map(({ record: { surname, givenName, patronymic, birthOn, phone, personnelNo, position }, meant }) => ({
      surname,
      givenName,
      birthOn,
      position,
      from,
      knownAs: meant?.personId ?? null,
      patronymic: patronymic ?? "",
      phone: phone ?? "",
      personnelNo: personnelNo ?? "",
    })),
  );
  const people = coming.map((each, i) => ({ ...each, personId: added[i]!.personId }));
  const fuller = people.flatMap(({ record, meant, personId }) => (meant === null ? [] : [{ ...record, ...(isShort(record) ? nameOf(meant) : {}), personId }]));
  const completed = await completeStaff(tx, schoolId, fuller);
  const tasks = people.flatMap(({ homeroom, personId }) =>
    homeroom && homeroom.homeroomId === null ? [{ classId: homeroom.classId, teacherId: personId, from }] : [],
  );
  await assignHomeroom(tx, schoolId, tasks);
  await grantRoles(
    tx,
    schoolId,
    people.flatMap(({ record, personId }) => rolesOf(record).map((role) => ({ personId, role, from }))),
  );
  for (const { record, meant, homeroom, personId } of people) {
    const changed = completed.has(personId) || (homeroom !== null && homeroom.homeroomId === null);
    rows.push({ file: "staff", line: record.line, outcome: meant === null ? "created" : changed ? "changed" : "known" });
  }
  return rows;
}

/** Everybody on the staff may come to teach; the rest is what the file says. */
function rolesOf({ roles, homeroomOf }: StaffRecord): StaffRole[] {
  return [...new Set<StaffRole>(["subject_teacher", ...roles, ...(homeroomOf === null ? [] : (["homeroom_teacher"] as const))])];
}

const nameOf = ({ surname, givenName, patronymic }: PersonName): PersonName => ({ surname, givenName, patronymic });
