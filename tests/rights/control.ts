import { journalControlRoute, journalFindingsRoute } from "../../src/control/contract/journal-control.ts";
import type { Case } from "./case.ts";

const days = (s: { today: string }) => ({ from: s.today, to: s.today });

export const CONTROL_CASES: readonly Case[] = [
  { route: journalControlRoute, may: ["director", "deputy", "admin"], rows: false, input: (s) => ({ query: { ...days(s), by: "teacher" } }) },
  {
    route: journalFindingsRoute,
    may: ["director", "deputy", "admin"],
    rows: false,
    input: (s) => ({ query: { ...days(s), by: "teacher", id: s.teacher.personId } }),
  },
];
