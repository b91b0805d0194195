import type { Page } from "./page-model.ts";

/** A small page for tests: three pupils, the second came late; lessons on two weeks, one cancelled, one ahead. */
export function aPage(over: Partial<Page> = {}): Page {
  const lesson = (lessonId: number, day: string, slot: number, more: Partial<Page["lessons"][number]> = {}): Page["lessons"][number] => ({
    lessonId,
    day,
    slot,
    starts: "08:30",
    ends: "09:15",
    term: 2,
    cancelled: false,
    teacherId: 1,
    substituteId: null,
    room: "12",
    topic: "T",
    homework: "H",
    workType: null,
    noteVersion: 1,
    classDayEnds: null,
    ...more,
  });
  return {
    page: { pageId: 7, groupName: "6B", className: "6B", subject: "S", gradeLevel: 6, year: 2026, teacherIds: [1] },
    kind: "class",
    paper: "electronic",
    uses: { marks: true, attendance: true, homework: true, topics: true },
    today: "2026-12-11",
    mayWrite: true,
    terms: [
      { term: 1, kind: "quarter", startsOn: "2026-09-01", endsOn: "2026-10-31", closedOn: null, openThrough: null },
      { term: 2, kind: "quarter", startsOn: "2026-11-09", endsOn: "2026-12-29", closedOn: null, openThrough: null },
    ],
    term: 2,
    currentScale: ["5", "4", "3", "2"],
    periodScale: ["5", "4", "3", "2"],
    norms: { lessonEntry: "lesson_date.end", homeworkEntry: "class_day_end + 1h30m", language: "any", paperDiary: false },
    periods: [],
    conductScale: [],
    roundUpFrom: 0.5,
    assessment: null,
    workTypes: [
      { workType: 1, code: "K", name: "Test", weight: 2 },
      { workType: 2, code: "O", name: "Oral", weight: 1 },
    ],
    lessonKinds: [],
    details: [],
    pupilNotes: [],
    staff: [
      { personId: 1, name: "A" },
      { personId: 2, name: "B" },
    ],
    pupils: [
      { pupilId: 11, name: "P1", spans: [{ from: "2026-09-01", to: null }] },
      { pupilId: 12, name: "P2", spans: [{ from: "2026-12-08", to: null }] },
      { pupilId: 13, name: "P3", spans: [{ from: "2026-09-01", to: null }] },
    ],
    lessons: [
      lesson(101, "2026-12-04", 2),
      lesson(102, "2026-12-08", 3),
      lesson(103, "2026-12-10", 4, { cancelled: true }),
      lesson(104, "2026-12-11", 3),
      lesson(105, "2026-12-14", 1),
    ],
    marks: [{ lesson: 101, pupil: 11, work: 0, mark: "4", version: 2, late: false }],
    absences: [{ lesson: 102, pupil: 13, kind: 1, version: 1, late: false, explained: false }],
    termMarks: [],
    brought: [],
    ...over,
  };
}
