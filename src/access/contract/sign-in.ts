import Type from "typebox";
import { routesOf } from "../../foundation/route.ts";
import type { ACCESS_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof ACCESS_ACTS>();

/** As whom the session works: enough to open the right door; names come from `me`. */
export const SignedIn = Type.Object({ personId: Type.Integer(), schoolId: Type.Integer(), roles: Type.Array(Type.String()) });

export const signInRoute = defineRoute({
  operationId: "signIn",
  summary: "Opens a session by login and password and sets its cookie",
  method: "POST",
  path: "/api/sign-in",
  act: "access.sign_in",
  // a password is slow to check on purpose; a whole school behind one address signs in well within this
  perMinute: 600,
  body: Type.Object(
    { login: Type.String({ minLength: 1, maxLength: 200 }), password: Type.String({ minLength: 1, maxLength: 200 }) },
    { additionalProperties: false },
  ),
  response: SignedIn,
  failures: ["access.wrong_login_or_password", "access.too_many_attempts"],
});

export const signOutRoute = defineRoute({
  operationId: "signOut",
  summary: "Ends the session of the cookie",
  method: "POST",
  path: "/api/sign-out",
  act: "access.sign_out",
  response: Type.Object({}),
  failures: ["access.not_signed_in"],
});

export const SessionLine = Type.Object({
  sessionId: Type.Integer(),
  device: Type.String(),
  createdAt: Type.String({ format: "date-time" }),
  seenAt: Type.String({ format: "date-time" }),
  current: Type.Boolean(),
});

export const listSessionsRoute = defineRoute({
  operationId: "listSessions",
  summary: "The person's own open sessions",
  method: "GET",
  path: "/api/sessions",
  act: "access.session.list",
  response: Type.Object({ sessions: Type.Array(SessionLine) }),
  failures: ["access.not_signed_in"],
});

export const endSessionRoute = defineRoute({
  operationId: "endSession",
  summary: "Ends one of the person's own sessions",
  method: "DELETE",
  path: "/api/sessions/:sessionId",
  act: "access.session.end",
  params: Type.Object({ sessionId: Type.Integer({ minimum: 1, maximum: 2147483647 }) }),
  response: Type.Object({}),
  failures: ["access.not_signed_in", "access.session_not_found"],
});

export const demoSignInsRoute = defineRoute({
  operationId: "demoSignIns",
  summary: "The sign-ins of the demo school; an empty list where there is none",
  method: "GET",
  path: "/api/demo-sign-ins",
  act: "access.demo.read",
  response: Type.Object({
    schoolName: Type.Union([Type.String(), Type.Null()]),
    signIns: Type.Array(Type.Object({ login: Type.String(), password: Type.String(), role: Type.String(), label: Type.String(), detail: Type.String() })),
  }),
  failures: [],
});
