import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { removeAbsenceSpanRoute, setAbsenceSpanRoute } from "../contract/set-absence-span.ts";
import { absenceKind } from "../rules/absence-kind.ts";
import { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { isBySpan } from "../rules/signs.ts";
import { spanEffect } from "../rules/span-effect.ts";
import { demandDays } from "./class-attendance.ts";
import { REASONS } from "./reason-queries.ts";
import { ADD_SPAN, LESSONS_OF_SPAN, PUPIL_TIES, REMOVE_SPAN, SPAN, SPAN_ON_DAYS } from "./span-queries.ts";
import { storeAbsences } from "./store-absences.ts";
import type { Write } from "./store-absences.ts";

/** Enters an absence of a day or several into every dated lesson of these days, held and coming; what somebody wrote there otherwise stays and is told. */
export async function setAbsenceSpan(context: Context, { params, body }: Input<typeof setAbsenceSpanRoute>): Promise<Output<typeof setAbsenceSpanRoute>> {
  const { tx, actor, now } = context;
  const { schoolId, personId, today } = actor;
  const { pupilId } = params;
  const { from, to } = demandDays(body.from, body.to);
  const [ties, reasons, lessons] = await Promise.all([
    tx.row(PUPIL_TIES, [schoolId, pupilId, personId, today]),
    tx.rows(REASONS, [schoolId]),
    tx.rows(LESSONS_OF_SPAN, [schoolId, pupilId, from, to]),
  ]);
  if (!ties) throw new Failure("not_found", "attendance.pupil_not_found");
  const right = permit(actor, ATTENDANCE_ACTS, setAbsenceSpanRoute.act, { own_class: ties.ownClass });
  const reason = reasons.find((r) => r.reason === body.reason);
  if (reason?.retired) throw new Failure("refused", "attendance.reason_retired", { name: reason.name });
  if (!reason) throw new Failure("refused", "attendance.reason_unknown", { reason: body.reason });

  const standing = await tx.row(SPAN_ON_DAYS, [schoolId, pupilId, from, to]);
  if (standing) {
    const same = standing.from === from && standing.to === to && standing.reason === body.reason;
    if (same) return { span: standing, written: 0, kept: [] };
    throw new Failure("conflict", "attendance.span_overlaps", { from: standing.from, to: standing.to, spanId: standing.spanId });
  }
  const spanId = await tx.newIds(schoolId, "absence_span");
  const added = await tx.row(ADD_SPAN, [schoolId, spanId, pupilId, from, to, personId, body.reason, now]);
  if (!added) throw new Failure("conflict", "attendance.span_overlaps", { from, to });

  const effects = lessons.map((place) => ({ place, effect: spanEffect({ kind: absenceKind(place.kind), reason: place.reason }, body.reason) }));
  const writes = effects.flatMap(({ place, effect }): Write[] => {
    if (effect === "write") return [{ place, after: { kind: reason.kind, reason: body.reason }, spanId, bySpan: true }];
    return effect === "explain" ? [{ place, after: { kind: absenceKind(place.kind), reason: body.reason }, spanId }] : [];
  });
  await storeAbsences(context, writes, setAbsenceSpanRoute.act, right, { span: spanId });
  const stated = { span: spanId, from, to, reason: body.reason, written: writes.length };
  await record(tx, { schoolId, stream: -pupilId, actor: personId, at: now, act: setAbsenceSpanRoute.act, right, body: stated });
  const kept = effects.filter((e) => e.effect === "keep").map(({ place: { kind, ...where } }) => ({ ...where, kind: absenceKind(kind) }));
  return { span: { spanId, pupilId, from, to, reason: body.reason, version: 1 }, written: writes.length, kept };
}

/** Takes an absence of several days back: its own entries go, an entry of a teacher loses only the reason it was given; what was changed since stays. */
export async function removeAbsenceSpan(
  context: Context,
  { params, query }: Input<typeof removeAbsenceSpanRoute>,
): Promise<Output<typeof removeAbsenceSpanRoute>> {
  const { tx, actor, now } = context;
  const { schoolId, personId, today } = actor;
  const { pupilId, spanId } = params;
  const [ties, span] = await Promise.all([tx.row(PUPIL_TIES, [schoolId, pupilId, personId, today]), tx.row(SPAN, [schoolId, pupilId, spanId])]);
  if (!ties || !span) throw new Failure("not_found", "attendance.pupil_not_found");
  const right = permit(actor, ATTENDANCE_ACTS, removeAbsenceSpanRoute.act, { own_class: ties.ownClass });
  if (span.isRemoved) return { spanId, version: span.version, written: 0 };
  const removed = await tx.row(REMOVE_SPAN, [schoolId, spanId, query.expectedVersion, personId, now]);
  if (!removed) throw new Failure("conflict", "attendance.span_changed_meanwhile", { spanId, version: span.version });

  const places = (await tx.rows(LESSONS_OF_SPAN, [schoolId, pupilId, span.from, span.to])).filter((place) => place.spanId === spanId);
  const writes = places.map((place): Write => ({
    place,
    after: { kind: isBySpan(place.signs) ? "none" : absenceKind(place.kind), reason: null },
    spanId: null,
  }));
  await storeAbsences(context, writes, removeAbsenceSpanRoute.act, right, { span: spanId, removed: true });
  const stated = { span: spanId, removed: true, from: span.from, to: span.to, written: writes.length };
  await record(tx, { schoolId, stream: -pupilId, actor: personId, at: now, act: removeAbsenceSpanRoute.act, right, body: stated });
  return { spanId, version: removed.version, written: writes.length };
}
