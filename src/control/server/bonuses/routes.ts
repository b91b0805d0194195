import { bind } from "../../../foundation/serve.ts";
import { bonusRankingRoute, decideBonusesRoute, setCriteriaRoute, submissionsRoute, submitBonusesRoute } from "../../contract/bonuses.ts";
import { bonusRanking } from "./ranking.ts";
import { decideBonuses, setCriteria, submissions, submitBonuses } from "./submissions.ts";

export const BONUS_ROUTES = [
  bind(bonusRankingRoute, bonusRanking),
  bind(setCriteriaRoute, setCriteria),
  bind(submissionsRoute, submissions),
  bind(submitBonusesRoute, submitBonuses),
  bind(decideBonusesRoute, decideBonuses),
];
