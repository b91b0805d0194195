import { bind } from "../../../foundation/serve.ts";
import { classSummaryRoute, setDebtRoute, setStateExamRoute } from "../../contract/periods/class-summary.ts";
import { closingListRoute } from "../../contract/periods/closing-list.ts";
import { pupilRecordRoute, setBroughtMarkRoute } from "../../contract/periods/pupil-record.ts";
import { classSummary } from "./class-summary.ts";
import { closingList } from "./closing-list.ts";
import { pupilRecord } from "./pupil-record.ts";
import { setBroughtMark } from "./set-brought-mark.ts";
import { setDebt } from "./set-debt.ts";
import { setStateExam } from "./set-state-exam.ts";

export const PERIOD_ROUTES = [
  bind(classSummaryRoute, classSummary),
  bind(setStateExamRoute, setStateExam),
  bind(setDebtRoute, setDebt),
  bind(closingListRoute, closingList),
  bind(pupilRecordRoute, pupilRecord),
  bind(setBroughtMarkRoute, setBroughtMark),
];
