import Type from "typebox";
import { Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";
import { WorkForm, WorkType } from "./journal-page.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

/** A work type in the school's dictionary; `usual`: what a lesson has while the teacher chose none. */
export const KeptWorkType = Type.Object({ ...WorkType.properties, version: Version, usual: Type.Boolean() });

const ASKED = {
  name: Type.String({ minLength: 1, maxLength: 60 }),
  code: Type.String({ minLength: 1, maxLength: 4, description: "what the head of a column writes" }),
  weight: Type.Integer({ minimum: 1, maximum: 9, description: "how many times a mark counts in the weighted average" }),
  form: WorkForm,
};

export const workTypesRoute = defineRoute({
  operationId: "workTypes",
  summary: "The school's dictionary of work types",
  method: "GET",
  path: "/api/journal/work-types",
  act: "journal.work_type.list",
  response: Type.Object({ workTypes: Type.Array(KeptWorkType) }),
  failures: ["access.not_permitted"],
});

export const addWorkTypeRoute = defineRoute({
  operationId: "addWorkType",
  summary: "Adds a work type to the school's dictionary",
  method: "POST",
  path: "/api/journal/work-types",
  act: "journal.work_type.set",
  body: Type.Object(ASKED, { additionalProperties: false }),
  response: Type.Object({ workType: KeptWorkType }),
  failures: ["access.not_permitted", "journal.work_type_taken", "journal.work_type_not_named", "journal.work_types_full"],
});

export const changeWorkTypeRoute = defineRoute({
  operationId: "changeWorkType",
  summary: "Changes a work type over the version seen; a closed one is no longer offered, marks that have it keep it",
  method: "PUT",
  path: "/api/journal/work-types/:workType",
  act: "journal.work_type.set",
  params: Type.Object({ workType: Type.Integer({ minimum: 1, maximum: 1023 }) }),
  body: Type.Object({ ...ASKED, closed: Type.Boolean(), expectedVersion: Version }, { additionalProperties: false }),
  response: Type.Object({ workType: KeptWorkType }),
  failures: [
    "access.not_permitted",
    "journal.work_type_not_found",
    "journal.work_type_taken",
    "journal.work_type_not_named",
    "journal.usual_work_stays",
    "journal.work_type_changed_meanwhile",
  ],
});
