import data from "./curriculum.json" with { type: "json" };

export type Subject = {
  readonly name: string;
  /** Hours a week in grades 1 to 11. */ readonly hours: readonly number[];
  /** How often homework is set. */ readonly homework: number;
};
/** Who teaches what: the subjects of a teacher's post. `primary` holds in grades 1 to 4 only; `split` may halve a class. */
export type Department = {
  readonly position: string;
  readonly subjects: readonly string[];
  readonly primary?: boolean;
  readonly split?: boolean;
  readonly room?: string;
};

export const SUBJECTS: readonly Subject[] = data.subjects;
export const DEPARTMENTS: readonly Department[] = data.departments;

/** The subjects of a grade with their hours a week. */
export function curriculumOf(gradeLevel: number): { subject: Subject; hours: number }[] {
  return SUBJECTS.map((subject) => ({ subject, hours: subject.hours[gradeLevel - 1] ?? 0 })).filter((s) => s.hours > 0);
}

/** The post that teaches a subject in a grade. */
export function departmentOf(subject: string, gradeLevel: number): Department {
  const found = DEPARTMENTS.find((d) => d.subjects.includes(subject) && (!d.primary || gradeLevel <= 4));
  if (!found) throw new RangeError(`nobody teaches ${subject}`);
  return found;
}
