import { statement } from "../../foundation/database.ts";
import type { Output } from "../../foundation/route.ts";
import type { demoSignInsRoute, listSessionsRoute } from "../contract/sign-in.ts";
import { ACCESS_ACTS } from "../rules/acts.ts";
import { DEMO_PASSWORD } from "../rules/demo.ts";
import { permit } from "../rules/permit.ts";
import type { Context, OpenContext } from "./context.ts";

const MINE = statement<{ sessionId: number; device: string; createdAt: Date; seenAt: Date }>(
  "access.sessions_of_account",
  `select session_id as "sessionId", device, created_at as "createdAt", seen_at as "seenAt" from access.session
   where account_id = $1 and idle_until > $2 order by seen_at desc, session_id desc`,
);

/** The person's own living sessions, the latest seen first. */
export async function listSessions({ tx, actor, now }: Context): Promise<Output<typeof listSessionsRoute>> {
  permit(actor, ACCESS_ACTS, "access.session.list", { self: true });
  const rows = await tx.rows(MINE, [actor.accountId, now]);
  return {
    sessions: rows.map(({ createdAt, seenAt, ...r }) => ({
      ...r,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      current: r.sessionId === actor.sessionId,
    })),
  };
}

const DEMO = statement<{ schoolName: string; login: string; role: string; label: string; detail: string }>(
  "access.demo_sign_ins",
  `select s.name as "schoolName", a.login, d.role, d.label, d.detail from access.demo_sign_in d
   join access.school s using (school_id) join access.account a using (account_id) where s.is_demo order by s.school_id, d.place`,
);

/** The sign-ins of the demo school, for the buttons of the sign-in page. */
export async function demoSignIns(ctx: OpenContext): Promise<Output<typeof demoSignInsRoute>> {
  const rows = await ctx.transact((tx) => tx.rows(DEMO));
  return {
    schoolName: rows[0]?.schoolName ?? null,
    signIns: rows.map(({ login, role, label, detail }) => ({ login, role, label, detail, password: DEMO_PASSWORD })),
  };
}
