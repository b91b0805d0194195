import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool } from "../../../../tests/builders/school.ts";
import type { Input } from "../../../foundation/route.ts";
import { bellsRoute, chooseBellsRoute, setBellsRoute } from "../../contract/bells.ts";

let t: TestApp;
let s: MadeSchool;

beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
});
afterAll(() => t.close());
beforeEach(async () => {
  s = await aSchool(t.owner, { pupils: 2 });
  t.at(s.now);
});

type Asked = Input<typeof setBellsRoute>["body"];
const standing = async () => (await t.ask(bellsRoute, s.admin.cookie)).body;
const set = (body: Asked, who = s.admin) => t.ask(setBellsRoute, who.cookie, { body });
const choose = (day: string, bellScheduleId: number | null, who = s.admin) =>
  t.ask(chooseBellsRoute, who.cookie, { params: { day }, body: { bellScheduleId } });
const slot = (n: number, starts: string, ends: string, shift = 1) => ({ shift, slot: n, starts, ends });

describe("the bells of a school", () => {
  test("TT-16 with a break of five minutes are saved and warned of", async () => {
    const [usual] = (await standing()).bells;
    const slots = usual!.slots.map((b) => (b.slot === 2 ? { ...b, starts: "09:20" } : b));
    const answer = await set({ bellScheduleId: usual!.bellScheduleId, name: usual!.name, seen: usual!.slots, slots });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        warnings: [
          { kind: "break_short", slot: 1, minutes: 5, limit: 10 },
          { kind: "lesson_long", slot: 2, minutes: 50 },
        ],
      },
    });
    expect((await standing()).bells[0]!.warnings).toHaveLength(2);
  });

  test("have several variants; hours after lessons are the same in each", async () => {
    const club = slot(1, "15:30", "16:30", 0);
    await set({ bellScheduleId: null, name: "Сокращённый день", seen: [], slots: [slot(1, "08:30", "09:00"), slot(2, "09:10", "09:40"), club] });
    const { bells } = await standing();
    expect(bells.map((b) => [b.name, b.isUsual])).toEqual([
      ["Обычные", true],
      ["Сокращённый день", false],
    ]);
    expect(bells.map((b) => b.slots.filter((x) => x.shift === 0))).toEqual([[club], [club]]);
  });

  test("are refused without a name, under a name that is taken, in disorder, without an hour in which lessons stand, over what somebody else saved", async () => {
    const [usual] = (await standing()).bells;
    const { bellScheduleId, name, slots } = usual!;
    const code = async (more: Partial<Asked>) => (await set({ bellScheduleId, name, seen: slots, slots, ...more })).problem.code;
    expect(await code({ name: " " })).toBe("timetable.bells_not_named");
    expect(await code({ bellScheduleId: null, seen: [] })).toBe("timetable.bells_name_taken");
    expect(await code({ slots: [slot(1, "09:00", "08:00")] })).toBe("timetable.bell_misshapen");
    expect(await code({ slots: [...slots, slots[0]!] })).toBe("timetable.bell_misshapen");
    expect(await code({ slots: slots.filter((b) => b.slot !== 4) })).toBe("timetable.bell_in_use");
    expect(await code({ slots: slots.filter((b) => b.slot !== 6), seen: [] })).toBe("timetable.bells_changed_meanwhile");
    expect(await code({ bellScheduleId: 999 })).toBe("timetable.bells_not_found");
    expect((await standing()).bells).toEqual([usual]);
  });

  test("TT-04 are set by whom the norm names", async () => {
    const [usual] = (await standing()).bells;
    const { bellScheduleId, name, slots } = usual!;
    expect((await set({ bellScheduleId, name: `${name} звонки`, seen: slots, slots }, s.deputy)).problem.code).toBe("access.not_permitted");
    expect((await choose("2026-09-18", null, s.deputy)).problem.code).toBe("access.not_permitted");
  });
});

describe("the bells of one day", () => {
  test("are chosen, told, and taken back; a plain day leaves no trace in the calendar", async () => {
    const { body: short } = await set({ bellScheduleId: null, name: "Короткий", seen: [], slots: [slot(1, "08:30", "09:00")] });
    expect(await choose("2026-09-18", short.bellScheduleId)).toMatchObject({ status: 200, body: { day: "2026-09-18" } });
    expect((await standing()).days).toEqual([{ day: "2026-09-18", bellScheduleId: short.bellScheduleId }]);
    expect((await choose("2026-09-18", null)).status).toBe(200);
    expect((await standing()).days).toEqual([]);
    const { rows } = await t.owner.query("select from timetable.calendar_day where school_id = $1 and day = '2026-09-18'", [s.schoolId]);
    expect(rows).toHaveLength(0);
  });

  test("are refused for a day gone by, a day off, no day at all, an unknown variant", async () => {
    const { body: short } = await set({ bellScheduleId: null, name: "Короткий", seen: [], slots: [slot(1, "08:30", "09:00")] });
    const code = async (day: string, id: number | null = short.bellScheduleId) => (await choose(day, id)).problem.code;
    expect(await code("2026-09-15")).toBe("timetable.day_gone");
    expect(await code("2026-09-19")).toBe("timetable.not_a_study_day");
    expect(await code("2026-11-04")).toBe("timetable.not_a_study_day");
    expect(await code("2026-02-31")).toBe("timetable.not_a_day");
    expect(await code("2026-09-18", 999)).toBe("timetable.bells_not_found");
  });
});
