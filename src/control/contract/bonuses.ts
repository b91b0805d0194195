import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { BONUS_ACTS } from "../rules/bonuses/acts.ts";

const defineRoute = routesOf<keyof typeof BONUS_ACTS>();
const OrNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Moment = Type.String({ format: "date-time" });
const Count = Type.Integer({ minimum: 0 });
const Share = OrNull(Type.Number());
const AskedDay = Type.String({ maxLength: 40 });
const DAYS_FAILURES = ["timetable.not_a_day", "control.days_upside_down", "control.too_many_days"] as const;

const Weight = Type.Integer({ minimum: 0, maximum: 100 });
const WeightsOf = Type.Object({ timeliness: Weight, fullness: Weight, remarks: Weight, load: Weight }, { additionalProperties: false });

/** The criteria in force: their weights and the director's words; edition 0: none are set yet. */
const Criteria = Type.Object({ edition: Type.Integer({ minimum: 0 }), weights: WeightsOf, text: Type.String() });

/** The metrics behind a proposal: counts, shares of 0 to 1, the same for an hour of weekly load, and the score by the criteria. */
export const WorkFigures = Type.Object({
  held: Count,
  inTime: Count,
  topics: Count,
  homeworkHeld: Count,
  homework: Count,
  loadHours: Type.Number(),
  remarks: Type.Object({ given: Count, fixedInTime: Count, overdue: Count }),
  metrics: Type.Object({ timeliness: Share, fullness: Share, remarks: Share, load: Share }),
  perHour: Type.Object({ held: Share, inTime: Share, remarks: Share }),
  /** 0 to 100; null while the director has set no criteria. */
  score: Share,
});

const Line = Type.Object({ teacherId: Id, name: Type.String(), figures: WorkFigures });

export const Submission = Type.Object({
  submissionId: Id,
  version: Version,
  state: Type.Enum(["sent", "approved", "returned"]),
  from: Day,
  to: Day,
  madeBy: Type.String(),
  madeAt: Moment,
  text: Type.String(),
  answer: Type.String(),
  decidedBy: OrNull(Type.String()),
  decidedAt: OrNull(Moment),
  lines: Type.Array(Type.Object({ ...Line.properties, reason: Type.String() })),
});

export const bonusRankingRoute = defineRoute({
  operationId: "bonusRanking",
  summary: "Teachers of a period ranked by their work with the journal, with the metrics, and the criteria they are counted by",
  method: "GET",
  path: "/api/control/bonuses/ranking",
  act: "control.bonus.read",
  query: Type.Object({ from: AskedDay, to: AskedDay }),
  response: Type.Object({ from: Day, to: Day, criteria: Criteria, rows: Type.Array(Line) }),
  failures: ["access.not_permitted", ...DAYS_FAILURES],
});

export const setCriteriaRoute = defineRoute({
  operationId: "setIncentiveCriteria",
  summary: "A new edition of the criteria over the one seen",
  method: "PUT",
  path: "/api/control/bonuses/criteria",
  act: "control.criteria.set",
  body: Type.Object(
    { weights: WeightsOf, text: Type.String({ maxLength: 2000 }), expectedEdition: Type.Integer({ minimum: 0 }) },
    { additionalProperties: false },
  ),
  response: Criteria,
  failures: ["access.not_permitted", "control.no_weights", "control.criteria_changed_meanwhile"],
});

export const submissionsRoute = defineRoute({
  operationId: "bonusSubmissions",
  summary: "Submissions for bonuses of the year, the last first",
  method: "GET",
  path: "/api/control/bonuses",
  act: "control.bonus.read",
  response: Type.Object({ submissions: Type.Array(Submission) }),
  failures: ["access.not_permitted"],
});

export const submitBonusesRoute = defineRoute({
  operationId: "submitBonuses",
  summary: "Proposes teachers for a bonus to the director, with the metrics of the period as they stand now",
  method: "POST",
  path: "/api/control/bonuses",
  act: "control.bonus.propose",
  body: Type.Object(
    {
      from: AskedDay,
      to: AskedDay,
      text: Type.String({ maxLength: 4000 }),
      lines: Type.Array(Type.Object({ teacherId: Id, reason: Type.String({ maxLength: 500 }) }, { additionalProperties: false }), { maxItems: 500 }),
    },
    { additionalProperties: false },
  ),
  response: Submission,
  failures: ["access.not_permitted", ...DAYS_FAILURES, "control.nobody_proposed", "control.not_in_ranking"],
});

export const decideBonusesRoute = defineRoute({
  operationId: "decideBonuses",
  summary: "The director approves a submission, or returns it with a word why",
  method: "PUT",
  path: "/api/control/bonuses/:submissionId/decision",
  act: "control.bonus.decide",
  params: Type.Object({ submissionId: Id }),
  body: Type.Object(
    { decision: Type.Enum(["approved", "returned"]), answer: Type.String({ maxLength: 2000 }), expectedVersion: Version },
    { additionalProperties: false },
  ),
  response: Submission,
  failures: ["access.not_permitted", "control.submission_not_found", "control.submission_decided", "control.answer_empty"],
});
