import { statement } from "../../../foundation/database.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import type { Weights } from "../../rules/bonuses/ranking.ts";

/** Weekly hours of teachers on a day. $2 day. */
export const LOAD_HOURS = statement<{ teacherId: number; hours: number }>(
  "control.load_hours",
  `select o.teacher_id as "teacherId", sum(o.weekly_hours)::float8 as hours from planning.load o
   where o.school_id = $1 and o.from_day <= $2 and (o.to_day is null or o.to_day >= $2) group by 1`,
);

export const CRITERIA_IN_FORCE = statement<{ edition: number; weights: Weights; text: string }>(
  "control.criteria_in_force",
  "select edition, weights, text from control.incentive_criteria where school_id = $1 order by edition desc limit 1",
);

/** No row when somebody was first. $2 edition, $3 by whom, $4 the instant, $5 weights, $6 words, then the act and the body. */
export const SET_CRITERIA = statement<{ edition: number }>(
  "control.set_criteria",
  `with put as (
     insert into control.incentive_criteria (school_id, edition, set_by, set_at, weights, text) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning edition)
   select edition, ledger.record($1, 0, $3, $4, $7, $8, $9, $10) from put`,
);

export type SubmissionRow = {
  submissionId: number;
  version: number;
  state: "sent" | "approved" | "returned";
  from: LocalDate;
  to: LocalDate;
  madeBy: string;
  madeAt: Date;
  text: string;
  answer: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  lines: { teacherId: number; name: string; reason: string; figures: never }[];
};

const NAME = (alias: string) => `people.short_name(${alias}.surname, ${alias}.given_name, ${alias}.patronymic)`;
const submissionsSql = (
  which: string,
) => `select b.submission_id as "submissionId", b.version, b.state, b.from_day as "from", b.to_day as "to", ${NAME("f")} as "madeBy",
    b.made_at as "madeAt", b.text, b.answer, ${NAME("d")} as "decidedBy", b.decided_at as "decidedAt",
    (select coalesce(json_agg(json_build_object('teacherId', l.teacher_id, 'name', ${NAME("t")}, 'reason', l.reason, 'figures', l.figures)
        order by (l.figures ->> 'score')::numeric desc nulls last, t.surname, l.teacher_id), '[]')
      from control.bonus_line l join people.person t on t.school_id = $1 and t.person_id = l.teacher_id
      where l.school_id = $1 and l.submission_id = b.submission_id) as lines
  from control.bonus_submission b join people.person f on f.school_id = $1 and f.person_id = b.made_by
  left join people.person d on d.school_id = $1 and d.person_id = b.decided_by
  where b.school_id = $1 and ${which} order by b.submission_id desc`;

export const SUBMISSION = statement<SubmissionRow>("control.submission", submissionsSql("b.submission_id = $2"));
/** $2 the year's first day. */
export const SUBMISSIONS = statement<SubmissionRow>("control.submissions", submissionsSql("b.to_day >= $2"));

/** $2 number, $3 by whom, $4 from, $5 to, $6 the instant, $7 words, $8 lines as JSON, then the act and the body. */
export const SUBMIT = statement<{ submissionId: number }>(
  "control.submit_bonuses",
  `with put as (
     insert into control.bonus_submission (school_id, submission_id, made_by, from_day, to_day, made_at, text) values ($1, $2, $3, $4, $5, $6, $7) returning submission_id
   ), lines as (
     insert into control.bonus_line (school_id, submission_id, teacher_id, reason, figures)
     select $1, put.submission_id, r."teacherId", r.reason, r.figures from put cross join json_to_recordset($8::json) as r("teacherId" int, reason text, figures jsonb)
   )
   select submission_id as "submissionId", ledger.record($1, 0, $3, $6, $9, $10, $11, $12) from put`,
);

/** No row when it was decided meanwhile. $2 number, $3 version, $4 state, $5 by whom, $6 the instant, $7 words, then the act and the body. */
export const DECIDE = statement<{ version: number }>(
  "control.decide_bonuses",
  `with put as (
     update control.bonus_submission b set state = $4, version = b.version + 1, decided_by = $5, decided_at = $6, answer = $7
     where b.school_id = $1 and b.submission_id = $2 and b.version = $3 and b.state = 'sent' returning b.version)
   select version, ledger.record($1, 0, $5, $6, $8, $9, $10, $11) from put`,
);
