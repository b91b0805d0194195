import { bonusRankingRoute, decideBonusesRoute, setCriteriaRoute, submissionsRoute, submitBonusesRoute } from "../../src/control/contract/bonuses.ts";
import type { Case } from "./case.ts";

const days = (s: { today: string }) => ({ from: s.today, to: s.today });
const weights = { timeliness: 50, fullness: 30, remarks: 20, load: 0 };

/** Bonuses: the first submission is made by the second case and decided by the last. */
export const BONUS_CASES: readonly Case[] = [
  { route: bonusRankingRoute, may: ["director", "deputy"], rows: false, input: (s) => ({ query: days(s) }) },
  {
    route: submitBonusesRoute,
    may: ["deputy"],
    rows: false,
    input: (s) => ({ body: { ...days(s), text: "", lines: [{ teacherId: s.teacher.personId, reason: "" }] } }),
  },
  { route: submissionsRoute, may: ["director", "deputy"], rows: false },
  { route: setCriteriaRoute, may: ["director"], rows: false, input: () => ({ body: { weights, text: "", expectedEdition: 0 } }) },
  {
    route: decideBonusesRoute,
    may: ["director"],
    rows: true,
    input: () => ({ params: { submissionId: 1 }, body: { decision: "approved", answer: "", expectedVersion: 1 } }),
  },
];
