import { bind, bindUpload } from "../../foundation/serve.ts";
import type { Bound } from "../../foundation/serve.ts";
import { schoolWeekRoute } from "../../timetable/contract/school-week.ts";
import { classEventsRoute, setClassEventsRoute } from "../contract/class-events/class-events.ts";
import { approveCurriculumRoute, curriculumRoute, setCurriculumRoute, setTarifficationRoute } from "../contract/curriculum/curriculum.ts";
import { individualCurriculaRoute, setIndividualCurriculaRoute } from "../contract/curriculum/individual.ts";
import { addLoadRoute, changeLoadRoute, endLoadRoute, fulfilmentRoute, loadRoute } from "../contract/load/load.ts";
import { copyPlanRoute, importPlanRoute } from "../contract/plan/import-plan.ts";
import { plansRoute, setProgrammeRoute } from "../contract/plan/list-plans.ts";
import { readPlanRoute } from "../contract/plan/read-plan.ts";
import { setPlanRoute } from "../contract/plan/set-plan.ts";
import { readClassEvents } from "./class-events/read-class-events.ts";
import { setClassEvents } from "./class-events/set-class-events.ts";
import { approveCurriculum } from "./curriculum/approve-curriculum.ts";
import { readCurriculum } from "./curriculum/read-curriculum.ts";
import { readIndividual } from "./curriculum/read-individual.ts";
import { setCurriculum } from "./curriculum/set-curriculum.ts";
import { setIndividual } from "./curriculum/set-individual.ts";
import { setTariffication } from "./curriculum/set-tariffication.ts";
import { admitPlanFile, importPlan } from "./import/import-plan.ts";
import { addLoad } from "./load/add-load.ts";
import { changeLoad, endLoad } from "./load/change-load.ts";
import { readFulfilment } from "./load/read-fulfilment.ts";
import { readLoad } from "./load/read-load.ts";
import { copyPlan } from "./plan/copy-plan.ts";
import { listPlans } from "./plan/list-plans.ts";
import { readPlan } from "./plan/read-plan.ts";
import { setPlan } from "./plan/set-plan.ts";
import { TERM_ROUTES } from "./terms/routes.ts";
import { setProgramme } from "./plan/set-programme.ts";
import { schoolWeek } from "./week/school-week.ts";

export const PLANNING_ROUTES: readonly Bound[] = [
  bind(plansRoute, listPlans),
  bind(readPlanRoute, readPlan),
  bind(setPlanRoute, setPlan),
  bind(copyPlanRoute, copyPlan),
  bind(setProgrammeRoute, setProgramme),
  bindUpload(importPlanRoute, admitPlanFile, importPlan),
  bind(schoolWeekRoute, schoolWeek),
  ...TERM_ROUTES,
  bind(curriculumRoute, readCurriculum),
  bind(setCurriculumRoute, setCurriculum),
  bind(approveCurriculumRoute, approveCurriculum),
  bind(setTarifficationRoute, setTariffication),
  bind(individualCurriculaRoute, readIndividual),
  bind(setIndividualCurriculaRoute, setIndividual),
  bind(loadRoute, readLoad),
  bind(addLoadRoute, addLoad),
  bind(changeLoadRoute, changeLoad),
  bind(endLoadRoute, endLoad),
  bind(fulfilmentRoute, readFulfilment),
  bind(classEventsRoute, readClassEvents),
  bind(setClassEventsRoute, setClassEvents),
];
