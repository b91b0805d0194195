import type pg from "pg";

/** Written when something happens in a lesson: their rows come in the order of time over all schools, as in life. Of other tables each school writes its own at once. */
const IN_TIME: Record<string, string> = {
  "journal.mark": "set_at, lesson_id",
  "attendance.absence": "set_at, lesson_id",
  "journal.lesson_note": "day, lesson_id",
  "journal.lesson_detail": "lesson_id",
  "journal.term_mark": "set_at",
  "ledger.audit": "at",
};
/** What of a school is not copied: whom the front door lets in, and what only waits. */
const LEFT_OUT = ["access.school", "access.account_person", "access.session", "access.demo_sign_in", "ledger.outbox", "ledger.feed", "ledger.request"];

/**
 * Makes the first school's database one of so many schools: each row stands once for every school, written in the order of time.
 * The first school itself was written alone, one row beside the other, so it is not one to measure; answers the number of one in the middle, whose staff may sign in.
 */
export async function multiply(owner: pg.Pool, schools: number, say: (line: string) => void): Promise<number> {
  const middle = Math.ceil(schools / 2);
  const tables = await tablesOf(owner);
  const client = await owner.connect();
  try {
    await client.query("begin");
    // the rows are those of a school that keeps every rule already
    await client.query("set local session_replication_role = replica");
    await client.query("select setval(pg_get_serial_sequence('access.school', 'school_id'), $1)", [schools]);
    await client.query(
      `insert into access.school (school_id, name, timezone, country, is_demo, region, kind) overriding system value
       select g, s.name || ' (' || g || ')', s.timezone, s.country, s.is_demo, s.region, s.kind from access.school s, generate_series(2, $1::int) g where s.school_id = 1`,
      [schools],
    );
    for (const { name, columns } of tables) {
      const own = columns.map((column) => `t."${column}"`).join(", ");
      const order = IN_TIME[name];
      await client.query(
        `insert into ${name} (school_id, ${columns.map((column) => `"${column}"`).join(", ")})
         select g, ${own} from ${name} t cross join generate_series(2, ${schools}) g where t.school_id = 1 order by ${order ? `${order}, g` : "g"}`,
      );
      if (order) say(`${name} × ${schools}`);
    }
    await client.query(
      `with made as (insert into access.account (login, password_hash) select replace(a.login, 'school1.', $2), a.password_hash from access.account a returning account_id, login)
       insert into access.account_person (account_id, school_id, person_id)
       select m.account_id, $1, p.person_id from made m join access.account a on a.login = replace(m.login, $2, 'school1.') join access.account_person p on p.account_id = a.account_id`,
      [middle, `school${middle}.`],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
  return middle;
}

/** Tables whose rows belong to a school, with their columns but that of the school. */
async function tablesOf(owner: pg.Pool): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attname <> 'school_id') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> all (array['pg_catalog', 'information_schema', 'bench'])
     group by 1 having bool_or(a.attname = 'school_id') order by 1`,
  );
  return rows.filter(({ name }) => !LEFT_OUT.includes(name));
}
