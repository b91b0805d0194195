import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { actAndEvent } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { refusalOfClosed } from "../../../planning/rules/closed-term.ts";
import { refusalOfPart } from "../../../timetable/rules/page-uses.ts";
import { periodDueOn } from "../../../regulation/rules/period-deadline.ts";
import { TERM_MARK_SET } from "../../contract/events.ts";
import { setTermMarkRoute } from "../../contract/set-mark.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { averagesOf } from "../../rules/averages.ts";
import { refusalOfTerm, refusalToPutMark } from "../../rules/mark-entry.ts";
import { pairedRetakes } from "../../rules/paired-retakes.ts";
import { YEAR, isConduct, offeredFor, refusalOfPeriod } from "../../rules/period-mark.ts";
import { KEEP_DEBT, PAGE_FOR_TERM_MARK, STORE_TERM_MARK } from "./period-queries.ts";
import type { PeriodStanding } from "./period-queries.ts";
import { normsOfPeriod } from "./period-norms.ts";

const [LATE, SHORT] = [1, 2];
const EMPTY: PeriodStanding = { mark: null, version: 0, signs: 0, offered: null, setBy: null, setAt: null };

/** Puts or clears the mark of a period: the teacher's own decision, whatever was offered (002 П2 §2.12). What was offered is kept beside it. */
export async function setTermMark({ tx, actor, now }: Context, { params, body }: Input<typeof setTermMarkRoute>): Promise<Output<typeof setTermMarkRoute>> {
  const { schoolId, personId, today } = actor;
  const { pageId, term: period, pupilId } = params;
  const { mark, expectedVersion } = body;
  const factsOf = () => tx.row(PAGE_FOR_TERM_MARK, [schoolId, pageId, period, personId, today, pupilId, mark]);

  const facts = await factsOf();
  if (!facts) throw new Failure("not_found", "journal.page_not_found");
  const right = permit(actor, JOURNAL_ACTS, setTermMarkRoute.act, { own_page: facts.teachesPage });
  const { startsOn, endsOn, gradeLevel, enrolled, closing } = facts;
  if (startsOn === null || endsOn === null) throw new Failure("not_found", "journal.term_not_found");
  const norms = normsOfPeriod(facts, endsOn);
  const scale = isConduct(period) ? norms.conduct : norms.period;
  const refusal =
    refusalOfPeriod({ period, gradeLevel, columns: norms.columns, conduct: norms.conduct }) ??
    refusalOfTerm(startsOn, today, mark) ??
    (mark === null ? null : refusalOfPart(facts, "marks")) ??
    refusalOfClosed(closing, today) ??
    refusalToPutMark({ lessonDay: endsOn, enrolled, scale, mark });
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);

  const averages = averagesOf([...pairedRetakes(facts.marks), ...facts.brought], norms.averages);
  const accumulation = period < YEAR && norms.least !== null ? { has: averages.count, least: norms.least } : null;
  const answer = (s: PeriodStanding) => ({ mark: s.mark, version: s.version, late: (s.signs & LATE) > 0, offered: s.offered, accumulation });
  const standing = facts.standing ?? EMPTY;
  if (standing.mark === mark && standing.version >= expectedVersion) return answer(standing);
  const conflict = (s: PeriodStanding) =>
    new Failure("conflict", "journal.cell_changed_meanwhile", { term: period, pupilId, mark: s.mark, version: s.version, setBy: s.setBy, setAt: s.setAt });
  if (standing.version !== expectedVersion) throw conflict(standing);

  const dueOn = periodDueOn(norms.time, endsOn, facts.orderedOn);
  // a correction keeps the sign of the first entry: late is when the mark came, not when it was mended
  const late = standing.mark === null ? dueOn !== null && today > dueOn : (standing.signs & LATE) > 0;
  const short = mark !== null && accumulation !== null && accumulation.has < accumulation.least;
  const signs = (mark !== null && late ? LATE : 0) | (short ? SHORT : 0);
  const put = new Map(Object.entries(facts.put).map(([of, token]) => [Number(of), token]));
  const offered = offeredFor(period, { term: averages, put }, norms.period, norms.roundUpFrom);
  const entry = {
    schoolId,
    stream: pageId,
    actor: personId,
    at: now,
    act: setTermMarkRoute.act,
    right,
    body: { term: period, pupil: pupilId, before: standing.mark, after: mark, offered },
    event: { topic: TERM_MARK_SET, body: { pageId, groupId: facts.groupId, pupils: [pupilId], term: period, day: endsOn } },
  };
  const value = mark === null ? null : facts.value;
  const values = [schoolId, pageId, period, pupilId, personId, value, now, expectedVersion, signs, offered];
  const stored = await tx.row(STORE_TERM_MARK, [...values, ...actAndEvent(entry)]);
  if (!stored) {
    const first = (await factsOf())?.standing ?? standing;
    if (first.mark === mark) return answer(first);
    throw conflict(first);
  }
  if (period === YEAR) {
    const debt = mark !== null && norms.unsatisfactory.includes(mark);
    await tx.rows(KEEP_DEBT, [schoolId, pageId, pupilId, personId, today, now, value ?? 0, debt]);
  }
  return answer({ ...standing, mark, version: stored.version, signs, offered });
}
