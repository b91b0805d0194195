import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/builders/database.ts";
import type { FreshDatabase } from "../../../tests/builders/database.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import { asSchool, openPool } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { day, plusDays } from "../../foundation/day.ts";
import { addClasses, addGroups, addGuardians, addPupils, addStaff, enrol, leaveGroups } from "./door.ts";

let database: FreshDatabase;
let pool: ReturnType<typeof openPool>;
let school: Awaited<ReturnType<typeof aSchool>>;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.url);
  school = await aSchool(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const from = day("2026-09-01");
const act = <T>(work: (tx: Transaction, schoolId: number) => Promise<T>) => asSchool(pool, school.schoolId, (tx) => work(tx, school.schoolId));

describe("adding people", () => {
  test("finds staff by personnel number, else by full name, and adds the others in the order given", async () => {
    const rows = [
      { surname: "Яворская", givenName: "Инна", patronymic: "Павловна", personnelNo: "77", from },
      { surname: "Зорин", givenName: "Олег", patronymic: "Львович", from },
    ];
    const first = await act((tx, id) => addStaff(tx, id, rows));
    expect(first.map((r) => r.created)).toEqual([true, true]);
    const renamed = [{ ...rows[1]! }, { ...rows[0]!, surname: "Зимина" }];
    expect(await act((tx, id) => addStaff(tx, id, renamed))).toEqual([
      { personId: first[1]!.personId, created: false },
      { personId: first[0]!.personId, created: false },
    ]);
  });

  test("takes two pupils of one name and different birthdays for two", async () => {
    const twin = { surname: "Громов", givenName: "Иван", patronymic: "Ильич", admittedOn: from };
    const one = await act((tx, id) => addPupils(tx, id, [{ ...twin, birthOn: day("2014-02-01") }]));
    const other = await act((tx, id) => addPupils(tx, id, [{ ...twin, birthOn: day("2014-02-02") }]));
    expect(other[0]).toMatchObject({ created: true });
    expect(await act((tx, id) => addPupils(tx, id, [{ ...twin, birthOn: day("2014-02-01") }]))).toEqual([{ personId: one[0]!.personId, created: false }]);
  });

  test("gives a known guardian the child that was missing, once", async () => {
    const [a = 0, b = 0] = school.classA.pupils;
    const guardian = { surname: "Ракитина", givenName: "Юлия", patronymic: "Сергеевна", phone: "+79780001122", from };
    const [first] = await act((tx, id) => addGuardians(tx, id, [{ ...guardian, children: [{ pupilId: a, relation: "мать" }] }]));
    const again = { ...guardian, children: [{ pupilId: a }, { pupilId: b }] };
    expect(await act((tx, id) => addGuardians(tx, id, [again]))).toEqual([{ personId: first!.personId, created: false }]);
    expect(await act((tx, id) => addGuardians(tx, id, [{ ...guardian, phone: "+79780003344", children: [{ pupilId: a }] }]))).toMatchObject([
      { created: true },
    ]);
  });
});

describe("adding classes and groups", () => {
  test("finds a class by its name and a subgroup by class and name; a stream gathers classes", async () => {
    const [known, fresh] = await act((tx, id) =>
      addClasses(tx, id, school.year, [
        { gradeLevel: 6, letter: "А" },
        { gradeLevel: 8, letter: "Э", shift: 2 },
      ]),
    );
    expect(known).toEqual({ classId: school.classA.classId, groupId: school.classA.groupId, name: "6А", created: false });
    expect(fresh).toMatchObject({ name: "8\u00a0«Э»", created: true });
    const groups = [
      { kind: "subgroup" as const, classId: fresh!.classId, name: "8Э нем." },
      { kind: "stream" as const, classIds: [school.classA.classId, school.classB.classId], name: "Хор" },
    ];
    const added = await act((tx, id) => addGroups(tx, id, school.year, groups));
    expect(await act((tx, id) => addGroups(tx, id, school.year, groups))).toEqual(added.map(({ groupId }) => ({ groupId, created: false })));
    const written = groups.map((group) => ({ ...group, name: group.name.replace("8Э", "8 «Э»") }));
    expect(await act((tx, id) => addGroups(tx, id, school.year, written))).toEqual(added.map(({ groupId }) => ({ groupId, created: false })));
  });

  test("enrols nobody twice over the same days, and a pupil who left may return", async () => {
    const [pupilId = 0] = school.classB.pupils;
    const { groupId } = school.classB;
    expect(await act((tx, id) => enrol(tx, id, [{ groupId, pupilId, from: plusDays(from, 20) }]))).toBe(0);
    await act((tx, id) => leaveGroups(tx, id, [{ groupId, pupilId, lastDay: day("2026-10-01"), order: "№ 5" }]));
    expect(await act((tx, id) => enrol(tx, id, [{ groupId, pupilId, from: day("2026-10-01") }]))).toBe(0);
    expect(await act((tx, id) => enrol(tx, id, [{ groupId, pupilId, from: day("2026-12-01") }]))).toBe(1);
  });
});
