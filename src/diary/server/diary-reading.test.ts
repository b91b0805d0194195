import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../tests/builders/app.ts";
import type { TestApp } from "../../../tests/builders/app.ts";
import { aSchool } from "../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../tests/builders/school.ts";
import { diaryWeekRoute } from "../contract/diary-week.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-12-10T10:00:00Z"));
  s = await aSchool(t.owner, {});
  t.at(s.now);
});
afterAll(() => t.close());

const read = async (who: Signed, day?: string) =>
  (await t.ask(diaryWeekRoute, who.cookie, { params: { pupilId: s.classA.pupils[0]! }, query: day === undefined ? {} : { day } })).status;
const traces = async () =>
  (
    await t.owner.query<{ actor: number; act: string; body: { right: string; monday: string } }>(
      `select a.actor, c.code as act, a.body::jsonb as body from ledger.audit a join ledger.code c on c.code_no = a.act
       where a.school_id = $1 and a.stream = -$2::int and c.code like 'diary.%' order by seq`,
      [s.schoolId, s.classA.pupils[0]],
    )
  ).rows;

describe("the diary of a child, opened", () => {
  test("by the child or the guardian leaves no trace: it is their own", async () => {
    for (const who of [s.pupil, s.guardian, s.pupil, s.guardian]) expect(await read(who)).toBe(200);
    expect(await traces()).toEqual([]);
  });

  test("by staff stands in the child's own chain before the answer goes out: who, by which right, which week", async () => {
    for (const who of [s.homeroom, s.deputy, s.director]) expect(await read(who, "2026-09-10")).toBe(200);
    expect((await traces()).map(({ actor, act, body }) => [actor, act, body.right, body.monday])).toEqual([
      [s.homeroom.personId, "diary.week.read", "homeroom_teacher/own_class", "2026-09-07"],
      [s.deputy.personId, "diary.week.read", "deputy_studies/school", "2026-09-07"],
      [s.director.personId, "diary.week.read", "director/school", "2026-09-07"],
    ]);
    const { rows } = await t.owner.query("select ledger.broken_at($1, -$2::int) as broken", [s.schoolId, s.classA.pupils[0]]);
    expect(rows).toEqual([{ broken: null }]);
  });

  test("and refused, by right or by its day, shows nothing and leaves no trace", async () => {
    const before = (await traces()).length;
    expect(await read(s.secretary)).toBe(403);
    expect(await read(s.otherGuardian)).toBe(403);
    expect(await read(s.director, "1999-01-01")).toBe(400);
    expect((await traces()).length).toBe(before);
  });

  test("cannot be read unseen: when the trace cannot be kept, the answer is not given", async () => {
    await t.owner.query("alter table ledger.audit rename to audit_away");
    try {
      expect(await read(s.director)).toBe(500);
      expect(await read(s.guardian)).toBe(200);
    } finally {
      await t.owner.query("alter table ledger.audit_away rename to audit");
    }
    expect(await read(s.director)).toBe(200);
  });
});
