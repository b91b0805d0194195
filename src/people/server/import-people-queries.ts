import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { PersonName } from "../rules/people-record.ts";

export type KnownClass = { classId: number; groupId: number; name: string; homeroomId: number | null; groups: { groupId: number; name: string }[] };
export type KnownPupil = PersonName & {
  personId: number;
  birthOn: LocalDate | null;
  personalNo: string;
  leftOn: LocalDate | null;
  className: string | null;
  groupIds: number[];
};
export type KnownGuardian = PersonName & { personId: number; phone: string; children: number[] };
export type KnownStaff = PersonName & { personId: number; birthOn: LocalDate | null; personnelNo: string };

const PERSON = `p.person_id as "personId", p.surname, p.given_name as "givenName", nullif(p.patronymic, '') as patronymic`;

const CLASSES = statement<KnownClass>(
  "people.classes_for_import",
  `select k.class_id as "classId", k.group_id as "groupId", k.name,
     (select h.teacher_id from people.homeroom h where h.school_id = $1 and h.class_id = k.class_id and (h.to_day is null or h.to_day >= $3) order by h.from_day desc limit 1) as "homeroomId",
     (select coalesce(json_agg(json_build_object('groupId', g.group_id, 'name', g.name)), '[]') from people.study_group g
       where g.school_id = $1 and g.year = $2 and g.kind <> 'class' and not g.whole and (g.class_id = k.class_id
         or exists (select from people.stream_class c where c.school_id = $1 and c.group_id = g.group_id and c.class_id = k.class_id))) as groups
   from people.school_class k where k.school_id = $1 and k.year = $2`,
);
const PUPILS = statement<KnownPupil>(
  "people.pupils_for_import",
  `select ${PERSON}, p.birth_on as "birthOn", u.personal_no as "personalNo", u.left_on as "leftOn",
     (select k.name from people.member m join people.school_class k on k.school_id = $1 and k.group_id = m.group_id and k.year = $2
       where m.school_id = $1 and m.pupil_id = u.pupil_id and (m.to_day is null or m.to_day >= $3) order by m.from_day desc limit 1) as "className",
     array(select m.group_id from people.member m where m.school_id = $1 and m.pupil_id = u.pupil_id and (m.to_day is null or m.to_day >= $3)) as "groupIds"
   from people.pupil u join people.person p on p.school_id = $1 and p.person_id = u.pupil_id where u.school_id = $1 order by u.pupil_id`,
);
const GUARDIANS = statement<KnownGuardian>(
  "people.guardians_for_import",
  `select ${PERSON}, p.phone, array_agg(g.pupil_id) as children
   from people.guardianship g join people.person p on p.school_id = $1 and p.person_id = g.guardian_id
   where g.school_id = $1 and (g.to_day is null or g.to_day >= $2) group by p.person_id, p.surname, p.given_name, p.patronymic, p.phone order by p.person_id`,
);
const STAFF = statement<KnownStaff>(
  "people.staff_for_import",
  `select distinct on (p.person_id) ${PERSON}, p.birth_on as "birthOn", s.personnel_no as "personnelNo"
   from people.staff s join people.person p on p.school_id = $1 and p.person_id = s.person_id where s.school_id = $1 order by p.person_id, s.from_day desc`,
);
const COMPLETE_PERSONS = statement<{ personId: number }>(
  "people.complete_persons",
  `update people.person p set surname = r.surname, given_name = r."givenName", patronymic = coalesce(r.patronymic, p.patronymic),
     birth_on = coalesce(r."birthOn", p.birth_on), phone = coalesce(r.phone, p.phone), version = p.version + 1
   from json_to_recordset($2::json) as r("personId" int, surname text, "givenName" text, patronymic text, "birthOn" date, phone text)
   where p.school_id = $1 and p.person_id = r."personId"
     and (p.surname, p.given_name, p.patronymic, p.birth_on, p.phone) is distinct from
       (r.surname, r."givenName", coalesce(r.patronymic, p.patronymic), coalesce(r."birthOn", p.birth_on), coalesce(r.phone, p.phone))
   returning p.person_id as "personId"`,
);
const COMPLETE_STAFF = statement<{ personId: number }>(
  "people.complete_staff",
  `update people.staff s set position = coalesce(nullif(r.position, ''), s.position), personnel_no = coalesce(r."personnelNo", s.personnel_no)
   from json_to_recordset($2::json) as r("personId" int, position text, "personnelNo" text)
   where s.school_id = $1 and s.person_id = r."personId"
     and s.from_day = (select max(l.from_day) from people.staff l where l.school_id = $1 and l.person_id = r."personId")
     and (s.position, s.personnel_no) is distinct from (coalesce(nullif(r.position, ''), s.position), coalesce(r."personnelNo", s.personnel_no))
   returning s.person_id as "personId"`,
);

/** Classes of a year with their homeroom teachers after a day. */
export const classesForImport = (tx: Transaction, schoolId: number, year: number, today: LocalDate) => tx.rows(CLASSES, [schoolId, year, today]);
/** Every pupil of the school with the class of the year. */
export const pupilsForImport = (tx: Transaction, schoolId: number, year: number, today: LocalDate) => tx.rows(PUPILS, [schoolId, year, today]);
/** Guardians with the children in their care. */
export const guardiansForImport = (tx: Transaction, schoolId: number, today: LocalDate) => tx.rows(GUARDIANS, [schoolId, today]);
/** Everybody who is or was staff. */
export const staffForImport = (tx: Transaction, schoolId: number) => tx.rows(STAFF, [schoolId]);

/** Writes names, birthdays, phones, posts and numbers that the school did not have or had in short; answers whose. */
export async function completeStaff(tx: Transaction, schoolId: number, rows: readonly object[]): Promise<Set<number>> {
  const values = [schoolId, JSON.stringify(rows)];
  return new Set([...(await tx.rows(COMPLETE_PERSONS, values)), ...(await tx.rows(COMPLETE_STAFF, values))].map((row) => row.personId));
}
