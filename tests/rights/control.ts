import { myDutiesRoute, schoolDutiesRoute } from "../../src/control/contract/duties/duties.ts";
import { journalControlRoute, journalFindingsRoute } from "../../src/control/contract/journal-control.ts";
import type { Case } from "./case.ts";

const days = (s: { today: string }) => ({ from: s.today, to: s.today });

export const CONTROL_CASES: readonly Case[] = [
  { route: myDutiesRoute, may: ["director", "deputy", "admin", "secretary", "homeroom", "teacher", "secondTeacher"], rows: false },
  { route: schoolDutiesRoute, may: ["director", "deputy", "admin"], rows: false },
  { route: journalControlRoute, may: ["director", "deputy", "admin"], rows: false, input: (s) => ({ query: { ...days(s), by: "teacher" } }) },
  {
    route: journalFindingsRoute,
    may: ["director", "deputy", "admin"],
    rows: false,
    input: (s) => ({ query: { ...days(s), by: "teacher", id: s.teacher.personId } }),
  },
];
