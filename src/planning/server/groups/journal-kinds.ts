import { mayReach, permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { JOURNAL_KINDS, kindNorm } from "../../../regulation/rules/journal-kinds.ts";
import type { JournalKind, KindNorm } from "../../../regulation/rules/journal-kinds.ts";
import { setNorms } from "../../../regulation/server/door.ts";
import { setPageMarks as setMarksOfPage, yearBegunSql } from "../../../timetable/server/door.ts";
import { setPageMarksRoute } from "../../contract/groups/groups.ts";
import { journalKindsRoute, setJournalKindRoute } from "../../contract/groups/journal-kinds.ts";
import { GROUP_ACTS } from "../../rules/group-acts.ts";
import { OWN_ACT } from "../../rules/own-act.ru.ts";
import { STANDING_GROUP } from "./group-queries.ts";

type Found = { code: string; value: KindNorm; act: string; clause: string; from: LocalDate };

const KIND_NORMS = statement<Found>(
  "planning.kind_norms",
  `select code, value, act, clause, lower(in_force) as "from" from regulation.norm where school_id = $1 and code like 'journal.kind.%' and in_force @> $2::date`,
);
const PAGES = statement<{ kind: JournalKind; pages: number }>(
  "planning.pages_of_kinds",
  `select kind, count(*)::int as pages from timetable.page where school_id = $1 and year = (${yearBegunSql("$2")}) group by kind`,
);

/** What every kind of journal uses today, in the order of the register. A kind without a norm is left out: its pages do not open. */
export async function journalKinds({ tx, actor }: Context): Promise<Output<typeof journalKindsRoute>> {
  permit(actor, GROUP_ACTS, journalKindsRoute.act);
  const [found, pages] = await Promise.all([tx.rows(KIND_NORMS, [actor.schoolId, actor.today]), tx.rows(PAGES, [actor.schoolId, actor.today])]);
  const norms = new Map(found.map((f) => [f.code, f]));
  const counts = new Map(pages.map((p) => [p.kind, p.pages]));
  return {
    mayChange: mayReach(actor, GROUP_ACTS, "planning.kind.set", "school"),
    kinds: JOURNAL_KINDS.flatMap((kind) => {
      const norm = norms.get(kindNorm(kind));
      return norm ? [{ kind, ...norm.value, act: norm.act, clause: norm.clause, from: norm.from, pages: counts.get(kind) ?? 0 }] : [];
    }),
  };
}

/** Sets from today on what a kind of journal uses; lessons before today stay judged by what was in force then. */
export async function setJournalKind(
  { tx, actor, now }: Context,
  { params, body }: Input<typeof setJournalKindRoute>,
): Promise<Output<typeof setJournalKindRoute>> {
  const { schoolId, personId, today } = actor;
  const { kind } = params;
  const right = permit(actor, GROUP_ACTS, setJournalKindRoute.act);
  const code = kindNorm(kind);
  const before = (await tx.rows(KIND_NORMS, [schoolId, today])).find((f) => f.code === code)?.value ?? null;
  const same = before !== null && Object.entries(body).every(([part, value]) => before[part as keyof KindNorm] === value);
  if (!same) {
    await setNorms(tx, schoolId, [{ code, value: body, ...OWN_ACT, from: today }]);
    await record(tx, { schoolId, stream: 0, actor: personId, at: now, act: setJournalKindRoute.act, right, body: { kind, before, after: body } });
  }
  return { kind, ...body };
}

/** Says whether a page has marks, apart from its kind (001 §5.3: an association may have them). */
export async function setPageMarks({ tx, actor, now }: Context, { params, body }: Input<typeof setPageMarksRoute>): Promise<Output<typeof setPageMarksRoute>> {
  const { schoolId, personId } = actor;
  const standing = await tx.row(STANDING_GROUP, [schoolId, params.groupId]);
  if (!standing?.pageIds.includes(params.pageId)) throw new Failure("not_found", "planning.group_not_found");
  const right = permit(actor, GROUP_ACTS, setPageMarksRoute.act);
  await setMarksOfPage(tx, schoolId, params.pageId, body.usesMarks);
  const audit = { after: body.usesMarks };
  await record(tx, { schoolId, stream: params.pageId, actor: personId, at: now, act: setPageMarksRoute.act, right, body: audit });
  return { usesMarks: body.usesMarks };
}
