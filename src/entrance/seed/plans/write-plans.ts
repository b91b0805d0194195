import type { Transaction } from "../../../foundation/database.ts";
import { instantOf, plusDays } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { IS_CONTROL } from "../../../planning/rules/import/plan-table.ru.ts";
import { monthsBetween, yearHours } from "../../../planning/rules/curriculum/year-day.ts";
import type { PlanLine } from "../../../planning/rules/plan/plan-lines.ts";
import { bringPlans } from "../../../planning/server/door.ts";
import { lessonsBetween, recordChange } from "../../../timetable/server/door.ts";
import type { Built, BuiltPage } from "../build-school.ts";
import { curriculumOf } from "../curriculum.ts";
import { CURRICULUM_ORDER, EVENTS, IN_CLASS, LESSON_LOST, PROGRAMME, TARIFFICATION_ORDER } from "./plans.ru.ts";
import { homeworkOf, topicOf } from "../topics.ru.ts";

const WEEKS = { first: 33, other: 34 };
const gradeOf = (built: Built, page: BuiltPage) => built.teaching.classes[page.classNo]!.gradeLevel;

/** The plan that the journal was filled by: topics run as many hours as they did in the lessons. */
function linesOf(page: BuiltPage, grade: number): PlanLine[] {
  const total = yearHours(page.hours, grade, WEEKS);
  const lines: PlanLine[] = [];
  for (let n = 0; n < total; n++) {
    const topic = topicOf(page.subject, n, page.hours);
    const last = lines.at(-1);
    if (last?.topic === topic) last.hours += 1;
    else
      lines.push({ topic, hours: 1, homework: grade === 1 ? "" : homeworkOf(page.subject, n, (n * 0.37) % 1), section: "", isControl: IS_CONTROL.test(topic) });
  }
  return lines;
}

/**
 * Plans of a made school as they stand in one: all but one page of `teacher` have theirs, another of them is an hour short of the curriculum;
 * the curriculum is approved, every class has its events of the months until today.
 */
export async function writePlans(tx: Transaction, built: Built, teacher: number, timezone: string, today: LocalDate): Promise<void> {
  const { schoolId, calendar, teaching } = built;
  const own = built.pages.filter((page) => page.teacher === teacher);
  const [without, short] = [own.at(-1), own.length > 2 ? own.at(-2) : undefined];
  const plans = built.pages.map((page) => {
    const grade = gradeOf(built, page);
    const all = page === without ? [] : linesOf(page, grade);
    const last = all.at(-1);
    // an hour short: the last line gives it
    const lines = page === short && last ? [...all.slice(0, -1), ...(last.hours > 1 ? [{ ...last, hours: last.hours - 1 }] : [])] : all;
    return { pageId: page.pageId, setBy: page.teacherId, lines, programme: page === without ? "" : PROGRAMME(page.subject, grade) };
  });
  const grades = [...new Set(teaching.classes.map((c) => c.gradeLevel))];
  const curriculum = grades.flatMap((gradeLevel) =>
    curriculumOf(gradeLevel).map(({ subject, hours }) => ({
      gradeLevel,
      subject: subject.name,
      weeklyHours: hours,
      yearHours: yearHours(hours, gradeLevel, WEEKS),
    })),
  );
  const events = teaching.teachers.flatMap(({ homeroomOf }, i) =>
    homeroomOf === null
      ? []
      : monthsBetween(calendar.startsOn, today).flatMap((month) =>
          (EVENTS[Number(month.slice(5, 7))] ?? []).map((title, nth) => {
            const day = plusDays(month, 9 + nth * 7);
            return { classId: built.classes[homeroomOf]!.classId, setBy: built.teacherIds[i]!, month, day, title, note: nth === 0 ? IN_CLASS : "" };
          }),
        ),
  );
  const on = plusDays(calendar.startsOn, -4);
  const approved = { by: built.heads.director, on, orderRef: CURRICULUM_ORDER, tariffication: TARIFFICATION_ORDER };
  await bringPlans(tx, schoolId, { year: calendar.year, plans, curriculum, approved, events }, instantOf(on, "12:00", timezone));
}

/** A lesson of `teacher` some days ago that was not held: the plan of that page lags by an hour. Before the journal is filled. */
export async function loseLesson(tx: Transaction, built: Built, teacher: number, timezone: string, today: LocalDate): Promise<void> {
  const page = built.pages.find((each) => each.teacher === teacher && each.part === 0);
  const lessons = await lessonsBetween(tx, built.schoolId, plusDays(today, -10), plusDays(today, -3));
  const lost = lessons.find((lesson) => lesson.pageId === page?.pageId && !lesson.cancelled && lesson.substituteId === null);
  if (!lost) return;
  await recordChange(tx, {
    kind: "cancelled",
    schoolId: built.schoolId,
    pageId: lost.pageId,
    lessonId: lost.lessonId,
    expectedVersion: lost.version,
    actor: built.heads.deputy,
    right: "deputy_studies/school",
    at: instantOf(lost.day, "07:50", timezone),
    reason: LESSON_LOST,
  });
}
