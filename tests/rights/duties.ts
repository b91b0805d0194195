import { judgeDutyRoute, myDutiesRoute, performDutyRoute, personDutiesRoute, schoolDutiesRoute } from "../../src/control/contract/duties/duties.ts";
import { mattersRoute, openMatterRoute } from "../../src/control/contract/duties/matters.ts";
import { everyone } from "./case.ts";
import type { Case } from "./case.ts";

export const DUTY_CASES: readonly Case[] = [
  { route: myDutiesRoute, may: ["director", "deputy", "admin", "secretary", "homeroom", "teacher", "secondTeacher"], rows: false },
  { route: schoolDutiesRoute, may: ["director", "deputy", "admin"], rows: false },
  { route: personDutiesRoute, may: ["director", "deputy", "admin"], rows: false },
  {
    // the month of a class is its homeroom teacher's alone
    route: performDutyRoute,
    may: ["homeroom"],
    rows: true,
    input: (s) => ({
      params: { kind: "data_check" },
      body: { aboutId: s.classA.classId, day: `${s.today.slice(0, 7)}-01`, expectedVersion: 0, note: "сверено", document: "" },
    }),
  },
  { route: mattersRoute, may: ["director", "deputy", "admin", "secretary"], rows: false },
  // a breach of one's own access is everybody's to report
  { route: openMatterRoute, may: everyone, rows: false, input: (s) => ({ body: { kind: "breach", title: "Пароль увидел посторонний", day: s.today } }) },
];

/** Its answer depends on what was handed in. */
export const DUTIES_ELSEWHERE = { [judgeDutyRoute.operationId]: "src/control/server/duties/said-duties.test.ts" };
