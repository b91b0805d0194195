import { bind } from "../../../foundation/serve.ts";
import {
  careRoute,
  classWeekRoute,
  departmentDaysRoute,
  inspectionListRoute,
  makeInspectionRoute,
  setCareRoute,
} from "../../contract/inspections/inspections.ts";
import { care, setCare } from "./care.ts";
import { makeInspection } from "./make-inspection.ts";
import { classWeek, departmentDays, inspectionList } from "./read-inspections.ts";

export const INSPECTION_ROUTES = [
  bind(inspectionListRoute, inspectionList),
  bind(makeInspectionRoute, makeInspection),
  bind(departmentDaysRoute, departmentDays),
  bind(classWeekRoute, classWeek),
  bind(careRoute, care),
  bind(setCareRoute, setCare),
];
