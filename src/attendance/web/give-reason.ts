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
export type Undo = (why?: Why) => Promise<void>;
/** Why what stands is changed after its term; null in time. */
export type Why = string | null;
type Given = { readonly reason: number | null; readonly kind?: AbsenceKind | undefined; readonly why: Why };

/** Gives one reason (null takes it back) to lessons of a class, over the versions seen. Answers how to take it back. */
export async function giveReason(classId: number, lessons: readonly Seen[], { reason, kind, why }: Given): Promise<Undo> {
  const params = { classId };
  const entries = lessons.map(({ pageId, lessonId, pupilId, version }) => ({
    pageId,
    lessonId,
    pupilId,
    reason,
    expectedVersion: version,
    ...(kind && { kind }),
  }));
  const done = await call(setAbsenceReasonRoute, { params, body: { entries, ...saidOf(why) } });
  return async (whyBack) => {
    const back = done.entries.map(({ pageId, lessonId, pupilId, version }) => {
      const before = lessons.find((l) => l.lessonId === lessonId && l.pupilId === pupilId);
      return { pageId, lessonId, pupilId, expectedVersion: version, kind: before?.kind ?? ("absent" as const), reason: before?.reason ?? null };
    });
    await call(setAbsenceReasonRoute, { params, body: { entries: back, ...saidOf(whyBack ?? why) } });
  };
}

const saidOf = (why: Why) => (why === null ? {} : { correction: why });
