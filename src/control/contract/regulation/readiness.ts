import Type from "typebox";
import { routesOf } from "../../../foundation/route.ts";
import { NAMED_ROLES, SETUP_ITEMS } from "../../../regulation/rules/register/shapes.ts";
import type { REGULATION_ACTS } from "../../rules/regulation/acts.ts";

const defineRoute = routesOf<keyof typeof REGULATION_ACTS>();
const Words = Type.Union([Type.String(), Type.Null()]);

export const readinessRoute = defineRoute({
  operationId: "readiness",
  summary: "What is ready for the school year and what is not, with who answers for it and until when",
  method: "GET",
  path: "/api/regulation/readiness",
  act: "control.setup.read",
  response: Type.Object({
    /** The year in which it begins; null when the school has none yet. */
    year: Type.Union([Type.Integer(), Type.Null()]),
    items: Type.Array(
      Type.Object({
        item: Type.Enum([...SETUP_ITEMS]),
        /** Roles that answer for it by the regulation, and those who hold them today. */
        by: Type.Array(Type.Enum([...NAMED_ROLES])),
        people: Type.Array(Type.String()),
        /** `empty`: the school has no such thing; `unseen`: Parta does not keep it. */
        state: Type.Enum(["done", "open", "overdue", "empty", "unseen"]),
        of: Type.Integer(),
        lacking: Type.Integer(),
        /** The first of what is not ready, with whose it is. */
        first: Type.Array(Type.Object({ name: Words, person: Words })),
        dueAt: Type.Union([Type.String({ format: "date-time" }), Type.Null()]),
        act: Words,
        clause: Words,
      }),
    ),
  }),
  failures: ["access.not_permitted"],
});
