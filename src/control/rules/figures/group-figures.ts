/** Counts of held lessons of a page with one teacher. */
export type LineCounts = {
  readonly held: number;
  readonly topics: number;
  readonly inTime: number;
  readonly homeworkHeld: number;
  readonly homework: number;
  readonly homeworkInTime: number;
  readonly attendanceHeld: number;
  readonly notOpened: number;
  readonly marks: number;
  readonly lateMarks: number;
  readonly corrections: number;
};
/** Counts of the pupils of a page, and of its plan. */
export type PageCounts = { readonly pupils: number; readonly without: number; readonly one: number };
export type Line = LineCounts & { readonly pageId: number; readonly teacherId: number };
export type Page = PageCounts & {
  readonly pageId: number;
  readonly groupName: string;
  readonly subject: string;
  readonly subjectId: number;
  readonly classId: number;
  readonly className: string;
  readonly gradeLevel: number;
  readonly teacherIds: readonly number[];
  readonly planHours: number | null;
};
type Named = { readonly id: number; readonly name: string };
export type Figures = {
  readonly lines: readonly Line[];
  readonly pages: readonly Page[];
  readonly remarks: readonly { readonly teacherId: number; readonly given: number; readonly fixedInTime: number; readonly overdue: number }[];
  readonly teachers: readonly Named[];
  readonly departments: readonly (Named & { readonly teacherIds: readonly number[] })[];
};
export type Grouping = "school" | "teacher" | "class" | "subject" | "grade" | "department" | "page";
export type Sums = { [K in keyof LineCounts | keyof PageCounts | "pages" | "plans" | "given" | "fixedInTime" | "overdue"]: number };
export type Row = { readonly id: number; readonly name: string; readonly sums: Sums };

const nothing = (): Sums => ({
  held: 0,
  topics: 0,
  inTime: 0,
  homeworkHeld: 0,
  homework: 0,
  homeworkInTime: 0,
  attendanceHeld: 0,
  notOpened: 0,
  marks: 0,
  lateMarks: 0,
  corrections: 0,
  pupils: 0,
  without: 0,
  one: 0,
  pages: 0,
  plans: 0,
  given: 0,
  fixedInTime: 0,
  overdue: 0,
});
const LINE = [
  "held",
  "topics",
  "inTime",
  "homeworkHeld",
  "homework",
  "homeworkInTime",
  "attendanceHeld",
  "notOpened",
  "marks",
  "lateMarks",
  "corrections",
] as const satisfies readonly (keyof LineCounts)[];
const PAGE = ["pupils", "without", "one"] as const satisfies readonly (keyof PageCounts)[];

type KeyOf = {
  readonly line: (line: Line, page: Page | undefined) => readonly number[];
  readonly page: (page: Page) => readonly number[];
  readonly person: (teacherId: number) => readonly number[];
  readonly name: (id: number) => string;
};

/** Rows of figures by what was asked; lessons belong to who gave them, pupils and plans of a page to who teaches it by the load. */
export function groupFigures(figures: Figures, by: Grouping): Row[] {
  const pages = new Map(figures.pages.map((page) => [page.pageId, page]));
  const keys = keysOf(figures, by, pages);
  const rows = new Map<number, Sums>();
  const at = (id: number): Sums => {
    const sums = rows.get(id) ?? nothing();
    rows.set(id, sums);
    return sums;
  };
  for (const line of figures.lines) {
    for (const id of keys.line(line, pages.get(line.pageId))) {
      const sums = at(id);
      for (const key of LINE) sums[key] += line[key];
    }
  }
  for (const page of figures.pages) {
    for (const id of keys.page(page)) {
      const sums = at(id);
      for (const key of PAGE) sums[key] += page[key];
      sums.pages += 1;
      sums.plans += page.planHours === null ? 0 : 1;
    }
  }
  for (const { teacherId, given, fixedInTime, overdue } of figures.remarks) {
    for (const id of keys.person(teacherId)) {
      const sums = at(id);
      sums.given += given;
      sums.fixedInTime += fixedInTime;
      sums.overdue += overdue;
    }
  }
  return [...rows].map(([id, sums]) => ({ id, name: keys.name(id), sums }));
}

function keysOf({ teachers, departments, pages: all }: Figures, by: Grouping, pages: ReadonlyMap<number, Page>): KeyOf {
  const none = () => [];
  const ofPage = (id: (page: Page) => number, name: (page: Page) => string): KeyOf => {
    const names = new Map(all.map((page) => [id(page), name(page)]));
    return { line: (_, page) => (page ? [id(page)] : []), page: (page) => [id(page)], person: none, name: (key) => names.get(key) ?? "" };
  };
  if (by === "class")
    return ofPage(
      (page) => page.classId,
      (page) => page.className,
    );
  if (by === "subject")
    return ofPage(
      (page) => page.subjectId,
      (page) => page.subject,
    );
  if (by === "grade")
    return ofPage(
      (page) => page.gradeLevel,
      (page) => String(page.gradeLevel),
    );
  if (by === "page")
    return ofPage(
      (page) => page.pageId,
      (page) => `${page.groupName}, ${page.subject}`,
    );
  if (by === "school") return { line: () => [0], page: () => [0], person: () => [0], name: () => "" };
  if (by === "teacher") {
    const names = new Map(teachers.map(({ id, name }) => [id, name]));
    return { line: ({ teacherId }) => [teacherId], page: ({ teacherIds }) => teacherIds, person: (id) => [id], name: (id) => names.get(id) ?? "" };
  }
  const own = (teacherId: number) => departments.filter(({ teacherIds }) => teacherIds.includes(teacherId)).map(({ id }) => id);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return {
    line: ({ teacherId, pageId }) => (pages.has(pageId) ? own(teacherId) : []),
    page: ({ teacherIds }) => [...new Set(teacherIds.flatMap(own))],
    person: own,
    name: (id) => names.get(id) ?? "",
  };
}
