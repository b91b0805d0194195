import { randomInt } from "node:crypto";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { Failure } from "../../foundation/failure.ts";
import { record } from "../../foundation/ledger.ts";
import { loginsFor, loginStem } from "../rules/login-name.ts";
import { addAccounts } from "./add-account.ts";
import { hashPassword } from "./password.ts";

/** An account made but not kept yet; the password exists nowhere else. */
export type DraftAccount = { personId: number; login: string; password: string; passwordHash: string };

/** Letters and digits that are not mistaken for one another on paper. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
/** The derivation works outside the one JavaScript thread, on four at most. */
const AT_ONCE = 4;

const TAKEN = statement<{ login: string }>(
  "access.taken_stems",
  "select lower(login) as login from access.account where regexp_replace(lower(login), '[0-9]+$', '') = any($1::text[])",
);
const HAVE = statement<{ personId: number }>(
  "access.persons_with_accounts",
  `select person_id as "personId" from access.account_person where school_id = $1 and person_id = any($2::int[]) limit 1`,
);
const HOLD = statement("access.hold_school", "select 1 from access.school where school_id = $1 for no key update");

/** A password of three groups of three signs, `kf4-9wm-tzr`: 44 bits, and it can be read aloud. */
function readablePassword(): string {
  const group = () => Array.from({ length: 3 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return `${group()}-${group()}-${group()}`;
}

/** Logins for persons, that nobody in the database has. */
export async function freeLogins(tx: Transaction, surnames: readonly string[]): Promise<string[]> {
  const taken = await tx.rows(TAKEN, [[...new Set(surnames.map(loginStem))]]);
  return loginsFor(
    surnames,
    taken.map((row) => row.login),
  );
}

/** Passwords and their hashes, no transaction open meanwhile: a hash takes long on purpose. */
export async function draftAccounts(persons: readonly { personId: number; login: string }[], onProgress: (done: number) => void): Promise<DraftAccount[]> {
  const drafts: DraftAccount[] = [];
  for (let i = 0; i < persons.length; i += AT_ONCE) {
    const some = persons.slice(i, i + AT_ONCE).map(async (person) => {
      const password = readablePassword();
      return { ...person, password, passwordHash: await hashPassword(password) };
    });
    drafts.push(...(await Promise.all(some)));
    onProgress(drafts.length);
  }
  return drafts;
}

/** Keeps drafted accounts, with an audit row; who got an account meanwhile refuses them all. */
export async function issueAccounts(tx: Transaction, schoolId: number, drafts: readonly DraftAccount[], now: Date): Promise<void> {
  await tx.rows(HOLD, [schoolId]);
  if (await tx.row(HAVE, [schoolId, drafts.map((draft) => draft.personId)])) throw new Failure("conflict", "access.accounts_changed_meanwhile");
  await addAccounts(tx, schoolId, drafts);
  const body = { accounts: drafts.length, persons: drafts.map((draft) => draft.personId) };
  await record(tx, { schoolId, stream: 0, actor: 0, at: now, act: "access.account.issue", right: "command line", body });
}
