import type { Output } from "../../../foundation/route.ts";
import { weekdayOf } from "../../../foundation/day.ts";
import type { LocalDate } from "../../../foundation/day.ts";
import { isClosed } from "../../../planning/rules/closed-term.ts";
import type { journalPageRoute } from "../../contract/journal-page.ts";
import type { AveragedMark } from "../../rules/averages.ts";
import { POINT, UNPREPARED } from "../../rules/cell-signs.ts";
import { CONDUCT, YEAR, isConduct } from "../../rules/period-mark.ts";

/** A page as the server answers it; `marksOfTerms` stand for its lessons where only its periods are shown. */
export type Page = Output<typeof journalPageRoute> & { readonly marksOfTerms?: readonly (AveragedMark & { readonly pupil: number; readonly term: number })[] };
/** `uses`: what the page is made of, so that nothing is owed that is not kept. */
export type Lesson = Page["lessons"][number] & { readonly uses?: Page["uses"] };
export type Term = Page["terms"][number];

export type LessonColumn = {
  readonly at: "lesson";
  /** The number of the lesson; a term's column has its number with a minus. */
  readonly id: number;
  readonly lesson: Lesson;
  readonly weekday: number;
  readonly weekStarts: boolean;
  /** Another lesson of the page stands on the same day, so the head says the slot. */
  readonly doubled: boolean;
  readonly when: "past" | "today" | "future";
};
export type TermColumn = { readonly at: "term"; readonly id: number; readonly term: Term };
export type Column = LessonColumn | TermColumn;

export type Row = {
  readonly pupilId: number;
  readonly name: string;
  readonly spans: Page["pupils"][number]["spans"];
  /** Taught apart from the class: the lessons of those days are not the pupil's. */
  readonly className: string | null;
  readonly apart: NonNullable<Page["pupils"][number]["apart"]>;
  /** Came after the first, or left before the last lesson shown. */
  readonly since: string | null;
  readonly until: string | null;
};

export type Model = {
  readonly page: Page;
  /** Whether the page shows marks: its kind has them, or once had. */
  readonly marked: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly columnOf: ReadonlyMap<number, number>;
  readonly rowOf: ReadonlyMap<number, number>;
  /** How many times a mark of a work type counts. */
  readonly weightOfType: ReadonlyMap<number, number>;
  /** Pupils and lessons with a comment for the family: `lesson:pupil`. */
  readonly commented: ReadonlySet<string>;
};

/** The page as the grid draws it: the term's column right after the last lesson of the term. */
export function modelOf(page: Page): Model {
  const columns = columnsOf(page);
  const rows = page.pupils.map((pupil) => ({
    pupilId: pupil.pupilId,
    name: pupil.name,
    spans: pupil.spans,
    apart: pupil.apart ?? [],
    className: pupil.className ?? null,
    ...edgesOf(pupil.spans, page.lessons),
  }));
  return {
    page,
    marked: isMarked(page),
    columns,
    rows,
    columnOf: new Map(columns.map((column, k) => [column.id, k])),
    rowOf: new Map(rows.map((row, r) => [row.pupilId, r])),
    weightOfType: new Map(page.workTypes.map((one) => [one.workType, one.weight])),
    commented: new Set(page.pupilNotes.flatMap((one) => (one.comment === null ? [] : [`${one.lesson}:${one.pupil}`]))),
  };
}

const isMarked = (page: Page): boolean => page.uses.marks || page.marks.some((one) => one.mark !== null) || page.termMarks.some((one) => one.mark !== null);

function columnsOf(page: Page): Column[] {
  const lessons = page.lessons.toSorted((a, b) => (a.day === b.day ? a.slot - b.slot : a.day < b.day ? -1 : 1));
  const perDay = new Map<string, number>();
  for (const lesson of lessons) perDay.set(lesson.day, (perDay.get(lesson.day) ?? 0) + 1);
  const terms = page.terms.filter((term) => page.term === null || term.term === page.term).toSorted((a, b) => a.term - b.term);
  let week = "";
  const columnOf = (lesson: Lesson): LessonColumn => {
    const weekday = weekdayOf(lesson.day as LocalDate);
    const monday = mondayKey(lesson.day, weekday);
    const weekStarts = monday !== week;
    week = monday;
    const when = lesson.day < page.today ? "past" : lesson.day === page.today ? "today" : "future";
    return { at: "lesson", id: lesson.lessonId, lesson: { ...lesson, uses: page.uses }, weekday, weekStarts, doubled: (perDay.get(lesson.day) ?? 0) > 1, when };
  };
  const known = new Set(terms.map((term) => term.term));
  const periodColumn = (term: Term): TermColumn => ({ at: "term", id: -term.term, term });
  const conductOf = (of: number) => page.periods.filter((one) => one.term === CONDUCT + of).map(periodColumn);
  const last = page.terms.reduce((most, term) => Math.max(most, term.term), 0);
  const ofYear = known.has(last) ? [...page.periods.filter((one) => !isConduct(one.term)).map(periodColumn), ...conductOf(YEAR)] : [];
  return [
    ...terms.flatMap((term): Column[] => [
      ...lessons.filter((lesson) => lesson.term === term.term).map(columnOf),
      ...(isMarked(page) ? [periodColumn(term), ...conductOf(term.term)] : []),
    ]),
    ...(isMarked(page) ? ofYear : []),
    ...lessons.filter((lesson) => !known.has(lesson.term)).map(columnOf),
  ];
}

const mondayKey = (day: string, weekday: number): string => new Date(Date.parse(`${day}T12:00:00Z`) - (weekday - 1) * 86_400_000).toISOString().slice(0, 10);

function edgesOf(spans: Row["spans"], lessons: readonly Lesson[]): { since: string | null; until: string | null } {
  const days = lessons.map((lesson) => lesson.day).sort();
  const [first, last] = [days[0], days.at(-1)];
  const from = spans.map((span) => span.from).sort()[0];
  const open = spans.some((span) => span.to === null);
  const to = open
    ? undefined
    : spans
        .map((span) => span.to ?? "")
        .sort()
        .at(-1);
  return {
    since: first !== undefined && from !== undefined && from > first ? from : null,
    until: last !== undefined && to !== undefined && to < last ? to : null,
  };
}

/** Whether the pupil is of the group on that day. */
export const isMember = (row: Row, day: string): boolean => row.spans.some(holds(day)) && !row.apart.some(holds(day));

const holds = (day: string) => (span: { from: string; to: string | null }) => span.from <= day && (span.to === null || day <= span.to);

export type Closed = "not_in_group" | "cancelled" | "future" | "read_only" | "term_closed";

/** Whether a deputy closed the term and it is not open again today. */
export const isTermClosed = (page: Page, term: Term | undefined): boolean =>
  term !== undefined &&
  term.closedOn !== null &&
  isClosed(
    { term: term.term, kind: term.kind, closedOn: term.closedOn as LocalDate, openThrough: term.openThrough as LocalDate | null },
    page.today as LocalDate,
  );

/** How many columns of periods stand after a column. */
export const periodsAfter = (model: Model, k: number): number => model.columns.reduce((n, column, at) => n + (at > k && column.at === "term" ? 1 : 0), 0);

/** The term of a column: its own, or the one of its lesson. */
export const termOfColumn = (model: Model, column: Column): Term | undefined =>
  column.at === "term" ? column.term : model.page.terms.find((term) => term.term === column.lesson.term);

/** Why a cell takes no value; null when it takes one. The server asks the same again. */
export function closedBy(model: Model, r: number, k: number): Closed | null {
  const row = model.rows[r];
  const column = model.columns[k];
  if (!row || !column) return "read_only";
  if (column.at === "term") {
    const { startsOn, endsOn } = column.term;
    if (!row.spans.some((span) => span.from <= endsOn && (span.to === null || span.to >= startsOn))) return "not_in_group";
    if (row.apart.some((span) => span.own && span.from <= endsOn && (span.to === null || span.to >= endsOn))) return "not_in_group";
  } else {
    if (!isMember(row, column.lesson.day)) return "not_in_group";
    if (column.lesson.cancelled) return "cancelled";
    if (column.when === "future") return "future";
  }
  if (!model.page.mayWrite) return "read_only";
  return isTermClosed(model.page, termOfColumn(model, column)) ? "term_closed" : null;
}

/** The column to open on: today's, else the last lesson before today, else the first one. */
export function startingColumn(model: Model): number {
  const today = model.columns.findIndex((column) => column.at === "lesson" && column.when === "today");
  if (today >= 0) return today;
  const past = model.columns.findLastIndex((column) => column.at === "lesson" && column.when === "past");
  if (model.page.marksOfTerms)
    return Math.max(
      0,
      model.columns.findLastIndex((column) => column.at === "term" && column.term.term < YEAR && column.term.startsOn <= model.page.today),
    );
  return Math.max(0, past);
}

const NO_MARKS: readonly string[] = [];

/** The tokens a column takes: a term's mark has its own scale, and so has conduct; a page without marks has none. */
export function scaleOf(model: Model, k: number): readonly string[] {
  const column = model.columns[k];
  if (!model.page.uses.marks) return NO_MARKS;
  if (column?.at !== "term") return model.page.currentScale;
  return isConduct(column.term.term) ? model.page.conductScale : model.page.periodScale;
}

const wordsOfLessons = new WeakMap<Page, readonly string[]>();

/** Everything that may be typed or pasted into a cell of the column; the forbidden words too, so that their reason is said. */
export function wordsOf(model: Model, k: number): readonly string[] {
  const { page, columns } = model;
  if (!page.uses.marks) return NO_MARKS;
  if (columns[k]?.at === "term") return scaleOf(model, k);
  const known = wordsOfLessons.get(page);
  if (known) return known;
  const words = [...new Set([...page.currentScale, ...page.norms.outsideAverage, ...page.norms.forbidden.map(({ token }) => token), POINT, UNPREPARED])];
  wordsOfLessons.set(page, words);
  return words;
}
