import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp } from "../../../../tests/builders/app.ts";
import type { TestApp } from "../../../../tests/builders/app.ts";
import { dutyOf, sayDone, stateOn } from "../../../../tests/builders/duties.ts";
import type { Which } from "../../../../tests/builders/duties.ts";
import { aSchool } from "../../../../tests/builders/school.ts";
import type { MadeSchool, Signed } from "../../../../tests/builders/school.ts";
import { isAccepted, isSaid } from "../../rules/duties/duty-kinds.ts";
import { asSchool } from "../../../foundation/database.ts";
import { day } from "../../../foundation/day.ts";
import { addDepartment } from "../../../people/server/door.ts";
import type { DutyCode } from "../../rules/duties/duty-kinds.ts";

type Preset = "000" | "001" | "002" | "003" | "004";
type Who = "director" | "deputy" | "admin" | "secretary" | "homeroom" | "teacher";

let t: TestApp;
let schools: Record<Preset, MadeSchool>;
beforeAll(async () => {
  t = await anApp(new Date("2026-09-16T10:00:00Z"));
  const of = (preset: string, timezone: string) => aSchool(t.owner, { preset, timezone, name: preset });
  schools = {
    "000": await of("simferopol-21-2020", "Europe/Simferopol"),
    "001": await of("kemerovo-creative-centre", "Asia/Novokuznetsk"),
    "002": await of("stakhanovo-2021", "Europe/Simferopol"),
    "003": await of("chaikovsky-gymnasium-2023", "Asia/Yekaterinburg"),
    "004": await of("bishkek-61-2022", "Asia/Bishkek"),
  };
  // the second teacher's lessons stand in a department that somebody heads
  const centre = schools["001"];
  await t.owner.query("insert into access.role_grant (school_id, person_id, role, from_day) values ($1, $2, 'head_of_department', '2026-09-01')", [
    centre.schoolId,
    centre.homeroom.personId,
  ]);
  await asSchool(t.owner, centre.schoolId, (tx) =>
    addDepartment(tx, centre.schoolId, { name: "Отдел", from: day("2026-08-01"), heads: [centre.homeroom.personId], people: [centre.secondTeacher.personId] }),
  );
  // the staff works from August on, when the year is prepared
  await t.owner.query("update access.role_grant set from_day = '2026-08-01'");
  await t.owner.query("select ledger.make_partitions('2026-08-01', '2027-07-31')");
});
afterAll(() => t.close());

/** The name of the case; the preset; who owes it; the last day in time; which of several; the presets whose schools do not owe it. */
const ROWS: readonly [name: string, kind: DutyCode, preset: Preset, who: Who, lastDay: string, which?: Which, notIn?: readonly Preset[]][] = [
  ["DL-01 the curriculum is approved by 31 August", "curriculum", "002", "director", "2026-08-31", {}, ["000", "001", "003", "004"]],
  ["DL-02 the load is approved by 31 August", "load_approved", "002", "director", "2026-08-31", {}, ["000", "003"]],
  ["DL-03 the timetable of lessons is approved by 1 September", "lesson_timetable", "002", "director", "2026-09-01", {}, ["004"]],
  ["DL-04 the timetable of clubs is approved by 1 September", "clubs_timetable", "002", "director", "2026-09-01", {}, ["004"]],
  ["DL-05 the order on tariffication is given by 10 September", "tariffication", "002", "director", "2026-09-10", {}, ["003"]],
  ["DL-06 the administrator is informed 3 days before the year", "administrator_informed", "002", "deputy", "2026-08-29", {}, ["003"]],
  ["DL-07 the journal is formed by 5 September", "journal_formed", "002", "admin", "2026-09-05", {}, ["003"]],
  ["DL-07 the journal is formed by 8 September elsewhere", "journal_formed", "001", "admin", "2026-09-08"],
  ["DL-08 a page has its lesson plan on 1 September", "lesson_plan", "000", "teacher", "2026-09-01", {}, ["002"]],
  ["DL-08 a page has its lesson plan before the year", "lesson_plan", "004", "teacher", "2026-09-01"],
  ["DL-08 a page has its work programme on 10 September", "work_programme", "003", "teacher", "2026-09-10", {}, ["000", "001", "002", "004"]],
  ["DL-09 the deputy checks the plans before the year", "plans_checked", "004", "deputy", "2026-08-31", {}, ["002"]],
  ["DL-10 a page has its schedule of control works on 10 September", "control_schedule", "003", "teacher", "2026-09-10", {}, ["002"]],
  ["DL-11 the homeroom teacher compares the list of the class", "roster_homeroom", "003", "homeroom", "2026-09-01", {}, ["002"]],
  ["DL-11 the deputy compares the lists", "roster_deputy", "003", "deputy", "2026-09-01", {}, ["002"]],
  ["DL-12 a month without the check of data", "data_check", "000", "homeroom", "2026-09-30", { day: "2026-09-01" }, ["003", "004"]],
  ["DL-12 a month without the check of data elsewhere", "data_check", "002", "homeroom", "2026-10-31", { day: "2026-10-01" }],
  ["DL-18 a week without the homeroom teacher's control", "homeroom_control", "004", "homeroom", "2026-09-20", { day: "2026-09-14" }, ["002"]],
  [
    "DL-19 a week in which the homeroom teacher did not look at the activity",
    "class_activity",
    "003",
    "homeroom",
    "2026-09-20",
    { day: "2026-09-14" },
    ["002"],
  ],
  ["DL-19 a week in which the deputy did not look at the activity", "school_activity", "003", "deputy", "2026-09-20", { day: "2026-09-14" }, ["002"]],
  ["DL-21 the plan of events of October", "class_events", "003", "homeroom", "2026-09-30", { day: "2026-10-01" }, ["002"]],
  ["DL-22 the preliminary report 2 weeks before the end of the term", "preliminary_report", "003", "homeroom", "2026-10-11", {}, ["000", "004"]],
  ["DL-23 the report of the term by its end", "period_report", "002", "homeroom", "2026-10-25", {}, ["000"]],
  ["DL-23 the report of the term by its end elsewhere", "period_report", "004", "homeroom", "2026-10-25"],
  ["DL-24 the report on programme and quality by the end of the quarter", "programme_report", "003", "teacher", "2026-10-25", {}, ["002", "004"]],
  ["DL-24 the report on programme and quality of the year", "programme_report", "003", "teacher", "2027-05-31", { day: "2027-05-31" }],
  ["DL-25 marks of the term in its last week", "period_marks", "002", "teacher", "2026-10-25", { day: "2026-09-01" }],
  ["DL-25 marks of the term 2 days after its end", "period_marks", "003", "teacher", "2026-10-27", { day: "2026-09-01" }],
  ["DL-26 records of the past month by the 8th", "self_check", "003", "teacher", "2026-10-08", { day: "2026-09-01" }, ["002", "004"]],
  ["DL-27 timeliness of the department by the 10th", "department_report", "001", "homeroom", "2026-10-10", { day: "2026-09-01" }],
  ["DL-28 the head of a department checks every day", "department_check", "001", "homeroom", "2026-09-16", { day: "2026-09-16" }],
  ["DL-28 the deputy checks every month", "deputy_check", "001", "deputy", "2026-09-30", { day: "2026-09-01" }, ["002", "004"]],
  ["DL-28 the director checks every quarter", "director_check", "004", "director", "2026-10-25", { day: "2026-09-01" }, ["001", "003"]],
  ["DL-29 the deputy reports teachers' work of a month", "teachers_work_month", "002", "deputy", "2026-09-30", { day: "2026-09-01" }, ["004"]],
  ["DL-29 the administrator reports it elsewhere", "teachers_work_month", "003", "admin", "2026-09-30", { day: "2026-09-01" }],
  ["DL-29 and at the end of the term", "teachers_work_period", "003", "admin", "2026-10-25", { day: "2026-09-01" }],
  ["DL-30 the activity of users at the end of the term", "activity_report", "002", "admin", "2026-10-25", { day: "2026-09-01" }, ["003"]],
  ["DL-30 and of the year", "activity_report", "002", "deputy", "2027-05-31", { day: "2027-05-31" }],
  ["DL-31 filling and accumulation of a month", "filling_report", "002", "admin", "2026-09-30", { day: "2026-09-01" }, ["003"]],
  ["DL-31 and of the year", "filling_year_report", "002", "deputy", "2027-05-31"],
  ["DL-32 progress and attendance of a class", "class_progress_report", "002", "homeroom", "2026-10-25", { day: "2026-09-01" }, ["003"]],
  ["DL-32 progress and attendance of the school", "school_progress_report", "002", "deputy", "2026-10-25", { day: "2026-09-01" }, ["003"]],
  ["DL-33 the reports of a quarter are accepted and archived", "reports_archived", "003", "deputy", "2026-11-01", { day: "2026-09-01" }, ["002"]],
  ["DL-38 files of class journals a week after the term", "period_files", "002", "admin", "2026-11-01", { day: "2026-09-01" }, ["003"]],
  ["DL-41 the journal is printed by 30 June", "journal_printed", "002", "secretary", "2027-06-30", {}, ["004"]],
  ["DL-43 the external disk at the end of the term", "external_disk", "003", "admin", "2026-10-25", { day: "2026-09-01" }, ["002"]],
  ["DL-46 consents of parents by 1 September", "parent_consents", "002", "homeroom", "2026-09-01", {}, ["004"]],
  ["DL-46 consents of the staff in September", "staff_consents", "002", "director", "2026-09-30", {}, ["004"]],
  ["DL-47 logins of parents in September", "parent_logins", "002", "homeroom", "2026-09-30", {}, ["004"]],
  ["DL-49 implementation twice a year", "implementation_report", "002", "deputy", "2026-12-30", { day: "2026-09-01" }, ["003"]],
  ["DL-50 test mode every month", "test_mode_analysis", "002", "director", "2026-09-30", { day: "2026-09-01" }, ["003"]],
  ["DL-51 changes of the timetable every day", "changes_watched", "003", "admin", "2026-09-16", { day: "2026-09-16" }, ["002"]],
  ["DL-52 parents are told of the start by the director", "start_told", "002", "director", "2026-09-01", {}, ["003"]],
  ["DL-52 and by the homeroom teacher", "class_start_told", "002", "homeroom", "2026-09-01", {}, ["003"]],
  ["DL-53 new acts on the site by 1 September", "new_acts_on_site", "002", "director", "2026-09-01", {}, ["004"]],
  ["DL-53 the package of acts by 20 September", "acts_on_site", "002", "director", "2026-09-20", {}, ["004"]],
  ["DL-54 the staff is trained in September and October", "staff_trained", "002", "admin", "2026-10-31", {}, ["003"]],
  ["DL-54 and in August", "staff_trained_before_year", "002", "deputy", "2026-08-31", {}, ["000"]],
  ["DL-54 during the year elsewhere", "parents_trained", "000", "deputy", "2027-05-31", {}, ["004"]],
];

const whoOf = (preset: Preset, who: Who): Signed => schools[preset][who];
const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe("the calendar of obligations", () => {
  test.each(ROWS)(
    "%s: owed through its last day, overdue on the next, by the school's own clause",
    async (_, kind, preset, who, lastDay, which = {}, notIn = []) => {
      const s = schools[preset];
      const person = whoOf(preset, who);
      expect(await stateOn(t, s, person, kind, lastDay, which)).toBe("today");
      expect(await stateOn(t, s, person, kind, nextDay(lastDay), which)).toBe("overdue");
      expect((await dutyOf(t, person, kind, which))?.clause).toMatch(/^(приложение \d, )?п\. /);
      for (const other of notIn) expect([other, await stateOn(t, schools[other], whoOf(other, who), kind, lastDay)]).toEqual([other, undefined]);
    },
  );

  test.each(ROWS.filter(([, kind]) => isSaid(kind) && !isAccepted(kind)))(
    "%s: closes when it is said done, and the record names who, when and what",
    async (_, kind, preset, who, lastDay, which = {}) => {
      const s = schools[preset];
      const person = whoOf(preset, who);
      await stateOn(t, s, person, kind, lastDay, which);
      const duty = (await dutyOf(t, person, kind, which))!;
      expect(await sayDone(t, person, duty, "сделано", "№ 7")).toMatchObject({ status: 200, body: { step: "done", stepNo: 1 } });
      expect(await dutyOf(t, person, kind, { ...which, aboutId: duty.aboutId, day: duty.day })).toBeUndefined();
      const { rows } = await t.owner.query(
        "select made_by, note, document from control.duty_step where school_id = $1 and kind = $2 and about_id = $3 and day = $4",
        [s.schoolId, kind, duty.aboutId, duty.day],
      );
      expect(rows).toEqual([{ made_by: person.personId, note: "сделано", document: "№ 7" }]);
    },
  );
});
