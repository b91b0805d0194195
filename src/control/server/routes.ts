import { bind } from "../../foundation/serve.ts";
import { myDutiesRoute, schoolDutiesRoute } from "../contract/duties.ts";
import { myDuties } from "./my-duties.ts";
import { schoolDuties } from "./school-duties.ts";

export const CONTROL_ROUTES = [bind(myDutiesRoute, myDuties), bind(schoolDutiesRoute, schoolDuties)];
