import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { anApp } from "../builders/app.ts";
import type { TestApp } from "../builders/app.ts";
import { aSchool } from "../builders/school.ts";
import type { MadeSchool } from "../builders/school.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, { pupils: 3 });
  t.at(s.now);
  // the second teacher leads the page together with the first
  await t.owner.query(
    "insert into planning.load (school_id, page_id, teacher_id, from_day, weekly_hours) select school_id, page_id, $3, from_day, 1 from planning.load where school_id = $1 and page_id = $2",
    [s.schoolId, s.page.pageId, s.secondTeacher.personId],
  );
});
afterAll(() => t.close());

/** What a change after its term is told with. */
const WHY = "проверка";

type Kind = "none" | "absent" | "ill" | "late";
type Value = string | null;
/** What a cell holds and how often it was written. */
type Cell = { value: Value; version: number };
type Cells = Map<string, Cell>;
const EMPTY: Cell = { value: null, version: 0 };

/** A deed of one of two teachers. `lag`: how many writes the teacher has not seen; `together`: asked at the same moment as the one before. */
type Deed = { second: boolean; lag: number; together: boolean } & (
  | { what: "mark"; pupil: number; work: number; value: Value }
  | { what: "presence"; kinds: (Kind | null)[] }
  | { what: "topic"; value: string }
);

const who = { second: fc.boolean(), lag: fc.constantFrom(0, 0, 0, 0, 1, 2, -1), together: fc.boolean() };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...who,
      what: fc.constant("mark" as const),
      pupil: fc.nat(2),
      work: fc.constantFrom(0, 0, 2),
      value: fc.constantFrom("5", "4", "2", null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...who,
      what: fc.constant("presence" as const),
      kinds: fc.array(fc.constantFrom<Kind | null>("none", "absent", "ill", null), { minLength: 3, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...who, what: fc.constant("topic" as const), value: fc.constantFrom("Дроби", "Проценты", "") }) },
);

const pupilAt = (n: number) => s.classA.pupils[n]!;
const seen = (cells: Cells, key: string, lag: number) => Math.max(0, (cells.get(key) ?? EMPTY).version - lag);

/** Asks the server for a deed over what the teacher believes to stand; answers the cells that the server acknowledged. */
async function does(d: Deed, lessonId: number, cells: Cells): Promise<[string, Cell][]> {
  const { cookie } = d.second ? s.secondTeacher : s.teacher;
  const params = { pageId: s.page.pageId, lessonId };
  if (d.what === "mark") {
    const key = `mark ${d.pupil} ${d.work}`;
    const body = { mark: d.value, work: d.work, expectedVersion: seen(cells, key, d.lag), correction: WHY };
    const answer = await t.ask(setMarkRoute, cookie, { params: { ...params, pupilId: pupilAt(d.pupil) }, body });
    expect([200, 409]).toContain(answer.status);
    return answer.status === 200 ? [[key, { value: answer.body.mark, version: answer.body.version }]] : [];
  }
  if (d.what === "topic") {
    const answer = await t.ask(setLessonRoute, cookie, { params, body: { topic: d.value, expectedVersion: seen(cells, "topic", d.lag), correction: WHY } });
    expect([200, 409]).toContain(answer.status);
    return answer.status === 200 ? [["topic", { value: answer.body.topic, version: answer.body.version }]] : [];
  }
  const entries = d.kinds.flatMap((kind, n) => (kind === null ? [] : [{ pupilId: pupilAt(n), kind, expectedVersion: seen(cells, `presence ${n}`, d.lag) }]));
  if (entries.length === 0) return [];
  const answer = await t.ask(setAttendanceRoute, cookie, { params, body: { entries, correction: WHY } });
  expect([200, 409]).toContain(answer.status);
  if (answer.status !== 200) return [];
  return answer.body.entries.map((e) => [`presence ${s.classA.pupils.indexOf(e.pupilId)}`, { value: e.kind === "none" ? null : e.kind, version: e.version }]);
}

const KINDS = [null, "absent", "ill", "late"];

/** What stands in the tables for a lesson. */
async function standing(lessonId: number): Promise<Cells> {
  const of = async <Row>(text: string) => (await t.owner.query(text, [s.schoolId, s.page.pageId, lessonId])).rows as Row[];
  const where = "where k.school_id = $1 and k.page_id = $2 and k.lesson_id = $3";
  const marks = await of<{ pupil: number; work: number; value: Value; version: number }>(
    `select pupil_id as pupil, work_no as work, token as value, version from journal.mark k left join regulation.mark_token t using (value) ${where}`,
  );
  const kinds = await of<{ pupil: number; kind: number; version: number }>(`select pupil_id as pupil, kind, version from attendance.absence k ${where}`);
  const notes = await of<{ value: Value; version: number }>(`select topic as value, version from journal.lesson_note k ${where}`);
  const n = (pupil: number) => s.classA.pupils.indexOf(pupil);
  return new Map<string, Cell>([
    ...marks.map((m) => [`mark ${n(m.pupil)} ${m.work}`, { value: m.value, version: m.version }] as const),
    ...kinds.map((a) => [`presence ${n(a.pupil)}`, { value: KINDS[a.kind]!, version: a.version }] as const),
    ...notes.map((a) => ["topic", a] as const),
  ]);
}

type Line = { act: string; body: { pupil?: number; work?: number; before: unknown; after: unknown; pupils?: { pupil: number; before: Kind; after: Kind }[] } };

/** The same by the history alone: every row of the chain begins where the row before it ended. */
async function replayed(lessonId: number): Promise<Cells> {
  const { rows } = await t.owner.query<Line>(
    `select c.code as act, a.body::jsonb as body from ledger.audit a join ledger.code c on c.code_no = a.act
     where a.school_id = $1 and a.stream = $2 and (a.body::jsonb ->> 'lesson')::int = $3 order by seq`,
    [s.schoolId, s.page.pageId, lessonId],
  );
  const cells: Cells = new Map();
  const step = (key: string, before: Value, after: Value) => {
    const from = cells.get(key) ?? EMPTY;
    expect({ key, before }).toEqual({ key, before: from.value });
    cells.set(key, { value: after, version: from.version + 1 });
  };
  const shown = (kind: Kind): Value => (kind === "none" ? null : kind);
  for (const { act, body } of rows) {
    if (act === "journal.mark.set") step(`mark ${s.classA.pupils.indexOf(body.pupil!)} ${body.work}`, body.before as Value, body.after as Value);
    else if (act === "journal.lesson.set") step("topic", (body.before as { topic: Value }).topic, (body.after as { topic: Value }).topic);
    else for (const p of body.pupils!) step(`presence ${s.classA.pupils.indexOf(p.pupil)}`, shown(p.before), shown(p.after));
  }
  return cells;
}

const sorted = (cells: Cells) => Object.fromEntries([...cells].sort(([a], [b]) => a.localeCompare(b)));

describe("whatever two teachers do to one lesson, one after the other or at once, over what they saw or missed", () => {
  test("COR-01 the tables hold the last acknowledged word of every cell, and the history alone gives the very same; COR-04 its chain holds", async () => {
    const days = s.page.lessons.filter((l) => l.day <= s.today);
    let next = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (deeds) => {
        const { lessonId } = days[next++ % days.length]!;
        const cells = await standing(lessonId);
        for (let i = 0; i < deeds.length;) {
          const group = [deeds[i++]!];
          while (i < deeds.length && deeds[i]!.together) group.push(deeds[i++]!);
          const believed = new Map(cells);
          const acknowledged = await Promise.all(group.map((d) => does(d, lessonId, believed)));
          // of what was acknowledged at once the higher version is the later
          for (const [key, cell] of acknowledged.flat()) if (cell.version >= (cells.get(key)?.version ?? 0)) cells.set(key, cell);
        }
        const written = new Map([...cells].filter(([, cell]) => cell.version > 0));
        expect(sorted(await standing(lessonId))).toEqual(sorted(written));
        expect(sorted(await replayed(lessonId))).toEqual(sorted(written));
        const { rows } = await t.owner.query("select ledger.broken_at($1, $2) as broken", [s.schoolId, s.page.pageId]);
        expect(rows).toEqual([{ broken: null }]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
