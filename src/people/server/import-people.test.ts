import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../../tests/builders/database.ts";
import { anEmptySchool, rowCounts } from "../../../tests/builders/empty-school.ts";
import { asSchool, openPool } from "../../foundation/database.ts";
import { day } from "../../foundation/day.ts";
import type { PeopleKind } from "../rules/people-record.ts";
import { addClasses, addGroups } from "./add-classes.ts";
import { addStaff } from "./add-people.ts";
import { leaveGroups } from "./enrol.ts";
import { importPeople } from "./import-people.ts";

const NOW = new Date("2026-09-16T10:00:00Z");
const FROM = day("2026-09-01");

let database: FreshDatabase;
let pool: pg.Pool;
let owner: pg.Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.url, { max: 3 });
  owner = openPool(database.url, { max: 2, role: "owner" });
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

async function schoolWithClasses(...letters: string[]): Promise<number> {
  const schoolId = await anEmptySchool(pool);
  await asSchool(pool, schoolId, (tx) =>
    addClasses(
      tx,
      schoolId,
      2026,
      letters.map((letter) => ({ gradeLevel: 5, letter })),
    ),
  );
  return schoolId;
}

const bytes = (lines: string[]) => new TextEncoder().encode(lines.join("\n"));
const PUPILS = [
  "Фамилия;Имя;Отчество;Дата рождения;Класс;Личный номер",
  "Лунёв;Тимур;Маратович;14.03.2015;5А;А-101",
  "Брагина;Алина;;02.07.2015;5 «а»;",
  "Осокин;Глеб;;;5Б;",
];
const GUARDIANS = [
  "ФИО;Телефон;Кем приходится;Ученик;Класс",
  "Лунёва Вера Ильинична;+7 900 000-00-11;мать;Лунёв Тимур;5А",
  "Лунёва Вера Ильинична;8 900 000-00-11;мать;Осокин Глеб;5Б",
];
const STAFF = [
  "ФИО;Табельный номер;Должность;Роли;Классное руководство",
  "Щеглова Анна Павловна;12;Учитель;классный руководитель;5А",
  "Чалова Ольга;1;Завуч;завуч;",
];

type Files = Partial<Record<PeopleKind, string[]>>;
const bring = (schoolId: number, files: Files) =>
  asSchool(pool, schoolId, (tx) =>
    importPeople(tx, {
      schoolId,
      year: 2026,
      from: FROM,
      now: NOW,
      files: Object.fromEntries(Object.entries(files).map(([kind, lines]) => [kind, bytes(lines)])),
    }),
  );
const outcomes = async (schoolId: number, files: Files) =>
  (await bring(schoolId, files)).rows.map((row) => `${row.file} ${row.line} ${row.outcome}${row.outcome === "rejected" ? ` ${row.code}` : ""}`);
const asked = async (text: string, schoolId: number) => (await owner.query<Record<string, unknown>>(text, [schoolId])).rows;

describe("bringing people into a school", () => {
  test("pupils stand in their classes, guardians have their children, staff their roles and classes", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    const report = await bring(schoolId, { pupils: PUPILS, guardians: GUARDIANS, staff: STAFF });
    expect(report.rows.map((row) => row.outcome)).toEqual(Array(7).fill("created"));
    expect(
      await asked(
        "select k.name, p.surname, m.from_day::text from people.member m join people.school_class k using (school_id, group_id) join people.person p on p.school_id = m.school_id and p.person_id = m.pupil_id where m.school_id = $1 order by p.surname",
        schoolId,
      ),
    ).toEqual([
      { name: "5\u00a0«А»", surname: "Брагина", from_day: "2026-09-01" },
      { name: "5\u00a0«А»", surname: "Лунёв", from_day: "2026-09-01" },
      { name: "5\u00a0«Б»", surname: "Осокин", from_day: "2026-09-01" },
    ]);
    expect(
      await asked(
        "select count(distinct guardian_id)::int as guardians, count(*)::int as ties, min(relation) as relation from people.guardianship where school_id = $1",
        schoolId,
      ),
    ).toEqual([{ guardians: 1, ties: 2, relation: "мать" }]);
    const roles = await asked(
      "select p.surname, string_agg(r.role, ' ' order by r.role) as roles from access.role_grant r join people.person p using (school_id, person_id) where r.school_id = $1 group by 1 order by 1",
      schoolId,
    );
    expect(roles.map((row) => `${String(row["surname"])}: ${String(row["roles"])}`)).toEqual([
      "Брагина: pupil",
      "Лунёв: pupil",
      "Лунёва: guardian",
      "Осокин: pupil",
      "Чалова: deputy_studies subject_teacher",
      "Щеглова: homeroom_teacher subject_teacher",
    ]);
    expect(await asked("select k.name from people.homeroom h join people.school_class k using (school_id, class_id) where h.school_id = $1", schoolId)).toEqual(
      [{ name: "5\u00a0«А»" }],
    );
    const audit = await asked(
      "select c.code from ledger.audit a join ledger.code c on c.code_no = a.act where a.school_id = $1 and c.code like 'people.%' order by a.seq",
      schoolId,
    );
    expect(audit.map((row) => row["code"])).toEqual(["people.pupils.import", "people.guardians.import", "people.staff.import"]);
  });

  test("the same files again change nothing but the ledger", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    const files = { pupils: PUPILS, guardians: GUARDIANS, staff: STAFF };
    await bring(schoolId, files);
    const before = await rowCounts(owner);
    expect((await bring(schoolId, files)).rows.map((row) => row.outcome)).toEqual(Array(7).fill("known"));
    const after = await rowCounts(owner);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.filter((name) => !name.startsWith("ledger."))).toEqual([]);
  });

  test("a row at fault is left out with its reason, the others come in", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    const rows = [...PUPILS, "Чалов;Пётр;;31.02.2015;5А;", "Чалов;Пётр;;01.02.2015;9Я;", "Лунёв;Тимур;Маратович;14.03.2015;5А;"];
    expect((await outcomes(schoolId, { pupils: rows })).slice(3)).toEqual([
      "pupils 5 rejected people.date_wrong",
      "pupils 6 rejected people.class_unknown",
      "pupils 7 rejected people.row_repeated",
    ]);
  });

  test("a pupil of another class, one who left, and a number of another pupil are not written over", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    await bring(schoolId, { pupils: PUPILS });
    await owner.query(
      "update people.pupil u set left_on = '2026-09-10' from people.person p where p.school_id = u.school_id and p.person_id = u.pupil_id and u.school_id = $1 and p.surname = 'Брагина'",
      [schoolId],
    );
    const head = PUPILS[0]!;
    expect(
      await outcomes(schoolId, { pupils: [head, "Лунёв;Тимур;Маратович;14.03.2015;5Б;", "Брагина;Алина;;02.07.2015;5А;", "Чалов;Иван;;;5А;А-101"] }),
    ).toEqual(["pupils 2 rejected people.pupil_in_other_class", "pupils 3 rejected people.pupil_left", "pupils 4 rejected people.number_of_another"]);
  });

  test("a pupil comes into the groups the row names and into every whole stream of the class; an unknown group is named", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    await asSchool(pool, schoolId, async (tx) => {
      const [a, b] = await addClasses(tx, schoolId, 2026, [
        { gradeLevel: 5, letter: "А" },
        { gradeLevel: 5, letter: "Б" },
      ]);
      await addGroups(tx, schoolId, 2026, [
        { kind: "subgroup", classId: a!.classId, name: "5А англ. 1" },
        { kind: "stream", classIds: [a!.classId, b!.classId], name: "5 хор", whole: true },
        { kind: "stream", classIds: [a!.classId, b!.classId], name: "5 мальчики" },
      ]);
    });
    const head = "ФИО;Класс;Группы";
    expect(await outcomes(schoolId, { pupils: [head, 'Лунёв Тимур;5А;"англ. 1, 5 мальчики"', "Осокин Глеб;5Б;англ. 1", "Чалов Иван;5Б;"] })).toEqual([
      "pupils 2 created",
      "pupils 3 rejected people.group_unknown",
      "pupils 4 created",
    ]);
    const groups = await asked(
      "select p.surname, string_agg(g.name, ', ' order by g.group_id) as groups from people.member m join people.study_group g using (school_id, group_id) join people.person p on p.school_id = m.school_id and p.person_id = m.pupil_id where m.school_id = $1 group by 1 order by 1",
      schoolId,
    );
    expect(groups).toEqual([
      { surname: "Лунёв", groups: "5\u00a0«А», 5А англ. 1, 5 хор, 5 мальчики" },
      { surname: "Чалов", groups: "5\u00a0«Б», 5 хор" },
    ]);
    expect(await outcomes(schoolId, { pupils: [head, "Лунёв Тимур;5А;англ. 1", "Чалов Иван;5Б;5 мальчики"] })).toEqual(["pupils 2 known", "pupils 3 changed"]);

    await asSchool(pool, schoolId, async (tx) => {
      const [row] = await tx.rows<{ group: number; pupil: number }>({
        name: "tests.chalov",
        text: `select m.group_id as "group", m.pupil_id as pupil from people.member m join people.person p on p.school_id = m.school_id and p.person_id = m.pupil_id join people.school_class k on k.school_id = m.school_id and k.group_id = m.group_id where p.surname = 'Чалов'`,
      });
      await leaveGroups(tx, schoolId, [{ groupId: row!.group, pupilId: row!.pupil, lastDay: day("2026-10-01") }]);
    });
    expect(
      await asked(
        "select g.name from people.member m join people.study_group g using (school_id, group_id) where m.school_id = $1 and m.to_day = '2026-10-01' order by 1",
        schoolId,
      ),
    ).toEqual([{ name: "5\u00a0«Б»" }, { name: "5 хор" }]);
  });

  test("namesakes without a birthday in two classes are two pupils", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    await bring(schoolId, { pupils: [PUPILS[0]!, "Осокин;Глеб;;;5А;"] });
    expect(await outcomes(schoolId, { pupils: [PUPILS[0]!, "Осокин;Глеб;;;5Б;"] })).toEqual(["pupils 2 created"]);
  });

  test("a guardian with the name of another and no phone is another person and does not get the other's children", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    await bring(schoolId, { pupils: PUPILS, guardians: GUARDIANS });
    expect(await outcomes(schoolId, { guardians: [GUARDIANS[0]!, "Лунёва Вера Ильинична;;мать;Брагина Алина;5А"] })).toEqual(["guardians 2 created"]);
    expect(
      await asked(
        "select array_agg(n order by n) as n from (select count(*)::int as n from people.guardianship where school_id = $1 group by guardian_id) t",
        schoolId,
      ),
    ).toEqual([{ n: [1, 2] }]);
  });

  test("a guardian of a child that is not there, not clear or refused is named and not added", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    await bring(schoolId, { pupils: [PUPILS[0]!, "Осокин;Глеб;Ильич;01.01.2015;5Б;", "Осокин;Глеб;Петрович;02.01.2015;5Б;"] });
    expect(await outcomes(schoolId, { guardians: [GUARDIANS[0]!, "Чалова Ольга;;мать;Чалов Иван;5А", "Осокина Анна;;мать;Осокин Глеб;5Б"] })).toEqual([
      "guardians 2 rejected people.child_not_found",
      "guardians 3 rejected people.child_not_clear",
    ]);
    expect(await asked("select count(*)::int as n from people.guardianship where school_id = $1", schoolId)).toEqual([{ n: 0 }]);
  });

  test("a teacher known in short from the timetable gets the full name and stays one person", async () => {
    const schoolId = await schoolWithClasses("А");
    await asSchool(pool, schoolId, (tx) =>
      addStaff(tx, schoolId, [
        { surname: "Щеглова", givenName: "А.", patronymic: "П.", from: FROM },
        { surname: "Чалова", from: FROM },
      ]),
    );
    expect(await outcomes(schoolId, { staff: STAFF })).toEqual(["staff 2 changed", "staff 3 changed"]);
    expect(
      await asked(
        "select p.surname || ' ' || p.given_name as name, s.personnel_no from people.staff s join people.person p using (school_id, person_id) where s.school_id = $1 order by 1",
        schoolId,
      ),
    ).toEqual([
      { name: "Чалова Ольга", personnel_no: "1" },
      { name: "Щеглова Анна", personnel_no: "12" },
    ]);
  });

  test("a short name that two rows may mean is left to the school", async () => {
    const schoolId = await schoolWithClasses("А");
    await asSchool(pool, schoolId, (tx) => addStaff(tx, schoolId, [{ surname: "Щеглова", givenName: "А.", from: FROM }]));
    expect(await outcomes(schoolId, { staff: ["ФИО", "Щеглова Анна Павловна", "Щеглова Алла Павловна"] })).toEqual([
      "staff 2 rejected people.staff_not_clear",
      "staff 3 rejected people.staff_not_clear",
    ]);
  });

  test("a class has one homeroom teacher", async () => {
    const schoolId = await schoolWithClasses("А");
    await bring(schoolId, { staff: STAFF });
    expect(await outcomes(schoolId, { staff: [STAFF[0]!, "Тетерина Анна;77;;;5А"] })).toEqual(["staff 2 rejected people.homeroom_taken"]);
  });

  test("a file that cannot be read, and a school without classes, refuse the whole and change nothing", async () => {
    const schoolId = await schoolWithClasses("А", "Б");
    const empty = await anEmptySchool(pool);
    const before = await rowCounts(owner);
    await expect(bring(schoolId, { pupils: PUPILS, guardians: ["Фамилия;Имя"] })).rejects.toMatchObject({ code: "people.file_column_missing" });
    await expect(bring(empty, { pupils: PUPILS })).rejects.toMatchObject({ code: "people.no_classes" });
    expect(await rowCounts(owner)).toEqual(before);
  });
});
