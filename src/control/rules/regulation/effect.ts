import type { LocalDate } from "../../../foundation/day.ts";
import { dueAt } from "../../../regulation/rules/deadline.ts";
import { NormTimeline } from "../../../regulation/rules/norm-timeline.ts";
import type { DatedNorm } from "../../../regulation/rules/norm-timeline.ts";
import type { NormChange } from "../../../regulation/rules/edition.ts";
import type { NormCode } from "../../../regulation/rules/norms.ts";

/** Norms by which records of the last week can be judged again: what each record was, and when it was first made. */
export const JUDGED = ["lesson.entry", "homework.entry", "attendance.entry_due", "marks.oral_due", "marks.written_due", "marks.control_due"] as const;
export type JudgedCode = (typeof JUDGED)[number];
/** The norm of what becomes of late records, by the term they are late by. */
const TERM_OF: Readonly<Record<string, readonly JudgedCode[]>> = {
  "lesson.when_late": ["lesson.entry", "attendance.entry_due"],
  "homework.when_late": ["homework.entry"],
  "marks.when_late": ["marks.oral_due", "marks.written_due", "marks.control_due"],
};

/** Records of one kind of one lesson that one teacher made at one moment. */
export type Written = {
  code: JudgedCode;
  day: LocalDate;
  at: Date;
  teacherId: number;
  subject: string;
  subjectId: number;
  grade: number;
  classDayEnds: string | null;
  nextLesson: { day: LocalDate; starts: string | null } | null;
  records: number;
};

export type Effect = {
  code: string;
  counted: boolean;
  records: number;
  lateNow: number;
  lateThen: number;
  turnInTime: number;
  turnLate: number;
  teachers: number;
  subjects: { name: string; records: number }[];
};

const MOST_SUBJECTS = 3;
const sum = (written: readonly Written[]) => written.reduce((n, { records }) => n + records, 0);

/** The norms of the days as if the changes had been in force on each of them. */
export function asIf(norms: readonly DatedNorm[], changes: readonly NormChange[]): NormTimeline {
  const same = (norm: DatedNorm, { code, grade = null, subjectId = null }: NormChange) =>
    norm.own && norm.code === code && (norm.grade ?? null) === grade && (norm.subjectId ?? null) === subjectId;
  const kept = norms.filter((norm) => !changes.some((change) => same(norm, change)));
  const put = changes.map(({ code, value, clause, grade = null, subjectId = null }) => {
    const width = 4 + (grade === null ? 0 : 1) + (subjectId === null ? 0 : 2);
    return { code: code as NormCode, value: value as never, act: "", clause, fromDay: null, toDay: null, own: true, grade, subjectId, width };
  });
  return new NormTimeline([...kept, ...put]);
}

/**
 * What a change of one norm means for records that were made, each judged by both editions by the moment it was first made.
 *
 * A record for which one of the editions has no term is late by neither. A norm that no record can be judged by is answered as not counted.
 */
export function effectOf(code: string, written: readonly Written[], now: NormTimeline, then: NormTimeline, timezone: string): Effect {
  const terms = (JUDGED as readonly string[]).includes(code) ? [code] : TERM_OF[code];
  const own = written.filter((one) => terms?.includes(one.code));
  const judged = own.map((one) => ({ one, before: isLate(one, now, timezone), after: isLate(one, then, timezone) }));
  const of = (fits: (j: { before: boolean; after: boolean }) => boolean) => judged.filter(fits).map(({ one }) => one);
  const turned = TERM_OF[code] ? of((j) => j.after) : of((j) => j.before !== j.after);
  const bySubject = Map.groupBy(turned, ({ subject }) => subject);
  return {
    code,
    counted: terms !== undefined,
    records: sum(own),
    lateNow: sum(of((j) => j.before)),
    lateThen: sum(of((j) => j.after)),
    turnInTime: sum(of((j) => j.before && !j.after)),
    turnLate: sum(of((j) => !j.before && j.after)),
    teachers: new Set(turned.map(({ teacherId }) => teacherId)).size,
    subjects: [...bySubject]
      .map(([name, of]) => ({ name, records: sum(of) }))
      .sort((a, b) => b.records - a.records || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_SUBJECTS),
  };
}

function isLate({ code, day, at, grade, subjectId, classDayEnds, nextLesson }: Written, norms: NormTimeline, timezone: string): boolean {
  const norm = norms.on(code, day, { grade, subjectId });
  return norm !== null && at > dueAt(norm.value, { lessonDay: day, classDayEnds, nextLesson, timezone });
}
