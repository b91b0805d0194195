import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/builders/database.ts";
import type { FreshDatabase } from "../../../tests/builders/database.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../tests/builders/school.ts";
import { asNobody, asSchool, openPool } from "../../foundation/database.ts";
import { day, plusDays } from "../../foundation/day.ts";
import { addAccounts, claimFirstSchool, grantRoles } from "./door.ts";

let database: FreshDatabase;
let pool: ReturnType<typeof openPool>;
let owner: ReturnType<typeof openPool>;
let school: MadeSchool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.url);
  owner = openPool(database.url, { role: "owner" });
  school = await aSchool(pool);
});
afterAll(async () => {
  await Promise.all([pool.end(), owner.end()]);
  await database.drop();
});

describe("adding accounts", () => {
  test("ties each login to its person, in the order given", async () => {
    const [a = 0, b = 0] = school.classB.pupils;
    const ids = await asSchool(pool, school.schoolId, (tx) =>
      addAccounts(tx, school.schoolId, [
        { login: "Б.Ученик", passwordHash: "x", personId: b },
        { login: "А.Ученик", passwordHash: "x", personId: a },
      ]),
    );
    const ties = await owner.query("select account_id, person_id from access.account_person where account_id = any($1)", [ids]);
    expect(new Map(ties.rows.map((r) => [r.account_id, r.person_id]))).toEqual(
      new Map([
        [ids[0], b],
        [ids[1], a],
      ]),
    );
  });

  test("refuses a login that is taken, whatever its case, and adds none of the others", async () => {
    const add = (logins: string[]) =>
      asSchool(pool, school.schoolId, (tx) =>
        addAccounts(
          tx,
          school.schoolId,
          logins.map((login) => ({ login, passwordHash: "x", personId: school.admin.personId })),
        ),
      );
    await expect(add(["another-login", school.teacher.login.toUpperCase()])).rejects.toMatchObject({
      kind: "conflict",
      code: "access.login_taken",
      facts: { login: school.teacher.login },
    });
    expect((await owner.query("select 1 from access.account where login = 'another-login'")).rows).toEqual([]);
    const [one] = await add(["another-login"]);
    expect(one).toBeGreaterThan(0);
  });
});

describe("granting roles", () => {
  test("keeps a grant that stands on any of the days, and grants again after its end", async () => {
    const from = day("2026-09-01");
    const personId = school.secretary.personId;
    const grant = (start: string, to: string | null) =>
      asSchool(pool, school.schoolId, (tx) =>
        grantRoles(tx, school.schoolId, [{ personId, role: "journal_admin", from: day(start), to: to === null ? null : day(to), order: "№ 3" }]),
      );
    await grant(from, "2026-12-31");
    await grant(plusDays(from, 30), null);
    await grant("2027-01-01", null);
    const rows = await owner.query(
      "select from_day::text, to_day::text from access.role_grant where school_id = $1 and person_id = $2 and role = 'journal_admin' order by 1",
      [school.schoolId, personId],
    );
    expect(rows.rows).toEqual([
      { from_day: "2026-09-01", to_day: "2026-12-31" },
      { from_day: "2027-01-01", to_day: null },
    ]);
  });
});

test("the first school is not claimed where there is one", async () => {
  expect(await asNobody(pool, (tx) => claimFirstSchool(tx))).toBe(false);
});
