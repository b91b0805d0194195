import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MY_OPEN_LESSONS, OPEN_LESSONS } from "../src/control/server/duties/open-lessons.ts";
import { DIARY_WEEK } from "../src/diary/server/diary-queries.ts";
import { openPool } from "../src/foundation/database.ts";
import type { Statement } from "../src/foundation/database.ts";
import { day } from "../src/foundation/day.ts";
import { seedSchools } from "../src/entrance/seed/seed-schools.ts";
import { LESSON_FOR_MARK } from "../src/journal/server/mark-queries.ts";
import { JOURNAL_PAGE } from "../src/journal/server/page-queries.ts";
import { freshDatabase } from "./builders/database.ts";
import type { FreshDatabase } from "./builders/database.ts";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Alias?: string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  "Heap Fetches"?: number;
  "Actual Loops": number;
  Plans?: Node[];
};
type Seen = { nodes: Node[]; blocks: number; of: (relation: string) => Node[] };

const SCHOOLS = 30;
const TODAY = day("2026-11-22");
/**
 * Ceilings of blocks, half as much again as was measured (412, 594 and 39). Marks and absences themselves take 10 to 60 of them; the rest are
 * lessons and their notes, a heap block each, and the end of the class's day where a topic is missing. Before the small things of a school were
 * read once a page instead of once a lesson, it was 1,615 and 1,889.
 */
const PAGE_BLOCKS = 600;
const WEEK_BLOCKS = 900;
const FACTS_BLOCKS = 60;
/** Of what one teacher has open: as many as the lessons of the year, and the bells of the days on which something is missing. */
const OWN_BLOCKS = 3_000;
/** Tables that grow with the years: read whole, they cost every school what one asked for. */
const LARGE = ["lesson", "mark", "absence", "lesson_note", "member", "audit"];

let database: FreshDatabase;
let owner: pg.Pool;
let app: pg.Pool;
/** In the middle school: the page with the most marks, its last lesson, a pupil with most marks. */
let target: { schoolId: number; pageId: number; term: number; lessonId: number; teacherId: number; pupilId: number };

beforeAll(async () => {
  database = await freshDatabase();
  owner = openPool(database.url, { role: "owner", max: 2 });
  app = openPool(database.url, { max: 2 });
  // one class a school: few rows, but those of a page lie apart as in life, for the schools are filled week by week
  await seedSchools(app, { schools: SCHOOLS, pupils: 25, weeks: 6, random: 7, today: TODAY });
  await owner.query("vacuum (analyze)");
  const { rows } = await owner.query<typeof target>(
    `with page as (select school_id, page_id from journal.mark where school_id = $1 group by 1, 2 order by count(*) desc, page_id limit 1),
     last as (select l.* from page p join timetable.lesson l using (school_id, page_id) join journal.mark k using (school_id, page_id, lesson_id) order by l.day desc limit 1)
     select l.school_id as "schoolId", l.page_id as "pageId", l.term, l.lesson_id as "lessonId", l.teacher_id as "teacherId",
       (select k.pupil_id from journal.mark k where k.school_id = l.school_id and k.page_id = l.page_id and k.lesson_id = l.lesson_id order by k.pupil_id limit 1) as "pupilId" from last l`,
    [SCHOOLS / 2],
  );
  target = rows[0]!;
}, 120_000);

afterAll(async () => {
  await app.end();
  await owner.end();
  await database.drop();
});

/** Runs the statement twice as the application does, with the plan it keeps, and looks at the second: the first also reads the catalogue. */
async function seen(s: Statement<unknown>, types: string, values: readonly (string | number | null)[]): Promise<Seen> {
  const client = await app.connect();
  try {
    await client.query(`begin; select set_config('app.school', '${target.schoolId}', true); prepare looked_at (${types}) as ${s.text}`);
    const execute = `explain (analyze, buffers, format json) execute looked_at (${values.map((v) => (v === null ? "null" : `'${v}'`)).join(", ")})`;
    await client.query(execute);
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Node }] }>(execute);
    const root = rows[0]!["QUERY PLAN"][0].Plan;
    const nodes = flat(root).filter((node) => node["Actual Loops"] > 0);
    return {
      nodes,
      blocks: root["Shared Hit Blocks"] + root["Shared Read Blocks"],
      of: (relation) => nodes.filter((node) => node["Relation Name"] === relation),
    };
  } finally {
    await client.query("rollback; deallocate all");
    client.release();
  }
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
const kinds = (nodes: readonly Node[]) => [...new Set(nodes.map((node) => node["Node Type"]))];
const scannedWhole = ({ nodes }: Seen) =>
  nodes.filter((n) => n["Node Type"] === "Seq Scan" && LARGE.includes(n["Relation Name"] ?? "")).map((n) => n["Relation Name"]);

describe(`plans over ${SCHOOLS} schools filled in the order of time`, () => {
  test("a page reads its marks and absences from the covering key alone", async () => {
    const page = await seen(JOURNAL_PAGE, "int, int, date, int", [target.schoolId, target.pageId, TODAY, 0]);
    expect(kinds(page.of("mark"))).toEqual(["Index Only Scan"]);
    expect(kinds(page.of("absence"))).toEqual(["Index Only Scan"]);
    expect([...page.of("mark"), ...page.of("absence")].map((n) => n["Heap Fetches"])).toEqual([0, 0]);
    expect(scannedWhole(page)).toEqual([]);
    expect(page.blocks).toBeLessThan(PAGE_BLOCKS);
  });

  test("a week finds its marks and absences by full key, and no table is read whole", async () => {
    const week = await seen(DIARY_WEEK, "int, int, date, date", [target.schoolId, target.pupilId, TODAY, "2026-11-16"]);
    expect(kinds(week.of("mark"))).toEqual(["Index Only Scan"]);
    expect(kinds(week.of("absence"))).toEqual(["Index Only Scan"]);
    expect(scannedWhole(week)).toEqual([]);
    expect(week.blocks).toBeLessThan(WEEK_BLOCKS);
  });

  test("what is open in a school or with one teacher is found without the notes that are whole", async () => {
    const { schoolId, teacherId } = target;
    const days = ["2026-09-01", TODAY, "12:00", TODAY];
    const school = await seen(OPEN_LESSONS, "int, date, date, time, date", [schoolId, ...days]);
    const own = await seen(MY_OPEN_LESSONS, "int, date, date, time, date, int", [schoolId, ...days, teacherId]);
    for (const { of, nodes } of [school, own]) {
      expect(scannedWhole({ nodes, of, blocks: 0 })).toEqual([]);
      const indexes = of("lesson_note").filter((n) => n["Node Type"] === "Index Only Scan");
      expect(indexes.map((n) => n["Index Name"]).sort()).toEqual(["lesson_note_begun", "lesson_note_whole", "lesson_note_work"]);
      expect(kinds(of("mark")).filter((kind) => kind !== "Index Only Scan")).toEqual([]);
    }
    // of all lessons held only the few without any note are looked up
    const looked = school.of("lesson_note").filter((n) => n["Node Type"] === "Index Scan");
    expect(looked.map((n) => n["Index Name"])).toEqual(["lesson_note_pkey"]);
    expect(own.blocks).toBeLessThan(OWN_BLOCKS);
  });

  test("the facts of a save are found by keys", async () => {
    const { schoolId, pageId, lessonId, teacherId, pupilId } = target;
    const facts = await seen(LESSON_FOR_MARK, "int, int, int, int, date, int, int, text, smallint", [
      schoolId,
      pageId,
      lessonId,
      teacherId,
      TODAY,
      pupilId,
      0,
      "5",
      null,
    ]);
    expect(kinds(facts.of("lesson"))).toEqual(["Index Scan"]);
    expect(kinds(facts.of("mark"))).toEqual(["Index Scan"]);
    expect(scannedWhole(facts)).toEqual([]);
    expect(facts.blocks).toBeLessThan(FACTS_BLOCKS);
  });
});
