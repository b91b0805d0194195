import { bind } from "../../../foundation/serve.ts";
import { judgeDutyRoute, myDutiesRoute, performDutyRoute, personDutiesRoute, schoolDutiesRoute } from "../../contract/duties/duties.ts";
import { mattersRoute, openMatterRoute } from "../../contract/duties/matters.ts";
import { judgeDuty } from "./judge-duty.ts";
import { myDuties } from "./my-duties.ts";
import { openMatter } from "./open-matter.ts";
import { performDuty } from "./perform-duty.ts";
import { readMatters } from "./read-matters.ts";
import { personDuties, schoolDuties } from "./school-duties.ts";

export const DUTY_ROUTES = [
  bind(myDutiesRoute, myDuties),
  bind(schoolDutiesRoute, schoolDuties),
  bind(personDutiesRoute, personDuties),
  bind(performDutyRoute, performDuty),
  bind(judgeDutyRoute, judgeDuty),
  bind(mattersRoute, readMatters),
  bind(openMatterRoute, openMatter),
];
