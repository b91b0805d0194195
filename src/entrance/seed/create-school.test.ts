import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/builders/database.ts";
import type { FreshDatabase } from "../../../tests/builders/database.ts";
import { asSchool, openPool } from "../../foundation/database.ts";
import { day } from "../../foundation/day.ts";
import { setNorms } from "../../regulation/server/door.ts";
import { createSchool } from "./create-school.ts";

let database: FreshDatabase;
let pool: ReturnType<typeof openPool>;
let owner: ReturnType<typeof openPool>;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.url);
  owner = openPool(database.url, { role: "owner" });
});
afterAll(async () => {
  await Promise.all([pool.end(), owner.end()]);
  await database.drop();
});

const norm = async (schoolId: number, code: string, on: string) =>
  (await owner.query("select regulation.norm_on($1, $2, $3) as value", [schoolId, code, on])).rows[0].value as unknown;

describe("a school made from a preset", () => {
  test("holds the norms of its act with the clause, its zone and its work types, and says so in the ledger", async () => {
    const { schoolId } = await createSchool(pool, { preset: "stakhanovo-2021", name: "Школа № 1" });
    expect(await norm(schoolId, "homework.entry", "2026-11-01")).toBe("class_day_end + 1h30m");
    expect(await norm(schoolId, "marks.scale_period", "2026-11-01")).toEqual(["5", "4", "3", "2", "н/а"]);
    expect(await norm(schoolId, "homework.entry", "2021-08-31")).toBeNull();
    const clause = await owner.query("select act, clause from regulation.norm where school_id = $1 and code = 'homework.entry'", [schoolId]);
    expect(clause.rows).toEqual([{ act: "Приказ № 115 от 18.05.2021", clause: "приложение 2, п. 2.10" }]);
    const works = await owner.query("select code, weight from journal.work_type where school_id = $1 order by work_type", [schoolId]);
    expect(works.rows.slice(0, 6)).toEqual([
      { code: "УО", weight: 1 },
      { code: "ДЗ", weight: 1 },
      { code: "СР", weight: 1 },
      { code: "ПР", weight: 1 },
      { code: "КР", weight: 2 },
      { code: "Д", weight: 2 },
    ]);
    const chain = await owner.query("select body::json as body from ledger.audit where school_id = $1", [schoolId]);
    expect(chain.rows[0].body).toMatchObject({ preset: "stakhanovo-2021" });
  });

  test("differs from its neighbour in the same database", async () => {
    const { schoolId } = await createSchool(pool, { preset: "bishkek-61-2022", name: "Лицей" });
    expect(await norm(schoolId, "homework.entry", "2026-11-01")).toBe("class_day_end + 3h");
    expect(await norm(schoolId, "lesson.entry", "2026-11-01")).toBe("class_day_end + 2h");
    const school = await owner.query("select timezone, country from access.school where school_id = $1", [schoolId]);
    expect(school.rows).toEqual([{ timezone: "Asia/Bishkek", country: "KG" }]);
  });

  test("is not made from an unknown preset or in an unknown time zone", async () => {
    const before = (await owner.query("select count(*) from access.school")).rows;
    await expect(createSchool(pool, { preset: "no-such", name: "Школа" })).rejects.toMatchObject({
      code: "regulation.preset_unknown",
      facts: {
        preset: "no-such",
        known: ["bishkek-61-2022", "chaikovsky-gymnasium-2023", "kemerovo-creative-centre", "simferopol-21-2020", "stakhanovo-2021"],
      },
    });
    await expect(createSchool(pool, { preset: "stakhanovo-2021", name: "Школа", timezone: "Europe/Nowhere" })).rejects.toMatchObject({
      code: "access.timezone_unknown",
    });
    expect((await owner.query("select count(*) from access.school")).rows).toEqual(before);
  });
});

describe("a norm set from a day on", () => {
  test("judges that day and later ones; earlier days keep their act, and later versions stay", async () => {
    const { schoolId } = await createSchool(pool, { preset: "stakhanovo-2021", name: "Школа" });
    const set = (value: unknown, from: string, code = "homework.entry") =>
      asSchool(pool, schoolId, (tx) => setNorms(tx, schoolId, [{ code, value, act: "Приказ № 9", clause: "п. 1", from: day(from) }]));
    await set("class_day_end + 2h", "2026-09-01");
    await set("class_day_end + 1h", "2025-09-01");
    await set("class_day_end + 4h", "2026-09-01");
    await set("class_day_end + 4h", "2026-10-01");
    expect(await norm(schoolId, "homework.entry", "2025-08-31")).toBe("class_day_end + 1h30m");
    expect(await norm(schoolId, "homework.entry", "2026-08-31")).toBe("class_day_end + 1h");
    expect(await norm(schoolId, "homework.entry", "2027-01-01")).toBe("class_day_end + 4h");
    const versions = await owner.query("select count(*)::int as n from regulation.norm where school_id = $1 and code = 'homework.entry'", [schoolId]);
    expect(versions.rows).toEqual([{ n: 3 }]);
    await expect(set("once upon a time", "2027-09-01")).rejects.toMatchObject({ kind: "refused", code: "regulation.norm_misshapen" });
    await expect(set(1, "2027-09-01", "lesson.entrance")).rejects.toMatchObject({ kind: "refused", code: "regulation.norm_unknown" });
  });
});
