import { myDutiesRoute, schoolDutiesRoute } from "../../src/control/contract/duties.ts";
import type { Case } from "./case.ts";

export const CONTROL_CASES: readonly Case[] = [
  { route: myDutiesRoute, may: ["director", "deputy", "admin", "secretary", "homeroom", "teacher", "secondTeacher"], rows: false },
  { route: schoolDutiesRoute, may: ["director", "deputy", "admin"], rows: false },
];
