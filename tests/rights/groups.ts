import {
  addGroupPageRoute,
  enrolInGroupRoute,
  groupRoute,
  groupsRoute,
  leaveGroupRoute,
  makeGroupRoute,
  setPageMarksRoute,
} from "../../src/planning/contract/groups/groups.ts";
import { journalKindsRoute, setJournalKindRoute } from "../../src/planning/contract/groups/journal-kinds.ts";
import type { Case } from "./case.ts";

const uses = { marks: false, attendance: true, homework: false, topics: true, paper: "electronic" };
let made = 0;

/** Groups made by hand and the kinds of journal. */
export const GROUP_CASES: readonly Case[] = [
  { route: groupsRoute, may: ["director", "deputy", "admin", "secretary"], rows: false },
  {
    route: makeGroupRoute,
    may: ["deputy", "admin"],
    rows: false,
    input: (s) => ({ body: { kind: "club", name: `Кружок ${++made}`, subject: "Кружок", leaderId: s.teacher.personId, weeklyHours: 1, from: s.today } }),
  },
  { route: journalKindsRoute, may: ["director", "deputy", "admin", "secretary"], rows: false },
  { route: setJournalKindRoute, may: ["director", "admin"], rows: false, input: () => ({ params: { kind: "section" }, body: uses }) },
];

/** Their rows need a group made by hand first; the journey of the groups asks as every role. */
export const GROUPS_ELSEWHERE = Object.fromEntries(
  [groupRoute, addGroupPageRoute, setPageMarksRoute, enrolInGroupRoute, leaveGroupRoute].map((r) => [
    r.operationId,
    "src/planning/server/groups/groups.test.ts",
  ]),
);
