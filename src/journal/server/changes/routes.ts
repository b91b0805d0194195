import { bind } from "../../../foundation/serve.ts";
import { lateCorrectionsRoute, lessonHistoryRoute, myChangesRoute, termMarkHistoryRoute } from "../../contract/changes.ts";
import { lessonHistory } from "./lesson-history.ts";
import { termMarkHistory } from "./term-mark-history.ts";
import { lateCorrections, myChanges } from "./read-changes.ts";

export const CHANGE_ROUTES = [
  bind(lateCorrectionsRoute, lateCorrections),
  bind(myChangesRoute, myChanges),
  bind(lessonHistoryRoute, lessonHistory),
  bind(termMarkHistoryRoute, termMarkHistory),
];
