import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { ATTENDANCE_ACTS } from "../rules/acts.ts";
import { ParentTask } from "./school-attendance.ts";
import { Kind } from "./set-attendance.ts";

const defineRoute = routesOf<keyof typeof ATTENDANCE_ACTS>();
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Reason = Type.Object({
  reason: Type.Integer({ description: "the number of the reason in the school" }),
  code: Type.String(),
  name: Type.String(),
  excused: Type.Boolean(),
  /** What the class's page writes in the cell; its first letter is the key. */
  sign: Type.String(),
  /** What the lesson shows. */
  kind: Type.Union([Type.Literal("absent"), Type.Literal("ill")]),
  /** Given no more; it stays where it was given. */
  retired: Type.Boolean(),
});

export const PupilTotal = Type.Object({
  pupilId: Id,
  lessons: Type.Integer(),
  days: Type.Integer(),
  byReason: Type.Array(Type.Object({ reason: Type.Integer(), lessons: Type.Integer() })),
  unexplained: Type.Integer(),
  late: Type.Integer(),
});

export const ClassLesson = Type.Object({
  pageId: Id,
  lessonId: Id,
  day: Day,
  slot: Type.Integer(),
  subject: Type.String(),
  groupId: Id,
  groupName: Type.String(),
});

export const ClassAbsence = Type.Object({
  pageId: Id,
  lessonId: Id,
  pupilId: Id,
  kind: Kind,
  reason: orNull(Type.Integer()),
  version: Version,
  /** Who marked the absence. */
  setBy: Id,
  /** Who gave the reason. */
  reasonBy: orNull(Id),
});

/** An absence entered once for several days. */
export const Span = Type.Object({ spanId: Id, pupilId: Id, from: Day, to: Day, reason: Type.Integer(), version: Version });

export const ClassAttendance = Type.Object({
  class: Type.Object({ classId: Id, name: Type.String() }),
  today: Day,
  from: Day,
  to: Day,
  /** Whether this person may give reasons and correct; each verb asks again. */
  mayCorrect: Type.Boolean(),
  /** Whether this person may enter an absence of several days. */
  maySpan: Type.Boolean(),
  /** Whether this person keeps the dictionary of reasons. */
  mayAddReason: Type.Boolean(),
  /** Whether this person may write what was done with the parents. */
  mayNote: Type.Boolean(),
  reasons: Type.Array(Reason),
  pupils: Type.Array(Type.Object({ pupilId: Id, name: Type.String() })),
  /** Which pupil of the class is in which group when: a pupil's lessons are those of the groups. */
  members: Type.Array(Type.Object({ groupId: Id, pupilId: Id, from: Day, to: orNull(Day) })),
  /** Pages whose lessons are not the pupil's in these days: taught at home in the subject, or by the family. */
  apart: Type.Array(Type.Object({ pageId: Id, pupilId: Id, from: Day, to: orNull(Day) })),
  lessons: Type.Array(ClassLesson),
  absences: Type.Array(ClassAbsence),
  spans: Type.Array(Span),
  staff: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
  totals: Type.Array(PupilTotal),
  /** The term that holds the last day asked for, with its totals and its lessons missed without a reason. */
  term: orNull(
    Type.Object({
      term: Type.Integer(),
      kind: Type.String(),
      startsOn: Day,
      endsOn: Day,
      totals: Type.Array(PupilTotal),
      unexplained: Type.Array(
        Type.Object({
          pageId: Id,
          lessonId: Id,
          pupilId: Id,
          day: Day,
          slot: Type.Integer(),
          subject: Type.String(),
          version: Version,
          overdue: Type.Boolean(),
        }),
      ),
      /** Work with the parents about unexcused absence, open tasks first. */
      parentWork: Type.Array(ParentTask),
    }),
  ),
});

export const classesRoute = defineRoute({
  operationId: "attendanceClasses",
  summary: "The classes whose attendance is open to the person, own ones first",
  method: "GET",
  path: "/api/attendance/classes",
  act: "attendance.class.list",
  response: Type.Object({ classes: Type.Array(Type.Object({ classId: Id, name: Type.String(), own: Type.Boolean() })) }),
  failures: ["access.not_permitted"],
});

export const classAttendanceRoute = defineRoute({
  operationId: "classAttendance",
  summary: "Attendance of a class over days: every lesson of its pupils, absences with reasons, totals by pupil",
  method: "GET",
  path: "/api/attendance/classes/:classId",
  act: "attendance.class.read",
  params: Type.Object({ classId: Id }),
  query: Type.Object({
    from: Type.Optional(Type.String({ description: "the first day; absent: Monday of this week", maxLength: 40 })),
    to: Type.Optional(Type.String({ description: "the last day; absent: six days after the first", maxLength: 40 })),
  }),
  response: ClassAttendance,
  failures: ["attendance.class_not_found", "access.not_permitted", "attendance.not_days"],
});
