import { call } from "../../foundation/http-client.ts";
import { setAbsenceReasonRoute } from "../contract/set-absence-reason.ts";
import type { AbsenceKind } from "../rules/absence-kind.ts";

type Seen = { readonly pageId: number; readonly lessonId: number; readonly pupilId: number; readonly version: number };

/** Gives one reason (null takes it back) to lessons of a class, over the versions seen. */
export async function giveReason(classId: number, lessons: readonly Seen[], reason: number | null, kind?: AbsenceKind): Promise<void> {
  const entries = lessons.map(({ pageId, lessonId, pupilId, version }) => ({
    pageId,
    lessonId,
    pupilId,
    reason,
    expectedVersion: version,
    ...(kind && { kind }),
  }));
  await call(setAbsenceReasonRoute, { params: { classId }, body: { entries } });
}
