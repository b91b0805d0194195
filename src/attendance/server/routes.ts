import { bind } from "../../foundation/serve.ts";
import { addReasonRoute } from "../contract/add-reason.ts";
import { classAttendanceRoute, classesRoute } from "../contract/class-attendance.ts";
import { changeReasonRoute } from "../contract/change-reason.ts";
import { alarmsRoute, schoolWeekRoute, setAlarmRoute, setParentWorkRoute } from "../contract/school-attendance.ts";
import { setAbsenceReasonRoute } from "../contract/set-absence-reason.ts";
import { removeAbsenceSpanRoute, setAbsenceSpanRoute } from "../contract/set-absence-span.ts";
import { setAttendanceRoute } from "../contract/set-attendance.ts";
import { addReason } from "./add-reason.ts";
import { changeReason } from "./change-reason.ts";
import { attendanceAlarms, schoolAttendanceWeek, setAttendanceAlarm } from "./school/school-attendance.ts";
import { setParentWork } from "./school/set-parent-work.ts";
import { attendanceClasses, classAttendance } from "./class-attendance.ts";
import { setAbsenceReason } from "./set-absence-reason.ts";
import { removeAbsenceSpan, setAbsenceSpan } from "./set-absence-span.ts";
import { setAttendance } from "./set-attendance.ts";

export const ATTENDANCE_ROUTES = [
  bind(setAttendanceRoute, setAttendance),
  bind(classesRoute, attendanceClasses),
  bind(classAttendanceRoute, classAttendance),
  bind(setAbsenceReasonRoute, setAbsenceReason),
  bind(addReasonRoute, addReason),
  bind(changeReasonRoute, changeReason),
  bind(schoolWeekRoute, schoolAttendanceWeek),
  bind(alarmsRoute, attendanceAlarms),
  bind(setAlarmRoute, setAttendanceAlarm),
  bind(setParentWorkRoute, setParentWork),
  bind(setAbsenceSpanRoute, setAbsenceSpan),
  bind(removeAbsenceSpanRoute, removeAbsenceSpan),
];
