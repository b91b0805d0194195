import type { Refusal } from "../../foundation/failure.ts";
import type { FetFile } from "../../timetable/rules/fet/fet-file.ts";
import type { FetPlan } from "./fet-plan.ts";

const LONGEST_NAME = 200;
const HOURS_OF_A_WEEK = 7 * 24;

/** Why a file that reads well cannot be any school's: no lessons at all, a name like a page of text, more load than a week has hours. */
export function refusalToImport(file: FetFile, plan: FetPlan): Refusal | null {
  const sets = file.years.flatMap((year) => [year, ...year.groups.flatMap((group) => [group, ...group.subgroups])]);
  const length = longest([...file.subjects, ...file.teachers, ...file.rooms, ...sets].map(({ name }) => name.length));
  if (length > LONGEST_NAME) return { code: "planning.name_too_long", facts: { length, longest: LONGEST_NAME } };
  if (plan.pages.length === 0) return { code: "planning.file_without_lessons", facts: {} };
  const hours = longest(plan.load.map((each) => each.hours));
  return hours > HOURS_OF_A_WEEK ? { code: "planning.load_past_week", facts: { hours } } : null;
}

/** Hours of the week that get no dated lessons, because the school's own year has no such day or no terms for the grade, by kind. */
export function undatedHours(plan: FetPlan, year: { daysPerWeek: number; grades: readonly number[] }): Record<string, number> {
  const grades = new Map(plan.classes.map(({ name, gradeLevel }) => [name, gradeLevel ?? 0]));
  const hasTerms = ({ page }: { page: number }) => {
    const { group } = plan.pages[page]!;
    return year.grades.includes(grades.get(group.kind === "stream" ? group.classNames[0]! : group.className) ?? 0);
  };
  const counts = {
    "Hour of a grade without terms": plan.lessons.filter((lesson) => !hasTerms(lesson)).length,
    "Hour on a day without lessons": plan.lessons.filter((lesson) => lesson.weekday > year.daysPerWeek).length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

const longest = (lengths: readonly number[]) => lengths.reduce((most, each) => Math.max(most, each), 0);
