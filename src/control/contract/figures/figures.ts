import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { FIGURES_ACTS } from "../../rules/figures/acts.ts";

const defineRoute = routesOf<keyof typeof FIGURES_ACTS>();
const Count = Type.Integer({ minimum: 0 });
const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Instant = Type.String({ format: "date-time" });

/** Held lessons of a page with one teacher and what became of them; counts, never shares. What the kind of the page does not use is not counted. */
export const FiguresLine = Type.Object({
  pageId: Id,
  teacherId: Id,
  held: Count,
  topics: Count,
  inTime: Count,
  homeworkHeld: Count,
  homework: Count,
  homeworkInTime: Count,
  attendanceHeld: Count,
  /** Lessons after which the teacher never opened the page, and nothing was written. */
  notOpened: Count,
  marks: Count,
  lateMarks: Count,
  /** Changes that this person made on the page after their term. */
  corrections: Count,
});

export const FiguresPage = Type.Object({
  pageId: Id,
  groupName: Type.String(),
  subject: Type.String(),
  subjectId: Id,
  /** 0 and "" for groups of several classes. */
  classId: Count,
  className: Type.String(),
  gradeLevel: Type.Integer(),
  /** Who teaches the page by the load of the last day. */
  teacherIds: Type.Array(Id),
  /** Hours of the lesson plan; null where topics are used and no plan stands. 0 where none is asked for. */
  planHours: orNull(Count),
  /** Pupils of the last day on a page with marks; of them without marks in these days, and with one. */
  pupils: Count,
  without: Count,
  one: Count,
});

export const figuresRoute = defineRoute({
  operationId: "figures",
  summary: "Figures of the days by page and teacher: lessons, homework, attendance, marks, corrections, remarks, plans",
  method: "GET",
  path: "/api/control/figures",
  act: "control.figures.read",
  query: Type.Object({ from: Day, to: Day }),
  response: Type.Object({
    from: Day,
    to: Day,
    today: Day,
    lines: Type.Array(FiguresLine),
    pages: Type.Array(FiguresPage),
    /** Marks by what they were given for, late ones among them. */
    works: Type.Array(Type.Object({ workType: Type.Integer(), name: Type.String(), marks: Count, late: Count })),
    /** Remarks given in these days: fixed in time; not fixed when their term was over. */
    remarks: Type.Array(Type.Object({ teacherId: Id, given: Count, fixedInTime: Count, overdue: Count })),
    teachers: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    departments: Type.Array(Type.Object({ id: Id, name: Type.String(), teacherIds: Type.Array(Id) })),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day", "control.days_upside_down", "control.too_many_days"],
});

export const CELL_METRICS = ["topics", "late", "homework", "homeworkLate", "notOpened", "lateMarks", "without", "one"] as const;
export const GROUPINGS = ["school", "teacher", "class", "subject", "grade", "department", "page"] as const;

/** A place behind a number: a lesson, a mark, or a pupil on a page. */
export const FigureCell = Type.Object({
  pageId: Id,
  lessonId: orNull(Id),
  day: orNull(Day),
  slot: orNull(Type.Integer()),
  groupName: Type.String(),
  subject: Type.String(),
  teacher: Type.String(),
  pupil: orNull(Type.String()),
  mark: orNull(Type.String()),
  workType: orNull(Type.String()),
  writtenAt: orNull(Instant),
  /** When the term was over; null where no term is known. */
  dueAt: orNull(Instant),
});

export const figureCellsRoute = defineRoute({
  operationId: "figureCells",
  summary: "The cells behind a number of the figures",
  method: "GET",
  path: "/api/control/figures/cells",
  act: "control.figures.read",
  query: Type.Object({
    from: Day,
    to: Day,
    metric: Type.Enum([...CELL_METRICS]),
    by: Type.Enum([...GROUPINGS]),
    id: Type.Integer({ minimum: 0 }),
  }),
  response: Type.Object({
    /** All of them; `cells` holds the first 500. */
    count: Count,
    cells: Type.Array(FigureCell),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day", "control.days_upside_down", "control.too_many_days"],
});
