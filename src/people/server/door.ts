export { addOutsidePupil } from "./add-outside-pupil.ts";
export { addGuardians, addPupils, addStaff } from "./add-people.ts";
export type { Added, NewGuardian, NewPerson, NewPupil, NewStaff } from "./add-people.ts";
export { addClasses, addGroups } from "./add-classes.ts";
export type { AddedClass, AddedGroup, NewClass, NewGroup } from "./add-classes.ts";
export { assignHomeroom, enrol, leaveGroups } from "./enrol.ts";
export type { NewHomeroom, NewMember } from "./enrol.ts";
export { staffNames } from "./staff-names.ts";
