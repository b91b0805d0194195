import { isDeepStrictEqual } from "node:util";
import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { record } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { refusalOfChanges, refusalOfEdition } from "../../../regulation/rules/edition.ts";
import { orderRu } from "../../../regulation/rules/words/document.ru.ts";
import { addEdition, claimEdition, dropEdition, editionsOf, standingNorms } from "../../../regulation/server/door.ts";
import type { StandingNorm } from "../../../regulation/server/door.ts";
import { enactEditionRoute, withdrawEditionRoute } from "../../contract/regulation/regulation.ts";
import { REGULATION_ACTS } from "../../rules/regulation/acts.ts";
import { dayAsked } from "./regulation.ts";

type Change = Input<typeof enactEditionRoute>["body"]["changes"][number];

const sameScope = (norm: StandingNorm, { code, grade = null, subjectId = null }: Change) =>
  norm.own && norm.code === code && norm.grade === grade && norm.subjectId === subjectId;

/** A new edition: the norms it names begin on its day with its document as their act; what it does not name goes on (004 §7.4). */
export async function enactEdition({ tx, actor, now }: Context, { body }: Input<typeof enactEditionRoute>): Promise<Output<typeof enactEditionRoute>> {
  const right = permit(actor, REGULATION_ACTS, enactEditionRoute.act);
  const { schoolId, personId, today, timezone } = actor;
  const [startsOn, orderDate] = [dayAsked(body.startsOn, today), dayAsked(body.orderDate, today)];

  // one at a time: the next waits here and then sees what the first has made
  const editionNo = await claimEdition(tx, schoolId);
  const editions = await editionsOf(tx, schoolId);
  const refusal = refusalOfEdition({ startsOn, orderDate }, editions, today, timezone) ?? refusalOfChanges(body.changes);
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  const newer = editions.findLast((edition) => edition.editionNo > body.seenEdition);
  if (newer) throw new Failure("conflict", "regulation.edition_changed_meanwhile", { document: newer.document, startsOn: newer.startsOn });

  const standing = await standingNorms(tx, schoolId, startsOn);
  const before = (change: Change) => standing.find((norm) => sameScope(norm, change));
  const changes = body.changes.filter((change) => {
    const was = before(change);
    return !was || !isDeepStrictEqual(was.value, change.value) || was.clause !== change.clause.trim();
  });
  if (changes.length === 0) throw new Failure("refused", "regulation.edition_changes_nothing");

  const document = orderRu(body.orderNumber.trim(), orderDate);
  const edition = { startsOn, document, orderDate, approvedBy: body.approvedBy.trim(), enteredBy: personId, at: now };
  await addEdition(
    tx,
    schoolId,
    editionNo,
    edition,
    changes.map((change) => ({ ...change, clause: change.clause.trim(), act: document })),
  );
  const told = changes.map((change) => {
    const { code, value, clause, grade, subjectId } = change;
    return {
      code,
      ...(grade === undefined ? {} : { grade }),
      ...(subjectId === undefined ? {} : { subjectId }),
      before: before(change)?.value ?? null,
      after: value,
      clause,
    };
  });
  await record(tx, {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: enactEditionRoute.act,
    right,
    body: { edition: editionNo, startsOn, document, approvedBy: edition.approvedBy, changes: told },
  });
  return { editionNo };
}

/** Takes back an edition that nothing was judged by yet. */
export async function withdrawEdition(
  { tx, actor, now }: Context,
  { params }: Input<typeof withdrawEditionRoute>,
): Promise<Output<typeof withdrawEditionRoute>> {
  const right = permit(actor, REGULATION_ACTS, withdrawEditionRoute.act);
  const { schoolId, personId, today } = actor;
  const { editionNo } = params;
  const dropped = await dropEdition(tx, schoolId, editionNo, today);
  const { startsOn, document, codes } = dropped;
  await record(tx, {
    schoolId,
    stream: 0,
    actor: personId,
    at: now,
    act: withdrawEditionRoute.act,
    right,
    body: { edition: editionNo, withdrawn: true, startsOn, document, codes },
  });
  return { editionNo };
}
