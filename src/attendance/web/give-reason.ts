import { call } from "../../foundation/http-client.ts";
import { setAbsenceReasonRoute } from "../contract/set-absence-reason.ts";
import type { AbsenceKind } from "../rules/absence-kind.ts";

type Seen = {
  readonly pageId: number;
  readonly lessonId: number;
  readonly pupilId: number;
  readonly version: number;
  /** What stood there; without them an absence without a reason. */
  readonly kind?: AbsenceKind;
  readonly reason?: number | null;
};

/** Takes the deed back over the versions it left. */
export type Undo = () => Promise<void>;

/** Gives one reason (null takes it back) to lessons of a class, over the versions seen. Answers how to take it back. */
export async function giveReason(classId: number, lessons: readonly Seen[], reason: number | null, kind?: AbsenceKind): Promise<Undo> {
  const params = { classId };
  const entries = lessons.map(({ pageId, lessonId, pupilId, version }) => ({
    pageId,
    lessonId,
    pupilId,
    reason,
    expectedVersion: version,
    ...(kind && { kind }),
  }));
  const done = await call(setAbsenceReasonRoute, { params, body: { entries } });
  return async () => {
    const back = done.entries.map(({ pageId, lessonId, pupilId, version }) => {
      const before = lessons.find((l) => l.lessonId === lessonId && l.pupilId === pupilId);
      return { pageId, lessonId, pupilId, expectedVersion: version, kind: before?.kind ?? ("absent" as const), reason: before?.reason ?? null };
    });
    await call(setAbsenceReasonRoute, { params, body: { entries: back } });
  };
}
