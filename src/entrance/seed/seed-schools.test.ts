import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/builders/database.ts";
import type { FreshDatabase } from "../../../tests/builders/database.ts";
import { openPool } from "../../foundation/database.ts";
import { day } from "../../foundation/day.ts";
import { seedSchools } from "./seed-schools.ts";
import type { SeededSchool } from "./seed-schools.ts";

const options = { schools: 2, pupils: 80, weeks: 3, random: 5, today: day("2026-11-18") };
const now = new Date("2026-11-18T20:00:00Z");
let database: FreshDatabase;
let owner: ReturnType<typeof openPool>;
let report: SeededSchool[];
const steps: string[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  owner = openPool(database.url, { role: "owner" });
  const pool = openPool(database.url);
  report = await seedSchools(pool, options, (p) => steps.push(`${p.step} ${p.done}/${p.of}`), now);
  await pool.end();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const rows = async (sql: string) => (await owner.query(sql)).rows as Record<string, unknown>[];

describe("synthetic schools", () => {
  test("are as many and as large as asked, say what they hold and how far they are", async () => {
    expect(report.map((s) => [s.schoolId, s.pupils, s.preset])).toEqual([
      [1, 80, "stakhanovo-2021"],
      [2, 80, "bishkek-61-2022"],
    ]);
    expect(await rows("select school_id, count(*)::int as n from journal.mark group by 1 order by 1")).toEqual(
      report.map((s) => ({ school_id: s.schoolId, n: s.marks })),
    );
    expect(steps).toEqual(["school 1/2", "school 2/2", "week 1/4", "week 2/4", "week 3/4", "week 4/4"]);
  });

  test("lie in the order of time over both schools", async () => {
    const inHeap = await rows(
      "select school_id, min(lesson_day)::text as day from (select school_id, lesson_day, row_number() over (order by ctid) as n from journal.mark) m group by school_id, n / 100000, lesson_day - extract(isodow from lesson_day)::int order by min(n)",
    );
    const days = inHeap.map((r) => r["day"] as string);
    expect(inHeap.slice(0, 4).map((r) => r["school_id"])).toEqual([1, 2, 1, 2]);
    expect(days[0]! <= days[2]!).toBe(true);
  });

  test("mark only members of the group on the lesson's day who were there, by who taught, on lessons that were held", async () => {
    const strangers =
      await rows(`select 1 from journal.mark k join timetable.page p using (school_id, page_id) join timetable.lesson l using (school_id, page_id, lesson_id)
      where k.lesson_day <> l.day or l.state = 1 or k.set_by <> coalesce(l.substitute_id, l.teacher_id) or k.lesson_day > '2026-11-18'
        or not exists (select from people.member m where m.school_id = k.school_id and m.group_id = p.group_id and m.pupil_id = k.pupil_id and m.from_day <= k.lesson_day and (m.to_day is null or m.to_day >= k.lesson_day))
        or exists (select from attendance.absence a where a.school_id = k.school_id and a.page_id = k.page_id and a.lesson_id = k.lesson_id and a.pupil_id = k.pupil_id and a.kind in (1, 2))`);
    expect(strangers).toEqual([]);
  });

  test("keep chains that hold, one row of each page saying what was brought in", async () => {
    expect(await rows("select * from ledger.head where ledger.broken_at(school_id, stream) is not null")).toEqual([]);
    const brought = await rows("select count(*)::int as n from ledger.audit a join ledger.code c on c.code_no = a.act where c.code = 'journal.page.bring'");
    expect(brought).toEqual([{ n: report.reduce((sum, s) => sum + s.pages, 0) }]);
  });

  test("have gaps, works of several kinds, all marks of the scale and a substitution", async () => {
    expect((await rows("select distinct value from journal.mark order by 1")).map((r) => r["value"])).toEqual([2, 3, 4, 5]);
    expect((await rows("select distinct work_type from journal.lesson_note where work_type is not null")).length).toBeGreaterThan(1);
    expect((await rows("select 1 from journal.lesson_note where homework is null or topic is null")).length).toBeGreaterThan(0);
    expect((await rows("select 1 from timetable.lesson_change where kind = 'substituted'")).length).toBeGreaterThan(0);
  });

  test("are the same for the same number, and others for another", async () => {
    const again = await freshDatabase();
    const pool = openPool(again.url);
    const prints: string[] = [];
    try {
      for (const random of [5, 6]) {
        await seedSchools(pool, { ...options, schools: 1, random }, undefined, now);
        const sum = await pool.query("select 1");
        expect(sum.rowCount).toBe(1);
      }
      const admin = openPool(again.url, { role: "owner" });
      const print =
        "select school_id, md5(string_agg(concat_ws('|', page_id, lesson_id, pupil_id, value), ',' order by page_id, lesson_id, pupil_id)) as sum from journal.mark group by 1 order by 1";
      prints.push(...(await admin.query(print)).rows.map((r) => r.sum as string), (await rows(print))[0]!["sum"] as string);
      await admin.end();
    } finally {
      await pool.end();
      await again.drop();
    }
    expect(prints[0]).toBe(prints[2]);
    expect(prints[1]).not.toBe(prints[2]);
  });

  test("are refused with more weeks than a school year has", async () => {
    const pool = openPool(database.url);
    await expect(seedSchools(pool, { ...options, weeks: 40 })).rejects.toMatchObject({ code: "seed.weeks_out_of_range", facts: { most: 34 } });
    await pool.end();
  });
});
