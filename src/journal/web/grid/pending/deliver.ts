import { setAttendanceRoute } from "../../../../attendance/contract/set-attendance.ts";
import type { AbsenceKind } from "../../../../attendance/rules/absence-kind.ts";
import type { ProblemError, call } from "../../../../foundation/http-client.ts";
import { setLessonRoute } from "../../../contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../../contract/set-mark.ts";
import { noteIn } from "../../../rules/lesson-note.ts";
import type { News } from "./pending-news.ts";
import type { Statement } from "./pending-statements.ts";

/** A statement that has been given a key. It never changes: until it is answered it is sent as it is, also by another tab and after a crash. */
export type Letter = {
  readonly key: string;
  readonly statement: Statement;
  /** When it was written down, ms by the device's clock, and how far the server's clock was before it then. */
  readonly enteredAt: number;
  readonly skew: number | null;
};

/** Carries a letter to the server; answers what each value of it became. */
export async function deliver(post: typeof call, pageId: number, letter: Letter): Promise<Extract<News, { is: "answered" }>["saved"]> {
  const { statement: s, ...once } = letter;
  const why = s.is === "term_mark" || s.reason === undefined ? {} : { correction: s.reason };
  if (s.is === "mark") {
    const saved = await post(setMarkRoute, {
      params: { pageId, lessonId: s.column, pupilId: s.pupil },
      body: { mark: s.mark, work: s.work, workType: s.workType, expectedVersion: s.version, ...why },
      once,
    });
    return () => saved;
  }
  if (s.is === "term_mark") {
    const params = { pageId, term: -s.column, pupilId: s.pupil };
    const saved = await post(setTermMarkRoute, { params, body: { mark: s.mark, expectedVersion: s.version }, once });
    return () => saved;
  }
  if (s.is === "absence") {
    const entries = s.entries.map(({ pupil, kind, version }) => ({ pupilId: pupil, kind, expectedVersion: version }));
    const saved = await post(setAttendanceRoute, { params: { pageId, lessonId: s.column }, body: { entries, ...why }, once });
    const of = new Map(saved.entries.map((entry) => [entry.pupilId, entry]));
    return (pupil) => of.get(pupil ?? 0) ?? { version: 0, late: false };
  }
  const { version, late, ...rest } = await post(setLessonRoute, {
    params: { pageId, lessonId: s.column },
    body: { ...s.change, expectedVersion: s.version, ...why },
    once,
  });
  return () => ({ version, late, note: noteIn(rest) });
}

/** What stands in the place of a statement that came too late, as the refusal tells it. */
export function collisionOf(statement: Statement, { facts }: ProblemError, nameOf: (personId: number) => string): News {
  const by = typeof facts["setBy"] === "number" ? nameOf(facts["setBy"]) : "";
  const seen = { version: Number(facts["version"] ?? 0), by, at: typeof facts["setAt"] === "string" ? facts["setAt"] : "" };
  if (statement.is === "note") return { is: "collided", statement, note: { ...seen, value: noteIn(facts) } };
  if (statement.is === "absence") return { is: "collided", statement, kind: { ...seen, value: (facts["kind"] as AbsenceKind | undefined) ?? "none" } };
  return { is: "collided", statement, mark: { ...seen, value: (facts["mark"] as string | null | undefined) ?? null } };
}
