export { MyClassScreen } from "./MyClassScreen.tsx";
export { SchoolAttendance } from "./school/SchoolAttendance.tsx";
