import { createHash } from "node:crypto";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { signInRoute } from "../contract/sign-in.ts";
import { secondsLeft } from "../rules/slow-down.ts";
import { newToken } from "./context.ts";
import type { OpenContext } from "./context.ts";
import { decoyHash, passwordMatches } from "./password.ts";

type Account = { accountId: number; passwordHash: string; schoolId: number; personId: number };

const ACCOUNT = statement<Account>(
  "access.account_by_login",
  `select a.account_id as "accountId", a.password_hash as "passwordHash", p.school_id as "schoolId", p.person_id as "personId"
   from access.account a join access.account_person p using (account_id)
   where lower(a.login) = lower($1) and a.closed_at is null order by p.school_id, p.person_id limit 1`,
);
const FAILURES = statement<{ failures: number; lastAt: Date }>(
  "access.failures_of_login",
  `select failures, last_at as "lastAt" from access.sign_in_failure where login_hash = $1`,
);
const FAIL = statement(
  "access.note_failure",
  `insert into access.sign_in_failure (login_hash, failures, last_at) values ($1, 1, $2)
   on conflict (login_hash) do update set failures = access.sign_in_failure.failures + 1, last_at = excluded.last_at`,
);
const FORGET = statement("access.forget_failures", "delete from access.sign_in_failure where login_hash = $1");
const OPEN = statement<{ sessionId: number; roles: string[] }>(
  "access.make_session",
  `with school as (select school_id, (($5::timestamptz) at time zone timezone)::date as today from access.school where school_id = $3),
   made as (insert into access.session (token_hash, account_id, school_id, person_id, created_at, seen_at, idle_until, device)
     select $1, $2, $3, $4, $5, $5, $5 + (regulation.norm_on($3, 'identity.idle_timeout', today) #>> '{}')::interval, $6 from school returning session_id)
   select session_id as "sessionId", (select coalesce(array_agg(distinct role order by role), '{}') from access.role_grant r, school
     where r.school_id = $3 and r.person_id = $4 and r.from_day <= today and (r.to_day is null or r.to_day >= today)) as roles from made`,
);

/** Opens a session. The wait after wrong passwords is asked before the slow check, which stands outside any transaction. */
export async function signIn(ctx: OpenContext, { body }: Input<typeof signInRoute>): Promise<Output<typeof signInRoute>> {
  const { now } = ctx;
  const login = body.login.trim();
  const loginHash = createHash("sha256").update(login.toLowerCase()).digest();
  const { account, failed } = await ctx.transact(async (tx) => ({ account: await tx.row(ACCOUNT, [login]), failed: await tx.row(FAILURES, [loginHash]) }));
  const wait = failed ? secondsLeft(failed.failures, failed.lastAt, now) : 0;
  if (wait > 0) throw new Failure("too_many", "access.too_many_attempts", { waitSeconds: wait });

  const matches = await passwordMatches(body.password, account?.passwordHash ?? (await decoyHash()));
  if (!account || !matches) {
    await ctx.transact((tx) => tx.rows(FAIL, [loginHash, now]));
    throw new Failure("unauthenticated", "access.wrong_login_or_password");
  }
  const { schoolId, personId, accountId } = account;
  const { token, hash } = newToken();
  const made = await ctx.transact(async (tx) => {
    await tx.inSchool(schoolId);
    if (failed) await tx.rows(FORGET, [loginHash]);
    const session = await tx.row(OPEN, [hash, accountId, schoolId, personId, now, ctx.device]);
    await record(tx, {
      schoolId,
      stream: -personId,
      actor: personId,
      at: now,
      act: signInRoute.act,
      right: "anyone/self",
      body: { sessionId: session!.sessionId, device: ctx.device },
    });
    return session!;
  });
  ctx.cookie.set(token);
  return { personId, schoolId, roles: made.roles };
}
