import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import type { Role } from "../rules/roles.ts";

/** A login of a person of the school, with the hash of its password. */
export type NewAccount = { login: string; passwordHash: string; personId: number };
/** `grades`: the role is held for these only; absent, for all. */
export type NewGrant = { personId: number; role: Role; from: LocalDate; to?: LocalDate | null; order?: string; grades?: readonly number[] };
export type NewDemoSignIn = { place: number; accountId: number; role: Role; label: string; detail: string };

const TAKEN = statement<{ login: string }>("access.taken_logins", "select login from access.account where lower(login) = any($1::text[]) limit 1");
const ADD = statement<{ accountId: number; login: string }>(
  "access.add_accounts",
  `insert into access.account (login, password_hash) select r.login, r.hash from unnest($1::text[], $2::text[]) as r(login, hash)
   returning account_id as "accountId", login`,
);
const TIE = statement(
  "access.tie_accounts",
  "insert into access.account_person (account_id, school_id, person_id) select r.account, $1, r.person from unnest($2::int[], $3::int[]) as r(account, person)",
);
const GRANT = statement(
  "access.grant_roles",
  `insert into access.role_grant (school_id, person_id, from_day, to_day, role, order_ref, grades)
   select $1, r."personId", r."from", r."to", r.role, coalesce(r."order", ''), r.grades
   from json_to_recordset($2::json) as r("personId" int, "from" date, "to" date, role text, "order" text, grades smallint[])
   where not exists (select from access.role_grant g where g.school_id = $1 and g.person_id = r."personId" and g.role = r.role
     and daterange(g.from_day, g.to_day, '[]') && daterange(r."from", r."to", '[]'))
   on conflict do nothing`,
);
const SHOW = statement(
  "access.add_demo_sign_ins",
  `insert into access.demo_sign_in (school_id, place, account_id, role, label, detail)
   select $1, r.place, r."accountId", r.role, r.label, r.detail
   from json_to_recordset($2::json) as r(place smallint, "accountId" int, role text, label text, detail text)`,
);

/** Adds accounts of persons of the school; a login that is taken refuses them all. Answers their numbers in the order given. */
export async function addAccounts(tx: Transaction, schoolId: number, accounts: readonly NewAccount[]): Promise<number[]> {
  const taken = await tx.row(TAKEN, [accounts.map((a) => a.login.toLowerCase())]);
  if (taken) throw new Failure("conflict", "access.login_taken", { login: taken.login });
  const added = await tx.rows(ADD, [accounts.map((a) => a.login), accounts.map((a) => a.passwordHash)]);
  const byLogin = new Map(added.map((a) => [a.login, a.accountId]));
  const ids = accounts.map((a) => byLogin.get(a.login)!);
  await tx.rows(TIE, [schoolId, ids, accounts.map((a) => a.personId)]);
  return ids;
}

/** Grants roles between two days; who holds the role on any of those days already keeps it as it is. */
export async function grantRoles(tx: Transaction, schoolId: number, grants: readonly NewGrant[]): Promise<void> {
  await tx.rows(GRANT, [schoolId, JSON.stringify(grants)]);
}

/** Puts sign-ins of a demo school on the sign-in page. */
export async function showDemoSignIns(tx: Transaction, schoolId: number, signIns: readonly NewDemoSignIn[]): Promise<void> {
  await tx.rows(SHOW, [schoolId, JSON.stringify(signIns)]);
}
