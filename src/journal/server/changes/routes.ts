import { bind } from "../../../foundation/serve.ts";
import { lateCorrectionsRoute, lessonHistoryRoute, myChangesRoute } from "../../contract/changes.ts";
import { lessonHistory } from "./lesson-history.ts";
import { lateCorrections, myChanges } from "./read-changes.ts";

export const CHANGE_ROUTES = [bind(lateCorrectionsRoute, lateCorrections), bind(myChangesRoute, myChanges), bind(lessonHistoryRoute, lessonHistory)];
