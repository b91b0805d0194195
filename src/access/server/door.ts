export type { Clock, Context, OpenContext } from "./context.ts";
export { COOKIE, newToken, openersOf } from "./context.ts";
export { hashPassword } from "./password.ts";
export { addAccounts, grantRoles, showDemoSignIns } from "./add-account.ts";
export { claimFirstSchool, hasSchools, makeSchool } from "./make-school.ts";
export { forgetOldSessions } from "./forget-old.ts";
export { deputiesWithGrades, gradesInCare, hasInCare, setGradesInCare } from "./grades-in-care.ts";
