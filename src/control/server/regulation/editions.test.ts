import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { setLessonRoute } from "../../../journal/contract/set-lesson.ts";
import { enactEditionRoute, previewEditionRoute, regulationRoute, withdrawEditionRoute } from "../../contract/regulation/regulation.ts";

let t: TestApp;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());

/** Sets the clock; nobody's session ends by the jump. */
const at = async (s: MadeSchool, time: string, on: LocalDate = s.today) => {
  t.at(instantOf(on, time, s.timezone));
  await t.owner.query("update access.session set idle_until = '2100-01-01' where school_id = $1", [s.schoolId]);
};
const read = async (s: MadeSchool, day?: LocalDate, who: Signed = s.teacher) =>
  (await t.ask(regulationRoute, who.cookie, { query: day === undefined ? {} : { day } })).body;
const valueOf = async (s: MadeSchool, code: string, day?: LocalDate) => (await read(s, day)).norms.find((norm) => norm.code === code)?.value;
const HOMEWORK = { code: "homework.entry", value: "class_day_end + 3h" as unknown, clause: "п. 2.10" };
type Order = { startsOn?: string; orderDate?: string; changes?: object[]; seenEdition?: number; approvedBy?: string };
const enact = (s: MadeSchool, order: Order = {}, who: Signed = s.director) =>
  t.ask(enactEditionRoute, who.cookie, {
    body: {
      startsOn: plusDays(s.today, 1),
      orderNumber: "84-о",
      orderDate: s.today,
      approvedBy: "директор",
      seenEdition: 100,
      changes: [HOMEWORK],
      ...order,
    } as never,
  });
const write = async (s: MadeSchool, on: LocalDate, homework: string) =>
  (
    await t.ask(setLessonRoute, s.teacher.cookie, {
      params: { pageId: s.page.pageId, lessonId: s.page.on(on).lessonId },
      body: { expectedVersion: 0, homework },
    })
  ).body;

describe("a new edition of the regulation", () => {
  test("REG-01 REG-03 changes the term of homework from its day on: a lesson of the day before keeps its judgement, one of that day has the new term", async () => {
    const s = await aSchool(t.owner);
    const later = plusDays(s.today, 7);
    await at(s, "08:00");
    expect((await enact(s, { startsOn: later })).status).toBe(200);
    // the class ends at 12:20: 13:50 by the old edition, 15:20 by the new one
    await at(s, "15:20");
    expect(await write(s, s.today, "№ 1")).toMatchObject({ homeworkLate: true });
    await at(s, "15:20", later);
    expect(await write(s, later, "№ 2")).toMatchObject({ homeworkLate: false });
    // an older lesson that is written after the edition began is still judged by the edition of its own day
    expect(await write(s, plusDays(s.today, -1), "№ 0")).toMatchObject({ homeworkLate: true });
    expect(await valueOf(s, "homework.entry", s.today)).toBe("class_day_end + 1h30m");
    expect(await valueOf(s, "homework.entry", later)).toBe("class_day_end + 3h");
  });

  test("REG-03 REG-04 ends the earlier one by itself and has no end of its own; what it does not name goes on", async () => {
    const s = await aSchool(t.owner);
    await at(s, "08:00");
    await enact(s, { startsOn: "2026-11-01" });
    const { editions, norms } = await read(s, "2026-11-01" as LocalDate);
    expect(
      editions.map(({ startsOn, endsOn, document, approvedBy, enteredBy, changed }) => [startsOn, endsOn, document, approvedBy, enteredBy, changed]),
    ).toEqual([
      ["2021-09-01", "2026-10-31", "Приказ № 115 от 18.05.2021", "директор", null, []],
      ["2026-11-01", null, "Приказ № 84-о от 16.09.2026", "директор", expect.stringContaining("А. И."), ["homework.entry"]],
    ]);
    const lesson = norms.find(({ code }) => code === "lesson.entry")!;
    expect(lesson).toMatchObject({ value: "lesson_date.end", fromDay: "2021-09-01", toDay: null, act: "Приказ № 115 от 18.05.2021" });
    expect(norms.find(({ code }) => code === "homework.entry")).toMatchObject({
      act: "Приказ № 84-о от 16.09.2026",
      clause: "п. 2.10",
      fromDay: "2026-11-01",
      toDay: null,
    });
  });

  test("is kept in the ledger with who, the order and each value before and after", async () => {
    const s = await aSchool(t.owner);
    await at(s, "08:00");
    await enact(s, {}, s.admin);
    const { rows } = await t.owner.query(
      "select a.actor, a.body::json as body from ledger.audit a join ledger.code c on c.code_no = a.act where a.school_id = $1 and c.code = 'control.regulation.enact'",
      [s.schoolId],
    );
    expect(rows).toMatchObject([
      {
        actor: s.admin.personId,
        body: {
          right: "journal_admin/school",
          document: "Приказ № 84-о от 16.09.2026",
          changes: [{ code: "homework.entry", before: "class_day_end + 1h30m", after: "class_day_end + 3h" }],
        },
      },
    ]);
  });

  test("that has not begun is taken back, and what it was to end goes on; one that judges already stays", async () => {
    const s = await aSchool(t.owner);
    await at(s, "08:00");
    await enact(s, { startsOn: "2026-11-01" });
    const second = await enact(s, { startsOn: "2026-12-01", changes: [{ ...HOMEWORK, value: "lesson_date.end" }] });
    const [, november] = (await read(s)).editions;
    const withdraw = (editionNo: number, who: Signed = s.director) => t.ask(withdrawEditionRoute, who.cookie, { params: { editionNo } });
    expect((await withdraw(november!.editionNo, s.deputy)).status).toBe(403);
    expect((await withdraw(november!.editionNo)).status).toBe(200);
    expect(await valueOf(s, "homework.entry", "2026-11-15" as LocalDate)).toBe("class_day_end + 1h30m");
    expect(await valueOf(s, "homework.entry", "2026-12-15" as LocalDate)).toBe("lesson_date.end");
    expect((await withdraw(november!.editionNo)).problem).toMatchObject({ status: 404, code: "regulation.edition_not_found" });
    await at(s, "08:00", "2026-12-01" as LocalDate);
    expect((await withdraw(second.body.editionNo)).problem).toMatchObject({
      status: 422,
      code: "regulation.edition_stands",
      detail: expect.stringContaining("1 декабря 2026"),
    });
    const stranger = await aSchool(t.owner, { name: "Соседняя школа" });
    expect((await withdraw(second.body.editionNo, stranger.director)).problem.code).toBe("regulation.edition_not_found");
  });
});

describe("an edition that cannot be", () => {
  let s: MadeSchool;
  beforeAll(async () => {
    s = await aSchool(t.owner);
    await at(s, "08:00");
    await enact(s, { startsOn: "2026-11-01" });
  });

  test.each<[string, Order, number, string, RegExp]>([
    [
      "on the day of another one",
      { startsOn: "2026-11-01" },
      422,
      "regulation.edition_same_day",
      /С 1 ноября 2026 года уже начинается другая редакция: Приказ № 84-о/,
    ],
    ["from today on", { startsOn: "2026-09-16" }, 422, "regulation.edition_in_past", /уже судили по прежней. Самый ранний день — 17 сентября 2026 года/],
    ["from a day of last year", { startsOn: "2025-09-01" }, 422, "regulation.edition_in_past", /Самый ранний день/],
    ["on the 30th of February", { startsOn: "2027-02-30" }, 400, "timetable.not_a_day", /2027-02-30/],
    ["by an order of tomorrow", { orderDate: "2026-09-17" }, 422, "regulation.order_not_signed", /17 сентября 2026 года ещё не подписан/],
    [
      "with an unknown norm",
      { changes: [{ code: "homework.entrance", value: 1, clause: "п. 1" }] },
      422,
      "regulation.norm_unknown",
      /«homework.entrance» нет в реестре/,
    ],
    [
      "with a value out of bounds",
      { changes: [{ code: "records.self_check_day", value: 31, clause: "п. 1" }] },
      422,
      "regulation.norm_misshapen",
      /«31» не подходит. Нужно: целое число от 1 до 28/,
    ],
    ["with a term that is none", { changes: [{ ...HOMEWORK, value: "завтра" }] }, 422, "regulation.norm_misshapen", /«завтра» не подходит. Нужно: срок/],
    ["without a value", { changes: [{ ...HOMEWORK, value: null }] }, 422, "regulation.norm_misshapen", /«null» не подходит/],
    ["without a clause", { changes: [{ ...HOMEWORK, clause: "  " }] }, 422, "regulation.clause_missing", /назовите пункт/],
    ["with one norm twice", { changes: [HOMEWORK, HOMEWORK] }, 422, "regulation.norm_named_twice", /два значения/],
    [
      "with a grade where the norm knows none",
      { changes: [{ code: "homework.paper_diary", value: true, clause: "п. 1", grade: 5 }] },
      422,
      "regulation.norm_for_whole_school",
      /на всю школу/,
    ],
    ["that changes nothing", { startsOn: "2026-11-02" }, 422, "regulation.edition_changes_nothing", /ничего не меняет/],
    ["over a newer one", { startsOn: "2026-11-05", seenEdition: 1 }, 409, "regulation.edition_changed_meanwhile", /появилась другая редакция: Приказ № 84-о/],
  ])("%s is refused with a sentence, and nothing is written", async (_, order, status, code, sentence) => {
    const before = await t.owner.query("select count(*)::int as n from regulation.norm where school_id = $1", [s.schoolId]);
    const answer = await enact(s, order);
    expect(answer.problem).toMatchObject({ status, code });
    expect(answer.problem.detail).toMatch(sentence);
    expect((await t.owner.query("select count(*)::int as n from regulation.norm where school_id = $1", [s.schoolId])).rows).toEqual(before.rows);
    expect((await read(s)).editions).toHaveLength(2);
  });

  test("a day that the clock of the school skipped is none: Apia had no 30 December 2011", async () => {
    const apia = await aSchool(t.owner, { timezone: "Pacific/Apia", today: "2011-12-14" as LocalDate, preset: "simferopol-21-2020" }).catch(() => null);
    if (!apia) throw new Error("the school was not made");
    await at(apia, "08:00");
    await t.owner.query("select ledger.make_partitions('2011-12-01', '2011-12-31')");
    const answer = await enact(apia, { startsOn: "2011-12-30", orderDate: "2011-12-14" });
    expect(answer.problem).toMatchObject({ status: 422, code: "regulation.day_skipped", detail: expect.stringContaining("часы перевели через него") });
  });

  test("of two that come at once for one day one is made", async () => {
    const two = await aSchool(t.owner);
    await at(two, "08:00");
    const answers = await Promise.all([enact(two), enact(two, { approvedBy: "педсовет" }, two.admin)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });
});

describe("before it is saved", () => {
  test("the director sees what it would have meant for the records of the last week, and nothing is written", async () => {
    const s = await aSchool(t.owner);
    // Monday and Tuesday in time by both, Wednesday late by the standing edition and in time by the new one, Friday late by both
    const days = [plusDays(s.today, -5), plusDays(s.today, -2), plusDays(s.today, -1), s.today] as LocalDate[];
    for (const [i, time] of ["16:00", "10:30", "11:00", "15:00"].entries()) {
      await at(s, time, days[i]);
      await write(s, days[i]!, "№ 1");
    }
    const preview = (changes: object[], who: Signed = s.director) => t.ask(previewEditionRoute, who.cookie, { body: { changes } as never });
    const { body } = await preview([
      HOMEWORK,
      { code: "homework.paper_diary", value: true, clause: "п. 1" },
      { code: "homework.when_late", value: "block", clause: "п. 1" },
    ]);
    expect(body).toMatchObject({ from: plusDays(s.today, -6), to: s.today });
    expect(body.effects).toEqual([
      {
        code: "homework.entry",
        counted: true,
        records: 4,
        lateNow: 2,
        lateThen: 1,
        turnInTime: 1,
        turnLate: 0,
        teachers: 1,
        subjects: [{ name: "Математика", records: 1 }],
      },
      { code: "homework.paper_diary", counted: false, records: 0, lateNow: 0, lateThen: 0, turnInTime: 0, turnLate: 0, teachers: 0, subjects: [] },
      {
        code: "homework.when_late",
        counted: true,
        records: 4,
        lateNow: 2,
        lateThen: 1,
        turnInTime: 1,
        turnLate: 0,
        teachers: 1,
        subjects: [{ name: "Математика", records: 1 }],
      },
    ]);
    expect((await preview([{ ...HOMEWORK, value: "once" }])).problem.code).toBe("regulation.norm_misshapen");
    expect((await preview([HOMEWORK], s.deputy)).status).toBe(403);
    expect((await read(s)).editions).toHaveLength(1);
  });
});

describe("what the staff reads", () => {
  test("REG-08 REG-07 is every norm with its act and clause, and both clauses where the papers clash", async () => {
    const s = await aSchool(t.owner);
    await at(s, "10:00");
    const { norms, mayChange, school } = await read(s);
    expect([mayChange, school]).toEqual([false, "Школа для проверки"]);
    expect(norms.filter(({ act, clause }) => act === "" || clause === "")).toEqual([]);
    expect(norms.find(({ code }) => code === "marks.control_due")).toMatchObject({
      value: "next_lesson",
      clause: "приложение 4, п. 4.2.4в",
      clash: { value: "work_date + 7d", clause: "приложение 2, п. 2.10", reason: expect.stringContaining("узкое") },
    });
    expect((await read(s, undefined, s.director)).mayChange).toBe(true);
    expect((await t.ask(regulationRoute, s.teacher.cookie, { query: { day: "2026-13-01" } })).problem.code).toBe("timetable.not_a_day");
    expect((await t.ask(regulationRoute, s.guardian.cookie)).status).toBe(403);
  });
});

describe("a value for a narrower scope", () => {
  test("wins over a wider one: country, region, kind of school, school, grade, subject", async () => {
    const s = await aSchool(t.owner);
    const other = await aSchool(t.owner, { preset: "chaikovsky-gymnasium-2023" });
    const on = async (school: MadeSchool, grade: number | null = null, subject: number | null = null) =>
      (await t.owner.query("select regulation.norms_on($1, '{homework.entry,lesson.entry}', $2, $3, $4) as of", [school.schoolId, s.today, grade, subject]))
        .rows[0].of["homework.entry"] as string;
    const country = (value: string, region: string | null, kind: string | null) =>
      t.owner.query(
        "insert into regulation.country_norm (country, code, value, act, clause, in_force, region, school_kind) values ('RU', 'homework.entry', to_jsonb($1::text), 'Закон', 'ст. 1', daterange('2020-01-01', null), $2, $3)",
        [value, region, kind],
      );
    await t.owner.query("delete from regulation.norm where school_id = any ($1) and code = 'homework.entry'", [[s.schoolId, other.schoolId]]);
    await country("lesson_date + 1d", null, null);
    expect([await on(s), await on(other)]).toEqual(["lesson_date + 1d", "lesson_date + 1d"]);
    await t.owner.query("update access.school set region = 'Крым' where school_id = $1", [s.schoolId]);
    await country("lesson_date + 2d", "Крым", null);
    expect([await on(s), await on(other)]).toEqual(["lesson_date + 2d", "lesson_date + 1d"]);
    await country("lesson_date + 3d", null, "gymnasium");
    expect([await on(s), await on(other)]).toEqual(["lesson_date + 2d", "lesson_date + 3d"]);
    await t.owner.query("delete from regulation.country_norm where code = 'homework.entry'");

    await at(s, "08:00");
    await enact(s, {
      changes: [HOMEWORK, { ...HOMEWORK, value: "lesson_date + 4d", grade: 6 }, { ...HOMEWORK, value: "lesson_date + 5d", subjectId: s.mathematics }],
    });
    await at(s, "08:00", plusDays(s.today, 1));
    const tomorrow = async (grade: number | null, subject: number | null) =>
      (await t.owner.query("select regulation.norms_on($1, '{homework.entry}', $2, $3, $4) as of", [s.schoolId, plusDays(s.today, 1), grade, subject])).rows[0]
        .of["homework.entry"] as string;
    expect([await tomorrow(null, null), await tomorrow(6, null), await tomorrow(6, s.mathematics), await tomorrow(7, s.mathematics)]).toEqual([
      "class_day_end + 3h",
      "lesson_date + 4d",
      "lesson_date + 5d",
      "lesson_date + 5d",
    ]);
  });
});
