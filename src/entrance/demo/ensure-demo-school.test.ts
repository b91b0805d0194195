import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/builders/database.ts";
import type { FreshDatabase } from "../../../tests/builders/database.ts";
import { openPool } from "../../foundation/database.ts";
import { ensureDemoSchool } from "./ensure-demo-school.ts";
import type { Demo } from "./ensure-demo-school.ts";

// a Thursday in November, one in June after the usual year, a Sunday in the first week of September
describe.each(["2026-11-19T09:30:00Z", "2026-06-18T09:30:00Z", "2026-09-06T09:30:00Z"])("the demo school at %s", (at) => {
  const now = new Date(at);
  const today = at.slice(0, 10);
  let database: FreshDatabase;
  let pool: ReturnType<typeof openPool>;
  let owner: ReturnType<typeof openPool>;
  let demo: Demo;
  beforeAll(async () => {
    database = await freshDatabase();
    pool = openPool(database.url);
    owner = openPool(database.url, { role: "owner" });
    // as a database made on that day would have them: the ledger's months begin thirteen before it
    await owner.query("select ledger.make_partitions(($1::timestamptz - interval '13 months')::date, $1::date)", [now]);
    demo = await ensureDemoSchool(pool, now);
  });
  afterAll(async () => {
    await Promise.all([pool.end(), owner.end()]);
    await database.drop();
  });
  const rows = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows as Record<string, unknown>[];

  test("has a sign-in for each role, each with the role it is named by", async () => {
    expect(demo.signIns.map((s) => [s.login, s.role])).toEqual([
      ["uchitel", "subject_teacher"],
      ["klassruk", "homeroom_teacher"],
      ["zavuch", "deputy_studies"],
      ["direktor", "director"],
      ["admin", "journal_admin"],
      ["sekretar", "secretary"],
      ["uchenik", "pupil"],
      ["roditel", "guardian"],
    ]);
    const lacking = await rows(`select d.label from access.demo_sign_in d join access.account_person a using (school_id, account_id)
      where not exists (select from access.role_grant g where g.school_id = d.school_id and g.person_id = a.person_id and g.role = d.role)`);
    expect(lacking).toEqual([]);
  });

  test("has eight classes of 20 to 30 pupils in two shifts", async () => {
    const classes = await rows(
      `select c.name, c.shift, count(*)::int as pupils from people.school_class c join people.member m using (school_id, group_id)
       where m.from_day <= $1::date and (m.to_day is null or m.to_day >= $1::date) group by 1, 2`,
      [today],
    );
    expect(classes).toHaveLength(8);
    for (const c of classes) expect([c["name"], (c["pupils"] as number) >= 20 && (c["pupils"] as number) <= 30]).toEqual([c["name"], true]);
    expect(new Set(classes.map((c) => c["shift"])).size).toBe(2);
  });

  test("has today in a term, five filled weeks behind it and nothing written after this hour", async () => {
    expect((await rows("select distinct grade_level from timetable.term where $1::date between starts_on and ends_on", [today])).length).toBe(11);
    const weeks = await rows(
      "select date_trunc('week', lesson_day) as week, count(*)::int as marks from journal.mark where lesson_day < date_trunc('week', $1::date) group by 1",
      [today],
    );
    expect(weeks.filter((w) => (w["marks"] as number) > 200).length).toBeGreaterThanOrEqual(5);
    expect(
      await rows(
        "select 1 from journal.mark where lesson_day > $1::date union all select 1 from attendance.absence where lesson_day > $1::date union all select 1 from journal.lesson_note where day > $1::date and (topic is not null or homework is not null)",
        [today],
      ),
    ).toEqual([]);
  });

  test("gives the parent two children in two classes, one of whom the teacher and the homeroom teacher have", async () => {
    const children = await rows(
      `select k.name, exists (select from planning.load o join timetable.page p using (school_id, page_id) join access.account t on t.login = 'uchitel' join access.account_person u on u.account_id = t.account_id
           where o.school_id = m.school_id and p.group_id = m.group_id and o.teacher_id = u.person_id) as taught,
         exists (select from people.homeroom h join access.account t on t.login = 'klassruk' join access.account_person u on u.account_id = t.account_id
           where h.school_id = m.school_id and h.class_id = k.class_id and h.teacher_id = u.person_id) as cared
       from access.account a join access.account_person ap using (account_id) join people.guardianship g on g.school_id = ap.school_id and g.guardian_id = ap.person_id
       join people.member m on m.school_id = g.school_id and m.pupil_id = g.pupil_id join people.school_class k on k.school_id = m.school_id and k.group_id = m.group_id
       where a.login = 'roditel' and m.to_day is null`,
    );
    expect(new Set(children.map((c) => c["name"])).size).toBe(2);
    expect(children.some((c) => c["taught"] && c["cared"])).toBe(true);
  });

  test("gives the teacher lessons on most days of a week and a class of thirty", async () => {
    const days = await rows(
      `select distinct w.weekday from timetable.weekly_lesson w join access.account_person u on u.person_id = w.teacher_id and u.school_id = w.school_id join access.account a using (account_id) where a.login = 'uchitel'`,
    );
    expect(days.length).toBeGreaterThanOrEqual(4);
  });

  test("is made once: a database with a school is left alone", async () => {
    expect(await ensureDemoSchool(pool, now)).toEqual({ made: false, signIns: [] });
    expect(await rows("select 1 from access.school")).toHaveLength(1);
  });
});
