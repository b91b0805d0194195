import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { ATTENDANCE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof ATTENDANCE_ACTS>();

export const ClassWeek = Type.Object({
  classId: Id,
  name: Type.String(),
  homeroom: Type.String(),
  pupils: Type.Integer(),
  /** Lessons of all pupils of the class together, held by now. */
  lessons: Type.Integer(),
  missed: Type.Integer(),
  excused: Type.Integer(),
  unexcused: Type.Integer(),
  unexplained: Type.Integer(),
  late: Type.Integer(),
});

export const schoolWeekRoute = defineRoute({
  operationId: "schoolAttendanceWeek",
  summary: "The classes of the school compared by the lessons missed in a week",
  method: "GET",
  path: "/api/attendance/school/week",
  act: "attendance.school.read",
  query: Type.Object({ day: Type.Optional(Type.String({ description: "any day of the week; absent: today", maxLength: 40 })) }),
  response: Type.Object({ monday: Day, sunday: Day, today: Day, classes: Type.Array(ClassWeek) }),
  failures: ["access.not_permitted", "attendance.not_days"],
});

export const alarmsRoute = defineRoute({
  operationId: "attendanceAlarms",
  summary: "Pupils who missed the share of the norm or more of a month's lessons",
  method: "GET",
  path: "/api/attendance/school/alarms",
  act: "attendance.school.read",
  query: Type.Object({ month: Type.Optional(Type.String({ description: "any day of the month; absent: today", maxLength: 40 })) }),
  response: Type.Object({
    from: Day,
    to: Day,
    percent: Type.Integer(),
    maySet: Type.Boolean(),
    pupils: Type.Array(
      Type.Object({
        pupilId: Id,
        name: Type.String(),
        className: Type.String(),
        classId: Id,
        lessons: Type.Integer(),
        missed: Type.Integer(),
        unexcused: Type.Integer(),
        percent: Type.Integer(),
      }),
    ),
  }),
  failures: ["access.not_permitted", "attendance.not_days", "regulation.norm_not_in_force"],
});

export const setAlarmRoute = defineRoute({
  operationId: "setAttendanceAlarm",
  summary: "Sets from today on which share of missed lessons of a month is alarming",
  method: "PUT",
  path: "/api/attendance/school/alarm",
  act: "attendance.alarm.set",
  body: Type.Object({ percent: Type.Integer({ minimum: 1, maximum: 100 }) }, { additionalProperties: false }),
  response: Type.Object({ percent: Type.Integer() }),
  failures: ["access.not_permitted"],
});

export const ParentTask = Type.Object({
  pupilId: Id,
  day: Day,
  /** Lessons missed that day for an unexcused reason. */
  lessons: Type.Integer(),
  note: Type.Union([Type.String(), Type.Null()]),
  notedBy: Type.Union([Id, Type.Null()]),
  version: Version,
});

export const setParentWorkRoute = defineRoute({
  operationId: "setParentWork",
  summary: "Closes the work with the parents about a day's unexcused absence with a note of what was done; a note may be mended",
  method: "PUT",
  path: "/api/attendance/classes/:classId/parent-work/:pupilId/:day",
  act: "attendance.parent_work.set",
  params: Type.Object({ classId: Id, pupilId: Id, day: Day }),
  body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 1000 }), expectedVersion: Version }, { additionalProperties: false }),
  response: Type.Object({ note: Type.String(), version: Version }),
  failures: [
    "attendance.class_not_found",
    "access.not_permitted",
    "attendance.no_task",
    "attendance.note_missing",
    "attendance.note_changed_meanwhile",
    "attendance.not_days",
  ],
});
