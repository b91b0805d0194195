import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { clockAt, dutyOf, sayDone, stateOn } from "../../../../tests/builders/duties.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { mattersRoute, openMatterRoute } from "../../contract/duties/matters.ts";
import type { MatterCode } from "../../rules/duties/matter-kinds.ts";

let t: TestApp;
let s: MadeSchool;
let bishkek: MadeSchool;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  s = await aSchool(t.owner);
  bishkek = await aSchool(t.owner, { preset: "bishkek-61-2022", timezone: "Asia/Bishkek" });
  await t.owner.query("select ledger.make_partitions('2026-08-01', '2027-07-31')");
});
afterAll(() => t.close());

const open = (who: Signed, kind: MatterCode, day: string, more: { title?: string; time?: string; ownerId?: number } = {}) =>
  t.ask(openMatterRoute, who.cookie, { body: { kind, day, title: "Заявление Родионовой В. И.", ...more } });
const register = async () => (await t.ask(mattersRoute, s.secretary.cookie)).body.matters;
/** Opens a thing at noon of its day and answers its number. */
const opened = async (who: Signed, kind: MatterCode, day: string, more: { title?: string; time?: string; ownerId?: number } = {}) => {
  await clockAt(t, s, day);
  const answer = await open(who, kind, day, more);
  expect(answer.status).toBe(200);
  return { aboutId: answer.body.matterId };
};

describe("a thing that starts a term", () => {
  test("DL-35 a request registered on Monday is due on Thursday, Friday is overdue; who gave access closes it with a word", async () => {
    const which = await opened(s.secretary, "diary_request", "2026-09-14");
    for (const who of [s.deputy, s.admin]) {
      expect(await stateOn(t, s, who, "diary_access", "2026-09-17", which)).toBe("today");
      expect(await stateOn(t, s, who, "diary_access", "2026-09-18", which)).toBe("overdue");
    }
    const duty = (await dutyOf(t, s.admin, "diary_access", which))!;
    expect(duty).toMatchObject({ title: "Заявление Родионовой В. И.", clause: "приложение 3, п. 2.9-2.10, 3.7" });
    expect((await sayDone(t, s.teacher, duty)).status).toBe(403);
    expect((await sayDone(t, s.admin, duty, "Доступ выдан")).status).toBe(200);
    expect(await dutyOf(t, s.deputy, "diary_access", which)).toBeUndefined();
    const line = (await register()).find(({ matterId }) => matterId === which.aboutId)!;
    expect(line).toMatchObject({ openedBy: "Верещагина А. И.", duties: [{ kind: "diary_access", late: true, note: "Доступ выдан" }] });
  });

  test("ORG-16 a request registered on Friday ends on Wednesday", async () => {
    const which = await opened(s.secretary, "diary_request", "2026-09-18");
    expect(await stateOn(t, s, s.admin, "diary_access", "2026-09-23", which)).toBe("today");
    expect(await stateOn(t, s, s.admin, "diary_access", "2026-09-24", which)).toBe("overdue");
  });

  test("DL-36 data given on Monday stand within 5 working days, owed by the person they were given to", async () => {
    const which = await opened(s.secretary, "data_given", "2026-09-14", { title: "Справка об освобождении", ownerId: s.homeroom.personId });
    expect(await stateOn(t, s, s.homeroom, "data_entered", "2026-09-21", which)).toBe("today");
    expect(await stateOn(t, s, s.homeroom, "data_entered", "2026-09-22", which)).toBe("overdue");
    expect(await dutyOf(t, s.teacher, "data_entered", which)).toBeUndefined();
  });

  test("DL-40 the final archive is due 3 working days after the results came", async () => {
    const which = await opened(s.deputy, "attestation_results", "2027-06-18", { title: "Результаты ГИА получены" });
    expect(await stateOn(t, s, s.admin, "final_archive", "2027-06-23", which)).toBe("today");
    expect(await stateOn(t, s, s.admin, "final_archive", "2027-06-24", which)).toBe("overdue");
  });

  test("DL-44 a breach is reported by whoever it happened to: within a working day in time, after it the register says late", async () => {
    await clockAt(t, s, "2026-09-15");
    const inTime = await open(s.teacher, "breach", "2026-09-14", { title: "Пароль увидел ученик" });
    await clockAt(t, s, "2026-09-16");
    const late = await open(s.guardian, "breach", "2026-09-14", { title: "Пароль подобрали" });
    const found = (await t.ask(mattersRoute, s.director.cookie)).body.matters;
    const of = (matterId: number) => found.find((line) => line.matterId === matterId)!;
    expect(of(inTime.body.matterId)).toMatchObject({
      day: "2026-09-14",
      openedBy: "Лунёва А. И.",
      duties: [{ kind: "breach_report", late: false, clause: "приложение 2, п. 4.3" }],
    });
    expect(of(late.body.matterId).duties).toMatchObject([{ late: true }]);
    expect(of(late.body.matterId).duties[0]!.doneAt).not.toBeNull();
  });

  test("DL-48 a written enquiry is answered within 30 days", async () => {
    const which = await opened(s.secretary, "enquiry", "2026-09-14");
    expect(await stateOn(t, s, s.secretary, "enquiry_answer", "2026-10-14", which)).toBe("today");
    expect(await stateOn(t, s, s.director, "enquiry_answer", "2026-10-15", which)).toBe("overdue");
  });

  test("DL-55 a leak has two terms of its hour: 24 and 72 hours", async () => {
    const which = await opened(s.admin, "leak", "2026-09-14", { title: "Список класса в общем чате", time: "09:40" });
    const state = async (kind: "leak_notice" | "leak_inquiry", on: string, time: string) => {
      await clockAt(t, s, on, time);
      return (await dutyOf(t, s.director, kind, which))?.state;
    };
    expect([await state("leak_notice", "2026-09-15", "09:40"), await state("leak_notice", "2026-09-15", "09:41")]).toEqual(["today", "overdue"]);
    expect([await state("leak_inquiry", "2026-09-17", "09:40"), await state("leak_inquiry", "2026-09-17", "09:41")]).toEqual(["today", "overdue"]);
    // the law of one country is no law of another
    await clockAt(t, bishkek, "2026-09-15");
    expect((await open(bishkek.admin, "leak", "2026-09-14", { time: "09:40" })).status).toBe(200);
    expect(await dutyOf(t, bishkek.director, "leak_notice")).toBeUndefined();
  });

  test("DL-56 the act of dismissal is issued within 3 days of the application", async () => {
    const which = await opened(s.secretary, "transfer", "2026-09-18");
    expect(await stateOn(t, s, s.director, "dismissal_act", "2026-09-21", which)).toBe("today");
    expect(await stateOn(t, s, s.secretary, "dismissal_act", "2026-09-22", which)).toBe("overdue");
  });
});

describe("the register", () => {
  test("takes a thing only from who may write it in", async () => {
    await clockAt(t, s, "2026-09-16");
    for (const who of [s.teacher, s.homeroom, s.guardian, s.pupil]) expect((await open(who, "enquiry", "2026-09-16")).status).toBe(403);
    expect((await open(s.secretary, "leak", "2026-09-16", { time: "09:00" })).status).toBe(403);
  });

  test.each([
    ["a day that is none", "enquiry", "2026-02-30", {}, "timetable.not_a_day"],
    ["a day to come", "enquiry", "2026-09-17", {}, "control.matter_to_come"],
    ["nothing said", "enquiry", "2026-09-16", { title: "  " }, "control.matter_without_title"],
    ["hours without an hour", "leak", "2026-09-16", {}, "control.matter_without_time"],
    ["an hour to come", "leak", "2026-09-16", { time: "23:59" }, "control.matter_to_come"],
    ["nobody named", "data_given", "2026-09-16", {}, "control.matter_without_owner"],
    ["somebody of another school", "data_given", "2026-09-16", { ownerId: 900_001 }, "control.owner_not_found"],
  ] as const)("refuses %s and keeps nothing", async (_, kind, day, more, code) => {
    await clockAt(t, s, "2026-09-16");
    const before = (await register()).length;
    expect((await open(s.director, kind, day, more)).problem.code).toBe(code);
    expect(await register()).toHaveLength(before);
  });

  test("ORG-14 of one school says nothing of another's", async () => {
    await clockAt(t, bishkek, "2026-09-16");
    const other = (await t.ask(mattersRoute, bishkek.secretary.cookie)).body.matters;
    expect(other.map(({ kind }) => kind)).toEqual(["leak"]);
  });
});
