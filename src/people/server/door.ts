export { addOutsidePupil } from "./add-outside-pupil.ts";
export { addGuardians, addPupils, addStaff } from "./add-people.ts";
export type { NewPerson } from "./add-people.ts";
export { addClasses, addGroups } from "./add-classes.ts";
export { assignHomeroom, enrol, leaveGroups } from "./enrol.ts";
export type { NewMember } from "./enrol.ts";
export { staffNames } from "./staff-names.ts";
export { addDepartment, headedDepartments } from "./departments.ts";
export type { NewDepartment } from "./departments.ts";
