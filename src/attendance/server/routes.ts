import { bind } from "../../foundation/serve.ts";
import { setAttendanceRoute } from "../contract/set-attendance.ts";
import { setAttendance } from "./set-attendance.ts";

export const ATTENDANCE_ROUTES = [bind(setAttendanceRoute, setAttendance)];
