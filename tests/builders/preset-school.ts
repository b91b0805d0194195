import { expect } from "vitest";
import { grantRoles } from "../../src/access/server/door.ts";
import type { Role } from "../../src/access/rules/roles.ts";
import { setAttendanceRoute } from "../../src/attendance/contract/set-attendance.ts";
import { myDutiesRoute, performDutyRoute, personDutiesRoute, schoolDutiesRoute } from "../../src/control/contract/duties/duties.ts";
import type { DutyCode } from "../../src/control/rules/duties/duty-kinds.ts";
import { asSchool } from "../../src/foundation/database.ts";
import { day, instantOf } from "../../src/foundation/day.ts";
import type { LocalDate } from "../../src/foundation/day.ts";
import type { Output } from "../../src/foundation/route.ts";
import { setLessonRoute } from "../../src/journal/contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../src/journal/contract/set-mark.ts";
import { workTypesRoute } from "../../src/journal/contract/work-types.ts";
import { readPreset } from "../../src/regulation/server/door.ts";
import { anApp } from "./app.ts";
import type { Answer, TestApp } from "./app.ts";
import { aSchool } from "./school.ts";
import type { MadeLesson, MadeSchool, Signed } from "./school.ts";

/** A page of the journal with its dated lessons. */
export type TaughtPage = { pageId: number; on: (d: LocalDate) => MadeLesson };
type Of = { page?: TaughtPage; who?: Signed; expectedVersion?: number };
type OwnDuty = Output<typeof myDutiesRoute>["duties"][number];

/** On Wednesday the class's day ends with the fourth lesson at 13:05, as the acceptance lists tell it. */
const HOURS = ["09:15-10:00", "10:10-10:55", "11:15-12:00", "12:20-13:05", "13:15-14:00", "14:10-14:55"];

/** A school made from a preset, with what its people do over HTTP. Pupils are named by their place in class A. */
export type PresetSchool = MadeSchool & {
  /** Sets the school's clock. */
  at: (time: string, on?: LocalDate) => void;
  write: (on: LocalDate, body: object, of?: Of) => Promise<Answer<typeof setLessonRoute>>;
  mark: (on: LocalDate, pupil: number, mark: string | null, of?: Of & { workType?: number }) => Promise<Answer<typeof setMarkRoute>>;
  termMark: (term: number, pupil: number, mark: string, of?: Of) => Promise<Answer<typeof setTermMarkRoute>>;
  absent: (on: LocalDate, pupil: number, of?: Of) => Promise<Answer<typeof setAttendanceRoute>>;
  /** The number of a work type by its code. */
  workType: (code: string) => Promise<number>;
  /** Open duties of a kind that a person owes, the earliest term first. */
  owes: (who: Signed, kind: DutyCode) => Promise<OwnDuty[]>;
  /** The same in few words: the day of the fact and the state. */
  states: (who: Signed, kind: DutyCode) => Promise<[string, OwnDuty["state"]][]>;
  /** What the deputy sees of a kind in the whole school. */
  seen: (kind: DutyCode) => Promise<Output<typeof personDutiesRoute>["duties"]>;
  /** The person says that the duty is done. */
  perform: (who: Signed, duty: OwnDuty, note?: string) => Promise<Answer<typeof performDutyRoute>>;
  /** The term of a kind in force today; null where the school asks for no such thing. */
  term: (kind: DutyCode) => Promise<string | null>;
  /** Gives a person of the staff one more role, from the first day of the year unless told. */
  grant: (who: Signed, role: Role, days?: { from: LocalDate; to?: LocalDate }) => Promise<void>;
};

/** The server over a database of its own with a school made from a preset in it; sessions and the ledger last the whole year. */
export async function aPresetSchool(preset: string, pupils = 6): Promise<{ t: TestApp; s: PresetSchool }> {
  const t = await anApp(new Date("2026-09-16T06:00:00Z"));
  await t.owner.query("select ledger.make_partitions('2026-08-01', '2027-07-01')");
  const { timezone } = await readPreset(preset);
  const made = await aSchool(t.owner, { preset, timezone, pupils, hours: HOURS });
  await t.owner.query("update access.session set seen_at = '2100-01-01'");
  t.at(made.now);
  return { t, s: { ...made, ...deedsIn(t, made) } };
}

function deedsIn(t: TestApp, made: MadeSchool): Omit<PresetSchool, keyof MadeSchool> {
  const lessonOf = (on: LocalDate, page: TaughtPage = made.page) => ({ pageId: page.pageId, lessonId: page.on(on).lessonId });
  const pupilId = (place: number) => made.classA.pupils[place]!;
  const owes = async (who: Signed, kind: DutyCode) => {
    const { status, body } = await t.ask(myDutiesRoute, who.cookie);
    expect(status).toBe(200);
    return body.duties.filter((duty) => duty.kind === kind);
  };
  return {
    at: (time, on = made.today) => t.at(instantOf(on, time, made.timezone)),
    write: (on, body, { page, who = made.teacher, expectedVersion = 0 } = {}) =>
      t.ask(setLessonRoute, who.cookie, { params: lessonOf(on, page), body: { expectedVersion, ...body } }),
    mark: (on, pupil, mark, { page, who = made.teacher, expectedVersion = 0, ...more } = {}) =>
      t.ask(setMarkRoute, who.cookie, { params: { ...lessonOf(on, page), pupilId: pupilId(pupil) }, body: { mark, expectedVersion, ...more } }),
    termMark: (term, pupil, mark, { page = made.page, who = made.teacher, expectedVersion = 0 } = {}) =>
      t.ask(setTermMarkRoute, who.cookie, { params: { pageId: page.pageId, term, pupilId: pupilId(pupil) }, body: { mark, expectedVersion } }),
    absent: (on, pupil, { page, who = made.teacher, expectedVersion = 0 } = {}) =>
      t.ask(setAttendanceRoute, who.cookie, {
        params: lessonOf(on, page),
        body: { entries: [{ pupilId: pupilId(pupil), kind: "absent", expectedVersion }] },
      }),
    workType: async (code) => (await t.ask(workTypesRoute, made.deputy.cookie)).body.workTypes.find((one) => one.code === code)!.workType,
    owes,
    states: async (who, kind) => (await owes(who, kind)).map((duty) => [duty.day, duty.state]),
    seen: async (kind) => (await t.ask(personDutiesRoute, made.deputy.cookie, { query: { kind } })).body.duties,
    perform: (who, { kind, aboutId, day: on, stepNo }, note = "сделано") =>
      t.ask(performDutyRoute, who.cookie, { params: { kind }, body: { aboutId, day: on, expectedVersion: stepNo, note, document: "" } }),
    term: async (kind) => (await t.ask(schoolDutiesRoute, made.deputy.cookie)).body.kinds.find((one) => one.kind === kind)!.norm,
    grant: (who, role, days = { from: day("2026-09-01") }) =>
      asSchool(t.owner, made.schoolId, (tx) => grantRoles(tx, made.schoolId, [{ personId: who.personId, role, ...days }])),
  };
}
