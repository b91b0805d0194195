import { bind, bindOpen } from "../../foundation/serve.ts";
import { demoSignInsRoute, endSessionRoute, listSessionsRoute, signInRoute, signOutRoute } from "../contract/sign-in.ts";
import { demoSignIns, listSessions } from "./session-queries.ts";
import { signIn } from "./sign-in.ts";
import { endSession, signOut } from "./sign-out.ts";

export const ACCESS_ROUTES = [
  bindOpen(signInRoute, signIn),
  bindOpen(demoSignInsRoute, demoSignIns),
  bind(signOutRoute, signOut),
  bind(listSessionsRoute, listSessions),
  bind(endSessionRoute, endSession),
];
