import { createHash } from "node:crypto";
import { statement } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import type { Input, Output } from "../../foundation/route.ts";
import { signInRoute } from "../contract/sign-in.ts";
import { secondsLeft } from "../rules/slow-down.ts";
import { newToken } from "./context.ts";
import type { OpenContext } from "./context.ts";
import { deviceSign, knownDevice } from "./known-device.ts";
import { decoyHash, passwordMatches } from "./password.ts";

type Account = { accountId: number; passwordHash: string; schoolId: number; personId: number };

/** The login as the database compares it, so that no writing of it (case, dots over letters) is counted apart; and its account, if there is one. */
const ACCOUNT = statement<{ name: string; account: Account | null }>(
  "access.account_by_login",
  `select lower($1) as name,
     (select json_build_object('accountId', a.account_id, 'passwordHash', a.password_hash, 'schoolId', p.school_id, 'personId', p.person_id)
        from access.account a join access.account_person p using (account_id)
       where lower(a.login) = lower($1) and a.closed_at is null order by p.school_id, p.person_id limit 1) as account`,
);
/** Holds the count of a login until the end of the transaction: of many tries at once each sees the one before. */
const HOLD = statement<{ failures: number; lastAt: Date }>(
  "access.hold_failures",
  `insert into access.sign_in_failure as f (login_hash, failures, last_at) values ($1, 0, $2)
   on conflict (login_hash) do update set failures = f.failures returning failures, last_at as "lastAt"`,
);
const COUNT = statement("access.count_try", "update access.sign_in_failure set failures = failures + 1, last_at = $2 where login_hash = $1");
const FORGET = statement("access.forget_failures", "delete from access.sign_in_failure where login_hash = $1");
const OPEN = statement<{ sessionId: number; roles: string[] }>(
  "access.make_session",
  `with school as (select school_id, (($5::timestamptz) at time zone timezone)::date as today from access.school where school_id = $3),
   made as (insert into access.session (token_hash, account_id, school_id, person_id, created_at, seen_at, idle_until, device)
     select $1, $2, $3, $4, $5, $5, $5 + (regulation.norm_on($3, 'identity.idle_timeout', today) #>> '{}')::interval, $6 from school returning session_id)
   select session_id as "sessionId", (select coalesce(array_agg(distinct role order by role), '{}') from access.role_grant r, school
     where r.school_id = $3 and r.person_id = $4 and r.from_day <= today and (r.to_day is null or r.to_day >= today)) as roles from made`,
);

/**
 * Opens a session. A try is counted as wrong before the slow check, which stands outside any transaction, and forgotten when it was right.
 * A browser that once opened the account has a count of its own: strangers who try the login do not shut its owner out.
 */
export async function signIn(ctx: OpenContext, { body }: Input<typeof signInRoute>): Promise<Output<typeof signInRoute>> {
  const { now } = ctx;
  const { account, countOf } = await ctx.transact(async (tx) => {
    const { name, account } = (await tx.row(ACCOUNT, [body.login.normalize("NFC").trim()]))!;
    const device = account && knownDevice(account, ctx.known.sign);
    const countOf = createHash("sha256")
      .update(device === null ? name : `${name}\n${device}`)
      .digest();
    const { failures, lastAt } = (await tx.row(HOLD, [countOf, now]))!;
    const wait = secondsLeft(failures, lastAt, now);
    if (wait > 0) throw new Failure("too_many", "access.too_many_attempts", { waitSeconds: wait });
    await tx.rows(COUNT, [countOf, now]);
    return { account, countOf };
  });

  const matches = await passwordMatches(body.password, account?.passwordHash ?? (await decoyHash()));
  if (!account || !matches) throw new Failure("unauthenticated", "access.wrong_login_or_password");
  const { schoolId, personId, accountId } = account;
  const { token, hash } = newToken();
  const made = await ctx.transact(async (tx) => {
    await tx.inSchool(schoolId);
    await tx.rows(FORGET, [countOf]);
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
  ctx.known.remember(deviceSign(account));
  return { personId, schoolId, roles: made.roles };
}
