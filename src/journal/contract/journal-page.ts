import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import { JOURNAL_KINDS, PAPER_MODES } from "../../regulation/rules/journal-kinds.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

/** A term, or a period beside the terms: `kind` year, exam, final, conduct. */
export const Term = Type.Object({
  term: Type.Integer(),
  kind: Type.String(),
  startsOn: Day,
  endsOn: Day,
  /** When a deputy closed it; null while it is open. */
  closedOn: Type.Union([Day, Type.Null()]),
  /** Through which day, inclusive, it was opened again. */
  openThrough: Type.Union([Day, Type.Null()]),
});

export const PageLesson = Type.Object({
  lessonId: Id,
  day: Day,
  slot: Type.Integer(),
  /** Wall clock of the school by the bells of that day, `08:30`; null where the bells do not say. */
  starts: Type.Union([Type.String(), Type.Null()]),
  ends: Type.Union([Type.String(), Type.Null()]),
  term: Type.Integer(),
  cancelled: Type.Boolean(),
  teacherId: Id,
  substituteId: Type.Union([Id, Type.Null()]),
  room: Type.Union([Type.String(), Type.Null()]),
  topic: Type.Union([Type.String(), Type.Null()]),
  homework: Type.Union([Type.String(), Type.Null()]),
  /** Work of the column, a number of `workTypes`; null is the school's usual one. */
  workType: Type.Union([Type.Integer(), Type.Null()]),
  noteVersion: Version,
  /** When the class's own last lesson of that day ended, `14:05`: set only where topic or homework of a held lesson is missing. */
  classDayEnds: Type.Union([Type.String(), Type.Null()]),
});

/** What stands beside topic and homework of a lesson, where something does. */
export const PageDetail = Type.Object({
  lesson: Id,
  lessonKind: Type.Union([Type.Integer(), Type.Null()]),
  tasks: Type.Union([Type.String(), Type.Null()]),
  minutes: Type.Union([Type.Integer(), Type.Null()]),
  dueOn: Type.Union([Day, Type.Null()]),
});

/** Homework of one pupil and the comment on the pupil. */
export const PagePupilNote = Type.Object({
  lesson: Id,
  pupil: Id,
  homework: Type.Union([Type.String(), Type.Null()]),
  comment: Type.Union([Type.String(), Type.Null()]),
  version: Version,
});

/** A file or a link of a lesson. */
export const PageAttachment = Type.Object({
  lesson: Id,
  attachmentId: Id,
  name: Type.String(),
  address: Type.Union([Type.String(), Type.Null()]),
  size: Type.Union([Type.Integer(), Type.Null()]),
});

export const PagePupil = Type.Object({
  pupilId: Id,
  name: Type.String(),
  /** Days of membership, both inclusive; `to` null while the pupil is in the group. */
  spans: Type.Array(
    Type.Object({
      from: Day,
      to: Type.Union([Day, Type.Null()]),
      /** The orders by which the pupil came and left, as the school wrote them. */
      order: Type.Optional(Type.String()),
      leftOrder: Type.Optional(Type.String()),
    }),
  ),
  /** When the pupil is taught apart from the class; `own`: there is a page of this very subject for that, and its period marks are shown here. */
  apart: Type.Optional(
    Type.Array(
      Type.Object({
        from: Day,
        to: Type.Union([Day, Type.Null()]),
        kind: Type.Union([Type.Literal("home_study"), Type.Literal("family_education")]),
        own: Type.Boolean(),
      }),
    ),
  ),
  /** The class, where the page gathers pupils of several. */
  className: Type.Optional(Type.Union([Type.String(), Type.Null()])),
});

export const PageMark = Type.Object({
  lesson: Id,
  pupil: Id,
  work: Type.Integer(),
  mark: Type.Union([Type.String(), Type.Null()]),
  version: Version,
  late: Type.Boolean(),
  /** What it is given for where that is not the work of the column. */
  workType: Type.Optional(Type.Integer()),
});
export const PageAbsence = Type.Object({
  lesson: Id,
  pupil: Id,
  kind: Type.Integer({ description: "0 none, 1 absent, 2 ill, 3 late" }),
  version: Version,
  late: Type.Boolean(),
  /** Whether a reason was given. */
  explained: Type.Boolean(),
});
export const PageTermMark = Type.Object({
  term: Type.Integer(),
  pupil: Id,
  mark: Type.Union([Type.String(), Type.Null()]),
  version: Version,
  late: Type.Boolean(),
  /** Put without the least number of current marks. */
  short: Type.Boolean(),
  /** What the averages offered when it was put. */
  offered: Type.Union([Type.String(), Type.Null()]),
});
/** A mark that a pupil brought from another school; `counts`: it is among the marks of the term. */
export const BroughtMark = Type.Object({
  pupil: Id,
  no: Type.Integer(),
  term: Type.Integer(),
  day: Day,
  mark: Type.String(),
  weight: Type.Integer(),
  counts: Type.Boolean(),
  source: Type.String(),
  version: Version,
});

/** How a work is checked: the deadline of its marks hangs on it. */
export const WorkForm = Type.Union([Type.Literal("oral"), Type.Literal("written"), Type.Literal("control")]);

export const WorkType = Type.Object({
  workType: Type.Integer(),
  code: Type.String(),
  name: Type.String(),
  weight: Type.Integer(),
  form: WorkForm,
  /** No longer offered; marks that were given for it keep it. */
  closed: Type.Boolean(),
});

/** The whole page of a group and a subject: a term's lessons or the year's, with everything the grid draws. */
export const JournalPage = Type.Object({
  page: Type.Object({
    pageId: Id,
    groupName: Type.String(),
    className: Type.String(),
    subject: Type.String(),
    gradeLevel: Type.Integer(),
    year: Type.Integer(),
    teacherIds: Type.Array(Id),
  }),
  kind: Type.Enum(JOURNAL_KINDS),
  paper: Type.Enum(PAPER_MODES),
  /** What the page is made of today; what stood before a part was switched off is still shown. */
  uses: Type.Object({ marks: Type.Boolean(), attendance: Type.Boolean(), homework: Type.Boolean(), topics: Type.Boolean() }),
  today: Day,
  /** Whether this person may write on the page today; each verb asks again. */
  mayWrite: Type.Boolean(),
  terms: Type.Array(Term),
  /** Columns beside the terms that this grade has: the year 20, the examination 21, the final mark 22, conduct 30 and the term's number. */
  periods: Type.Array(Term),
  /** The term shown; null is the whole year. */
  term: Type.Union([Type.Integer(), Type.Null()]),
  currentScale: Type.Array(Type.String()),
  periodScale: Type.Array(Type.String()),
  /** Tokens of conduct; empty where the school marks none. */
  conductScale: Type.Array(Type.String()),
  /** The fraction from which the higher mark is offered; null where the school has no such norm, and nothing is offered. */
  roundUpFrom: Type.Union([Type.Number(), Type.Null()]),
  /** The assessment regulation in force. */
  assessment: Type.Union([Type.Object({ title: Type.String(), address: Type.String() }), Type.Null()]),
  /** Norms of the day, in the notation of the regulations: `class_day_end + 1h30m`. */
  norms: Type.Object({
    lessonEntry: Type.String(),
    homeworkEntry: Type.String(),
    language: Type.Union([Type.Literal("any"), Type.Literal("ru")]),
    paperDiary: Type.Boolean(),
    /** Tokens of a lesson's cell beside the scale that enter no average. */
    outsideAverage: Type.Array(Type.String()),
    /** Tokens that the school's act does not allow, each with the sentence why. */
    forbidden: Type.Array(Type.Object({ token: Type.String(), reason: Type.String() })),
    retakeCounts: Type.Union([Type.Literal("last"), Type.Literal("best"), Type.Literal("both")]),
    /** Until when a work noted by a point is to be handed in; null where the school says nothing. */
    pointDue: Type.Union([Type.String(), Type.Null()]),
    /** After how many attended lessons in a row without a mark a pupil is shown; null: never. */
    attendedWithoutMark: Type.Union([Type.Integer(), Type.Null()]),
    /** Whether the record of a lesson names its kind; a topic is written after it. */
    kindRequired: Type.Optional(Type.Boolean()),
    /** Least marks of a period by the hours a week of the page; `min` null where no act demands any. */
    accumulation: Type.Optional(
      Type.Object({
        min: Type.Union([Type.Object({ steps: Type.Array(Type.Object({ hours: Type.Number(), marks: Type.Integer() })) }), Type.Null()]),
        step: Type.Union([Type.Object({ above: Type.Number(), marks: Type.Integer() }), Type.Null()]),
        hours: Type.Number(),
      }),
    ),
  }),
  /** The work type of a column for which none was chosen; null: it must be chosen before a mark is put. */
  usualWork: Type.Union([Type.Integer(), Type.Null()]),
  workTypes: Type.Array(WorkType),
  /** The school's kinds of lesson. */
  lessonKinds: Type.Array(Type.Object({ lessonKind: Type.Integer(), name: Type.String() })),
  staff: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
  pupils: Type.Array(PagePupil),
  lessons: Type.Array(PageLesson),
  details: Type.Array(PageDetail),
  attachments: Type.Array(PageAttachment),
  pupilNotes: Type.Array(PagePupilNote),
  marks: Type.Array(PageMark),
  absences: Type.Array(PageAbsence),
  termMarks: Type.Array(PageTermMark),
  brought: Type.Array(BroughtMark),
});

export const journalPageRoute = defineRoute({
  operationId: "journalPage",
  summary: "A page of the journal: pupils, dated lessons, marks, absences, topics and homework",
  method: "GET",
  path: "/api/journal/pages/:pageId",
  act: "journal.page.read",
  params: Type.Object({ pageId: Id }),
  query: Type.Object({
    term: Type.Optional(Type.Integer({ minimum: 0, maximum: 6, description: "a term's number; 0 the whole year; absent: the term of today" })),
  }),
  response: JournalPage,
  failures: ["journal.page_not_found", "access.not_permitted"],
});

export const PageLine = Type.Object({
  pageId: Id,
  groupName: Type.String(),
  subject: Type.String(),
  teachers: Type.String(),
  /** Whether the person writes on the page or only reads it. */
  own: Type.Boolean(),
});

export const DayLesson = Type.Object({
  lessonId: Id,
  pageId: Id,
  groupName: Type.String(),
  subject: Type.String(),
  slot: Type.Integer(),
  starts: Type.Union([Type.String(), Type.Null()]),
  ends: Type.Union([Type.String(), Type.Null()]),
  room: Type.Union([Type.String(), Type.Null()]),
  cancelled: Type.Boolean(),
  substitution: Type.Boolean(),
  topic: Type.Union([Type.String(), Type.Null()]),
  homework: Type.Union([Type.String(), Type.Null()]),
});

export const myPagesRoute = defineRoute({
  operationId: "myPages",
  summary: "The person's lessons of today and the pages of the journal open to them",
  method: "GET",
  path: "/api/journal/pages",
  act: "journal.page.list",
  response: Type.Object({ today: Day, lessons: Type.Array(DayLesson), pages: Type.Array(PageLine) }),
  failures: ["access.not_permitted"],
});
