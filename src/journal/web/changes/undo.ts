import { setAttendanceRoute } from "../../../attendance/contract/set-attendance.ts";
import type { AbsenceKind } from "../../../attendance/rules/absence-kind.ts";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import type { myChangesRoute } from "../../contract/changes.ts";
import { setLessonRoute } from "../../contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../../contract/set-mark.ts";
import { notesBefore } from "../../rules/undo-change.ts";

export type MyLine = Output<typeof myChangesRoute>["lines"][number];

/** The place of a change: two changes of one place go one after the other, over each other's version. */
const placeOf = (l: MyLine) => [l.act, l.pageId, l.lessonId, l.term, l.pupilId, l.work].join(":");

/** Writes the value before a change over the version that stands, by the verb that made the change; answers the new version. */
async function undoOne(line: MyLine, version: number, reason: string): Promise<number> {
  const { pageId, lessonId, pupilId, term } = line;
  const why = reason === "" ? {} : { correction: reason };
  const before = (line.before ?? null) as string | null;
  if (line.act === "journal.lesson.set" && lessonId !== null) {
    return (await call(setLessonRoute, { params: { pageId, lessonId }, body: { ...notesBefore(line), expectedVersion: version, ...why } })).version;
  }
  if (pupilId === null) return version;
  if (line.act === "journal.term_mark.set" && term !== null) {
    return (await call(setTermMarkRoute, { params: { pageId, term, pupilId }, body: { mark: before, expectedVersion: version } })).version;
  }
  if (lessonId === null) return version;
  if (line.act === "attendance.absence.set") {
    const entries = [{ pupilId, kind: (before ?? "none") as AbsenceKind, expectedVersion: version }];
    return (await call(setAttendanceRoute, { params: { pageId, lessonId }, body: { entries, ...why } })).entries[0]?.version ?? version;
  }
  return (await call(setMarkRoute, { params: { pageId, lessonId, pupilId }, body: { mark: before, work: line.work ?? 0, expectedVersion: version, ...why } }))
    .version;
}

/** Undoes changes, the newest first. The first no stops; what was undone before it stays undone. Answers how many were. */
export async function undoChanges(lines: readonly MyLine[], reason: string): Promise<{ done: number; error: unknown }> {
  const versions = new Map<string, number>();
  let done = 0;
  try {
    for (const line of lines) {
      const place = placeOf(line);
      versions.set(place, await undoOne(line, versions.get(place) ?? line.version, reason));
      done += 1;
    }
    return { done, error: null };
  } catch (error) {
    return { done, error };
  }
}
