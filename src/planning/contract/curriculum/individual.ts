import Type from "typebox";
import { Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { PLANNING_ACTS } from "../../rules/acts.ts";

const defineRoute = routesOf<keyof typeof PLANNING_ACTS>();
const Name = Type.String({ minLength: 1, maxLength: 120 });

export const individualCurriculaRoute = defineRoute({
  operationId: "individualCurricula",
  summary: "The subjects of each pupil of a class that studies by individual curricula",
  method: "GET",
  path: "/api/classes/:classId/individual-curricula",
  act: "planning.curriculum.read",
  params: Type.Object({ classId: Id }),
  response: Type.Object({
    classId: Id,
    name: Type.String(),
    gradeLevel: Type.Integer(),
    version: Version,
    isIndividual: Type.Boolean(),
    mayWrite: Type.Boolean(),
    /** Subjects of the grade's curriculum. */
    subjects: Type.Array(Type.Object({ subject: Type.String(), weeklyHours: Type.Number() })),
    pupils: Type.Array(Type.Object({ pupilId: Id, name: Type.String(), subjects: Type.Array(Type.String()), weeklyHours: Type.Number() })),
  }),
  failures: ["access.not_permitted", "planning.class_not_found"],
});

export const setIndividualCurriculaRoute = defineRoute({
  operationId: "setIndividualCurricula",
  summary: "Says whether a class studies by individual curricula, and which subjects its pupils have; pupils left out keep theirs",
  method: "PUT",
  path: "/api/classes/:classId/individual-curricula",
  act: "planning.curriculum.set",
  params: Type.Object({ classId: Id }),
  body: Type.Object(
    {
      expectedVersion: Version,
      isIndividual: Type.Boolean(),
      pupils: Type.Array(Type.Object({ pupilId: Id, subjects: Type.Array(Name, { maxItems: 60, uniqueItems: true }) }, { additionalProperties: false }), {
        maxItems: 60,
      }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ version: Version }),
  failures: ["access.not_permitted", "planning.class_not_found", "planning.individual_changed_meanwhile", "planning.pupil_or_subject_not_found"],
});
