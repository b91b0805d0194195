import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import { Attachment } from "../../journal/contract/attachments.ts";
import type { DIARY_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof DIARY_ACTS>();

/** A mark with its work. A `retake` follows the mark that it mends; «•» is a work that is awaited. */
export const DiaryMark = Type.Object({ mark: Type.String(), workType: Type.String(), weight: Type.Integer(), retake: Type.Boolean() });

export const DiaryLesson = Type.Object({
  lessonId: Id,
  slot: Type.Integer(),
  starts: Type.Union([Type.String(), Type.Null()]),
  ends: Type.Union([Type.String(), Type.Null()]),
  subject: Type.String(),
  room: Type.Union([Type.String(), Type.Null()]),
  teacher: Type.String(),
  substitute: Type.Union([Type.String(), Type.Null()]),
  cancelled: Type.Boolean(),
  /** What the lesson was before the last change of the timetable; null when it stands as planned. */
  movedFrom: Type.Union([Type.Object({ day: Day, slot: Type.Integer() }), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
  topic: Type.Union([Type.String(), Type.Null()]),
  homework: Type.Union([Type.String(), Type.Null()]),
  /** What was done in the lesson. */
  tasks: Type.Union([Type.String(), Type.Null()]),
  /** How long the homework is expected to take. */
  minutes: Type.Union([Type.Integer(), Type.Null()]),
  /** The day the homework is due; null is the next lesson. */
  dueOn: Type.Union([Day, Type.Null()]),
  /** Files and links of the homework; `address` null is a file. */
  attachments: Type.Array(Attachment),
  /** Homework of this pupil alone, and the teacher's comment on the pupil. */
  ownHomework: Type.Union([Type.String(), Type.Null()]),
  comment: Type.Union([Type.String(), Type.Null()]),
  marks: Type.Array(DiaryMark),
  /** False where homework is not given in such lessons at all. */
  usesHomework: Type.Optional(Type.Boolean()),
  /** Held after lessons: a club, a section, an extended-day group. Its `teacher` is the leader. */
  apart: Type.Optional(Type.Boolean()),
  /** 0 present, 1 absent, 2 ill, 3 late. */
  absence: Type.Integer(),
  /** Why the lesson was missed, in the words of the school; null while nobody said it. */
  absenceReason: Type.Union([Type.String(), Type.Null()]),
});

export const DiaryWeek = Type.Object({
  pupil: Type.Object({ pupilId: Id, givenName: Type.String(), surname: Type.String(), className: Type.String() }),
  today: Day,
  monday: Day,
  days: Type.Array(Type.Object({ day: Day, name: Type.Union([Type.String(), Type.Null()]), lessons: Type.Array(DiaryLesson) })),
  /** Marks of the term by subject with the average, for the side column. */
  term: Type.Union([
    Type.Object({
      term: Type.Integer(),
      kind: Type.String(),
      startsOn: Day,
      endsOn: Day,
      /** Which marks make an average: tokens outside it, and how a retake counts. */
      averages: Type.Object({ outside: Type.Array(Type.String()), retake: Type.Union([Type.Literal("last"), Type.Literal("best"), Type.Literal("both")]) }),
      subjects: Type.Array(
        Type.Object({
          subject: Type.String(),
          marks: Type.Array(Type.Object({ mark: Type.String(), weight: Type.Integer(), retake: Type.Boolean() })),
          termMark: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
      absences: Type.Integer(),
    }),
    Type.Null(),
  ]),
});

export const diaryWeekRoute = defineRoute({
  operationId: "diaryWeek",
  summary: "A child's week: lessons with topic, homework, marks, absences and changes of the timetable",
  method: "GET",
  path: "/api/diary/pupils/:pupilId/week",
  act: "diary.week.read",
  params: Type.Object({ pupilId: Id }),
  query: Type.Object({ day: Type.Optional(Type.String({ description: "any day of the week asked for; absent: today", maxLength: 40 })) }),
  response: DiaryWeek,
  failures: ["diary.pupil_not_found", "access.not_permitted", "diary.not_a_day", "diary.day_outside_years"],
});

export const diaryEventsRoute = defineRoute({
  operationId: "diaryEvents",
  summary: "Server-sent events: `changed` with the day whose week should be read again; `Last-Event-ID` resumes without a gap",
  method: "GET",
  path: "/api/diary/pupils/:pupilId/events",
  act: "diary.events.read",
  kind: "events",
  params: Type.Object({ pupilId: Id }),
  query: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })) }),
  response: Type.String(),
  failures: ["diary.pupil_not_found", "access.not_permitted"],
});
