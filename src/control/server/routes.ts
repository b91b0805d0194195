import { bind } from "../../foundation/serve.ts";
import { myDutiesRoute, schoolDutiesRoute } from "../contract/duties.ts";
import { journalControlRoute, journalFindingsRoute } from "../contract/journal-control.ts";
import { myDuties } from "./duties/my-duties.ts";
import { schoolDuties } from "./duties/school-duties.ts";
import { REGULATION_ROUTES } from "./regulation/routes.ts";
import { REMARK_ROUTES } from "./remarks/routes.ts";
import { journalControl } from "./journal/journal-control.ts";
import { journalFindings } from "./journal/journal-findings.ts";

export const CONTROL_ROUTES = [
  bind(myDutiesRoute, myDuties),
  bind(schoolDutiesRoute, schoolDuties),
  bind(journalControlRoute, journalControl),
  bind(journalFindingsRoute, journalFindings),
  ...REMARK_ROUTES,
  ...REGULATION_ROUTES,
];
