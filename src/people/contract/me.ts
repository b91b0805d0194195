import Type from "typebox";
import { Day } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { PEOPLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof PEOPLE_ACTS>();

export const Child = Type.Object({ pupilId: Type.Integer(), givenName: Type.String(), surname: Type.String(), className: Type.String() });

/** Who is signed in, where, as what, and on which day of the school. */
export const Me = Type.Object({
  personId: Type.Integer(),
  surname: Type.String(),
  givenName: Type.String(),
  patronymic: Type.String(),
  roles: Type.Array(Type.String()),
  school: Type.Object({ schoolId: Type.Integer(), name: Type.String(), timezone: Type.String(), isDemo: Type.Boolean() }),
  today: Day,
  /** A guardian's children, or the pupil; empty for staff. */
  children: Type.Array(Child),
});

export const meRoute = defineRoute({
  operationId: "me",
  summary: "Who is signed in",
  method: "GET",
  path: "/api/me",
  act: "people.me.read",
  response: Me,
  failures: ["access.not_signed_in"],
});
