import type { LocalDate } from "../../../../foundation/day.ts";
import { plusDays } from "../../../../foundation/day.ts";
import type { NormTimeline } from "../../../../regulation/rules/norm-timeline.ts";
import type { DutyCode } from "../../../rules/duties/duty-kinds.ts";
import { NOTHING_TOLD } from "../../../rules/duties/fact.ts";
import type { Fact } from "../../../rules/duties/fact.ts";
import { usesOn } from "../../../rules/duties/owed.ts";
import type { OpenLesson } from "../open-lessons.ts";
import { putsMarks } from "./page-facts.ts";

const MARKS_OF = { oral: "oral_marks", written: "written_marks", control: "control_marks" } as const;

/** What may be owed about lessons in which something is missing. What the kind of the page does not use is not owed (JRN-11). */
export function lessonFacts(lessons: readonly OpenLesson[], norms: NormTimeline): Fact[] {
  return lessons.flatMap((lesson) => {
    const { ownerId, pageId, lessonId, day, slot, groupName, subject, gradeLevel, subjectId, classDayEnds, nextLesson } = lesson;
    const only = missingIn(lesson, norms);
    if (only.length === 0) return [];
    return {
      about: "lesson",
      aboutId: lessonId,
      own: [ownerId],
      place: { grade: gradeLevel, subjectId },
      day,
      classDayEnds,
      nextLesson,
      only,
      stands: [],
      told: { ...NOTHING_TOLD, groupName, subject, pageId, lessonId, slot },
    };
  });
}

function missingIn(lesson: OpenLesson, norms: NormTimeline): DutyCode[] {
  const { journalKind, day, noTopic, noHomework, unmarked } = lesson;
  const uses = usesOn(norms, journalKind, day);
  return [
    ...(noTopic && uses?.topics ? (["lesson_entry"] as const) : []),
    ...(noHomework && uses?.homework ? (["homework"] as const) : []),
    ...(unmarked && putsMarks(lesson, norms, day) ? [MARKS_OF[unmarked]] : []),
  ];
}

/** The past months of pages in which a topic or homework is missing: each page and teacher once a month (003 §2-8). */
export function monthFacts(lessons: readonly OpenLesson[], norms: NormTimeline, today: LocalDate): Fact[] {
  const months = new Map<string, { fact: OpenLesson; month: LocalDate; missing: number }>();
  for (const lesson of lessons) {
    const month = `${lesson.day.slice(0, 7)}-01` as LocalDate;
    const missing = missingIn(lesson, norms).filter((code) => code === "lesson_entry" || code === "homework").length;
    if (missing === 0 || month === `${today.slice(0, 7)}-01`) continue;
    const key = `${lesson.pageId} ${lesson.ownerId} ${month}`;
    const standing = months.get(key);
    if (standing) standing.missing += missing;
    else months.set(key, { fact: lesson, month, missing });
  }
  return [...months.values()].map(({ fact: { ownerId, pageId, gradeLevel, subjectId, groupName, subject }, month, missing }) => ({
    about: "page_month",
    aboutId: pageId,
    own: [ownerId],
    place: { grade: gradeLevel, subjectId },
    day: month,
    stands: [],
    told: {
      ...NOTHING_TOLD,
      groupName,
      subject,
      pageId,
      span: { kind: "month", no: 0, startsOn: month, endsOn: plusDays(`${plusDays(month, 31).slice(0, 7)}-01` as LocalDate, -1) },
      left: [{ what: "records", count: missing }],
    },
  }));
}
