import { curriculumOf, departmentOf, DEPARTMENTS } from "./curriculum.ts";
import type { Department } from "./curriculum.ts";
import type { Random } from "./random.ts";
import { CLASS_LETTERS } from "./school-words.ru.ts";
import { weeklyTimetable } from "./weekly-timetable.ts";
import type { Place } from "./weekly-timetable.ts";

export type PlannedClass = {
  gradeLevel: number;
  letter: string;
  shift: number;
  pupils: number;
  /** Whether English and computer science are taught in halves. */ halves: boolean;
};
/** A page to be: of a whole class (`part` 0) or of its first or second half. */
export type PlannedPage = { classNo: number; part: number; subject: string; hours: number; teacher: number; places: Place[] };
export type PlannedTeacher = { department: Department; hours: number; /** The class in the teacher's homeroom care. */ homeroomOf: number | null };
export type Teaching = { classes: PlannedClass[]; teachers: PlannedTeacher[]; pages: PlannedPage[] };

/** The second shift's first lesson rings together with the first shift's seventh. */
export const SHIFT_OFFSET = 6;
const FULL_LOAD = 24;
const MOST_LOAD = 27;
/** Grades that may come in the afternoon: 1, 5 and 9 to 11 study in the morning. */
const AFTERNOON = [2, 3, 4, 6, 7, 8];

/** Classes of a school of so many pupils, spread over the grades; beyond twenty classes some come in the second shift. */
export function planClasses(random: Random, pupils: number): PlannedClass[] {
  const count = Math.max(1, Math.round(pupils / 25.5));
  const order = [5, 6, 7, 8, 9, 10, 11, 1, 2, 3, 4];
  const grades = Array.from({ length: count }, (_, i) => order[i % order.length]!).sort((a, b) => a - b);
  const seen = new Map<number, number>();
  let left = pupils;
  return grades.map((gradeLevel, i) => {
    const nth = seen.get(gradeLevel) ?? 0;
    seen.set(gradeLevel, nth + 1);
    const even = left / (count - i);
    const size = i === count - 1 ? left : Math.min(33, Math.max(1, Math.round(even) + random.between(-2, 2)));
    left -= size;
    const shift = count > 20 && AFTERNOON.includes(gradeLevel) && nth % 2 === 1 ? 2 : 1;
    return { gradeLevel, letter: CLASS_LETTERS[nth % CLASS_LETTERS.length]!, shift, pupils: size, halves: size >= 20 && gradeLevel > 1 && nth % 2 === 0 };
  });
}

type Bundle = { classNo: number; department: Department; pages: Omit<PlannedPage, "teacher" | "places">[]; hours: number };

/** What one teacher takes whole: the pages of a class that belong to one post; each half of a class apart. */
function bundlesOf(classes: readonly PlannedClass[]): Bundle[] {
  return classes.flatMap((c, classNo) => {
    const bundles = new Map<string, Bundle>();
    for (const { subject, hours } of curriculumOf(c.gradeLevel)) {
      const department = departmentOf(subject.name, c.gradeLevel);
      const parts = department.split && c.halves ? [1, 2] : [0];
      for (const part of parts) {
        const key = `${department.position}|${part}`;
        const bundle = bundles.get(key) ?? { classNo, department, pages: [], hours: 0 };
        bundle.pages.push({ classNo, part, subject: subject.name, hours });
        bundle.hours += hours;
        bundles.set(key, bundle);
      }
    }
    return [...bundles.values()];
  });
}

/** Gives the bundles of a post to teachers so that nobody has more than a full week; halves of a class go to different people. */
function staffPost(department: Department, bundles: readonly Bundle[], teachers: PlannedTeacher[], pages: PlannedPage[]): void {
  const own: number[] = [];
  const takenClass = new Map<number, Set<number>>();
  for (const bundle of [...bundles].sort((a, b) => b.hours - a.hours)) {
    const fits = own.filter(
      (t) => teachers[t]!.hours + bundle.hours <= (department.primary ? FULL_LOAD : MOST_LOAD) && !takenClass.get(t)!.has(bundle.classNo),
    );
    // as few teachers as the hours need, evenly loaded
    const least = Math.ceil(bundles.reduce((sum, b) => sum + b.hours, 0) / FULL_LOAD);
    let teacher = fits.sort((a, b) => teachers[a]!.hours - teachers[b]!.hours)[0];
    if (teacher === undefined || own.length < least) {
      teacher = teachers.length;
      own.push(teacher);
      takenClass.set(teacher, new Set());
      teachers.push({ department, hours: 0, homeroomOf: null });
    }
    teachers[teacher]!.hours += bundle.hours;
    takenClass.get(teacher)!.add(bundle.classNo);
    pages.push(...bundle.pages.map((p) => ({ ...p, teacher, places: [] })));
  }
}

/** Every class goes into the care of a teacher who teaches much in it and has no class yet. */
function assignHomerooms(classes: readonly PlannedClass[], teachers: PlannedTeacher[], pages: readonly PlannedPage[]): void {
  for (const classNo of classes.keys()) {
    const hours = new Map<number, number>();
    for (const p of pages) if (p.classNo === classNo) hours.set(p.teacher, (hours.get(p.teacher) ?? 0) + p.hours);
    const free = [...hours].filter(([t]) => teachers[t]!.homeroomOf === null).sort((a, b) => b[1] - a[1])[0];
    if (free) teachers[free[0]]!.homeroomOf = classNo;
  }
}

/** Who teaches what in the classes, and when in the week: no teacher and no class is anywhere twice. */
export function planTeaching(random: Random, classes: PlannedClass[]): Teaching {
  const teachers: PlannedTeacher[] = [];
  const pages: PlannedPage[] = [];
  const bundles = bundlesOf(classes);
  for (const department of DEPARTMENTS) {
    const own = bundles.filter((b) => b.department === department);
    if (own.length > 0) staffPost(department, own, teachers, pages);
  }
  assignHomerooms(classes, teachers, pages);
  place(random, classes, pages);
  return { classes, teachers, pages };
}

function place(random: Random, classes: readonly PlannedClass[], pages: PlannedPage[]): void {
  const units = classes.map((_, classNo) => {
    const own = pages.filter((p) => p.classNo === classNo && p.part !== 2);
    return own.flatMap((page) => {
      const other = page.part === 1 ? pages.find((p) => p.classNo === classNo && p.part === 2 && p.subject === page.subject) : undefined;
      return Array.from({ length: page.hours }, () => ({ subject: page.subject, together: other ? [page, other] : [page] }));
    });
  });
  const week = weeklyTimetable(
    units.map((list, c) => ({
      offset: classes[c]!.shift === 2 ? SHIFT_OFFSET : 0,
      units: list.map((u) => ({ subject: u.subject, teachers: u.together.map((p) => p.teacher) })),
    })),
    random,
  );
  for (const [c, list] of units.entries()) for (const [u, unit] of list.entries()) for (const page of unit.together) page.places.push(week[c]![u]!);
}
