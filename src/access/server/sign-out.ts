import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { SESSION_ENDED } from "../../foundation/feed.ts";
import { record } from "../../foundation/ledger.ts";
import type { Input } from "../../foundation/route.ts";
import { endSessionRoute, signOutRoute } from "../contract/sign-in.ts";
import { ACCESS_ACTS } from "../rules/acts.ts";
import { permit } from "../rules/permit.ts";
import type { Context } from "./context.ts";

const END = statement<{ sessionId: number }>(
  "access.end_session",
  `delete from access.session where session_id = $1 and account_id = $2 returning session_id as "sessionId"`,
);

async function end(ctx: Context, sessionId: number, act: string, right: string): Promise<boolean> {
  const { tx, actor, now } = ctx;
  const ended = await tx.row(END, [sessionId, actor.accountId]);
  if (!ended) return false;
  const { schoolId, personId } = actor;
  await record(tx, {
    schoolId,
    stream: -personId,
    actor: personId,
    at: now,
    act,
    right,
    body: { sessionId },
    event: { topic: SESSION_ENDED, body: { sessionId } },
  });
  return true;
}

/** Ends the session of the cookie; its open diary closes too. */
export async function signOut(ctx: Context): Promise<Record<string, never>> {
  const right = permit(ctx.actor, ACCESS_ACTS, signOutRoute.act, { self: true });
  await end(ctx, ctx.actor.sessionId, signOutRoute.act, right);
  ctx.cookie.clear();
  return {};
}

/** Ends one of the person's own sessions; another's is not found. */
export async function endSession(ctx: Context, { params }: Input<typeof endSessionRoute>): Promise<Record<string, never>> {
  const right = permit(ctx.actor, ACCESS_ACTS, endSessionRoute.act, { self: true });
  if (!(await end(ctx, params.sessionId, endSessionRoute.act, right))) throw new Failure("not_found", "access.session_not_found");
  return {};
}
