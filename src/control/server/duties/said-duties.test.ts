import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { clockAt, dutyOf, sayDone } from "../../../../tests/builders/duties.ts";
import type { MyDuty } from "../../../../tests/builders/duties.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { judgeDutyRoute, personDutiesRoute, schoolDutiesRoute } from "../../contract/duties/duties.ts";

let t: TestApp;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());

const gymnasium = () => aSchool(t.owner, { preset: "chaikovsky-gymnasium-2023", timezone: "Asia/Yekaterinburg" });
const judge = (who: Signed, duty: MyDuty, expectedVersion: number, accepted: boolean, note = "") =>
  t.ask(judgeDutyRoute, who.cookie, { params: { kind: duty.kind }, body: { aboutId: duty.aboutId, day: duty.day, expectedVersion, accepted, note } });
const monthOf = async (s: MadeSchool) => (await dutyOf(t, s.homeroom, "data_check", { day: "2026-09-01" }))!;

describe("a duty that a word closes", () => {
  test("DL-12 is said done once: the same again is answered alike, and the ledger keeps it", async () => {
    const s = await aSchool(t.owner);
    await clockAt(t, s, "2026-09-28");
    const duty = await monthOf(s);
    const first = await sayDone(t, s.homeroom, duty, "Телефоны сверены");
    expect(first).toMatchObject({ status: 200, body: { stepNo: 1, step: "done" } });
    expect(await sayDone(t, s.homeroom, duty, "Телефоны сверены")).toMatchObject({ status: 200, body: first.body });
    const { rows } = await t.owner.query("select body from ledger.audit where school_id = $1 and body like '%data_check%'", [s.schoolId]);
    expect(rows.map(({ body }) => JSON.parse(body as string))).toMatchObject([
      { kind: "data_check", about: s.classA.classId, day: "2026-09-01", step: "done", note: "Телефоны сверены" },
    ]);
  });

  test("is nobody else's to say: not of another teacher, not of the deputy, not of another school", async () => {
    const s = await aSchool(t.owner);
    const stranger = await aSchool(t.owner, { pupils: 5 });
    await clockAt(t, s, "2026-09-28");
    await clockAt(t, stranger, "2026-09-28");
    const duty = await monthOf(s);
    for (const who of [s.teacher, s.deputy, s.director]) expect((await sayDone(t, who, duty)).status).toBe(403);
    expect((await sayDone(t, s.pupil, duty)).status).toBe(403);
    const unknown = { ...duty, aboutId: 900_001 };
    expect(await sayDone(t, stranger.homeroom, unknown)).toMatchObject({ status: 404, problem: { code: "control.duty_not_found" } });
    expect(await monthOf(s)).toBeDefined();
  });

  test("is refused where the journal itself shows it, where its time has not come, on a day that is none, and over a stale version", async () => {
    const s = await aSchool(t.owner);
    await clockAt(t, s, "2026-09-16");
    const lesson = (await dutyOf(t, s.teacher, "lesson_entry"))!;
    const notSaid = { status: 422, problem: { code: "control.duty_not_said" } };
    expect(await sayDone(t, s.teacher, lesson)).toMatchObject(notSaid);
    expect(await sayDone(t, s.director, { kind: "curriculum", aboutId: 0, day: "2026-09-01", stepNo: 0 })).toMatchObject(notSaid);
    const duty = await monthOf(s);
    expect(await sayDone(t, s.homeroom, { ...duty, day: "2026-12-01" })).toMatchObject({ status: 404, problem: { code: "control.duty_not_found" } });
    expect(await sayDone(t, s.homeroom, { ...duty, day: "2026-02-30" })).toMatchObject({ status: 400, problem: { code: "timetable.not_a_day" } });
    expect(await sayDone(t, s.homeroom, { ...duty, stepNo: 3 })).toMatchObject({ status: 409, problem: { code: "control.duty_changed_meanwhile" } });
    expect(await monthOf(s)).toBeDefined();
  });

  test("DL-20 a class whose parents were not informed for 15 days is overdue, and the next turn runs from the last one", async () => {
    const s = await gymnasium();
    const state = async (day: string) => {
      await clockAt(t, s, day);
      return (await dutyOf(t, s.homeroom, "parents_informed"))?.state;
    };
    expect([await state("2026-09-15"), await state("2026-09-16")]).toEqual(["today", "overdue"]);
    expect((await sayDone(t, s.homeroom, (await dutyOf(t, s.homeroom, "parents_informed"))!, "Отчёты розданы")).status).toBe(200);
    expect([await state("2026-09-30"), await state("2026-10-01")]).toEqual(["today", "overdue"]);
    expect((await dutyOf(t, s.homeroom, "parents_informed"))!.clause).toBe("п. 1-5");
  });
});

describe("a report that is accepted", () => {
  test("DL-23 DL-24 waits for its controller when it is handed in, comes back with a word, and closes when it is accepted", async () => {
    const s = await gymnasium();
    await clockAt(t, s, "2026-10-26");
    for (const [who, kind] of [
      [s.homeroom, "period_report"],
      [s.teacher, "programme_report"],
    ] as const) {
      const duty = (await dutyOf(t, who, kind, { day: "2026-09-01" }))!;
      expect(duty).toMatchObject({ state: "overdue", awaits: false, returned: null });
      expect((await judge(s.deputy, duty, 0, true)).problem.code).toBe("control.duty_not_handed_in");
      expect((await sayDone(t, who, duty, "Сдан", "№ 3")).status).toBe(200);
      expect(await dutyOf(t, who, kind, { day: duty.day })).toMatchObject({ awaits: true });
      const waiting = (await t.ask(schoolDutiesRoute, s.deputy.cookie)).body.awaiting.find((each) => each.duty.kind === kind)!;
      expect(waiting).toMatchObject({ personId: who.personId, note: "Сдан", document: "№ 3" });
      // what was handed in is not among the overdue of the school
      const { duties } = (await t.ask(personDutiesRoute, s.deputy.cookie, { query: { kind } })).body;
      expect(duties.some((each) => each.duty.aboutId === duty.aboutId && each.duty.day === duty.day)).toBe(false);
      for (const other of [s.teacher, s.homeroom, s.admin, s.pupil]) expect((await judge(other, duty, 1, true)).status).toBe(403);
      expect((await judge(s.deputy, duty, 1, false)).problem.code).toBe("control.return_without_word");
      expect((await judge(s.deputy, duty, 0, true)).problem.code).toBe("control.duty_changed_meanwhile");
      expect((await judge(s.deputy, duty, 1, false, "Нет итогов по одному ученику")).status).toBe(200);
      expect(await dutyOf(t, who, kind, { day: duty.day })).toMatchObject({ awaits: false, returned: "Нет итогов по одному ученику", stepNo: 2 });
      expect((await sayDone(t, who, { ...duty, stepNo: 2 }, "Исправлен")).status).toBe(200);
      expect((await judge(s.deputy, duty, 3, true)).body).toMatchObject({ stepNo: 4, step: "accepted" });
      expect((await judge(s.deputy, duty, 3, true)).body).toMatchObject({ stepNo: 4, step: "accepted" });
      expect(await dutyOf(t, who, kind, { day: duty.day })).toBeUndefined();
    }
  });

  test("of another school is not found", async () => {
    const s = await gymnasium();
    const stranger = await gymnasium();
    await clockAt(t, stranger, "2026-10-26");
    const answer = await t.ask(judgeDutyRoute, stranger.deputy.cookie, {
      params: { kind: "period_report" },
      body: { aboutId: 900_001, day: "2026-09-01", expectedVersion: 1, accepted: true, note: "" },
    });
    expect(answer).toMatchObject({ status: 404, problem: { code: "control.duty_not_found" } });
    expect(s.schoolId).not.toBe(stranger.schoolId);
  });

  test("DL-39 files that were formed on Friday are checked within 3 working days, a day off not counted", async () => {
    const s = await aSchool(t.owner);
    await clockAt(t, s, "2026-10-30");
    const files = (await dutyOf(t, s.admin, "period_files", { day: "2026-09-01" }))!;
    expect(await dutyOf(t, s.deputy, "files_checked")).toBeUndefined();
    await sayDone(t, s.admin, files, "Файлы в папке", "");
    const state = async (day: string) => {
      await clockAt(t, s, day);
      return (await dutyOf(t, s.deputy, "files_checked"))?.state;
    };
    // Wednesday 4 November is a day off of the school's calendar
    expect([await state("2026-11-05"), await state("2026-11-06")]).toEqual(["today", "overdue"]);
    expect((await sayDone(t, s.deputy, (await dutyOf(t, s.deputy, "files_checked"))!)).status).toBe(200);
    expect(await state("2026-11-06")).toBeUndefined();
  });
});
