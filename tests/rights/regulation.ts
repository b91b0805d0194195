import { readinessRoute } from "../../src/control/contract/regulation/readiness.ts";
import { enactEditionRoute, previewEditionRoute, regulationRoute, withdrawEditionRoute } from "../../src/control/contract/regulation/regulation.ts";
import { lateTermsRoute } from "../../src/journal/contract/late-terms.ts";
import { plusDays } from "../../src/foundation/day.ts";
import type { Case } from "./case.ts";

/** Two editions cannot begin on one day, so each that is asked for has its own. */
let day = 0;
const changes = (n: number) => [{ code: "homework.day_off_percent", value: 10 + n, clause: "п. 1" }];

export const REGULATION_CASES: readonly Case[] = [
  { route: regulationRoute, may: ["director", "deputy", "admin", "secretary", "homeroom", "teacher", "secondTeacher"], rows: false },
  {
    route: enactEditionRoute,
    may: ["director", "admin"],
    rows: false,
    input: (s) => ({
      body: {
        startsOn: plusDays(s.today, ++day),
        orderNumber: "1",
        orderDate: s.today,
        approvedBy: "директор",
        seenEdition: 2_000_000_000,
        changes: changes(day),
      },
    }),
  },
  {
    route: lateTermsRoute,
    may: ["director", "deputy", "admin", "homeroom", "teacher", "secondTeacher"],
    rows: false,
    input: (s) => ({ query: { day: s.today } }),
  },
  { route: readinessRoute, may: ["director", "deputy", "admin"], rows: false },
  { route: previewEditionRoute, may: ["director", "admin"], rows: false, input: (_, n) => ({ body: { changes: changes(n) } }) },
];

/** A withdrawn edition is gone, so a table of one row a role cannot ask for it. */
export const REGULATION_ELSEWHERE: Record<string, string> = { [withdrawEditionRoute.operationId]: "src/control/server/regulation/editions.test.ts" };
