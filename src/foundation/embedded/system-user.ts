import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** The account of the machine that the database runs as; null means the account of this very process. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const OWN_ACCOUNT = "parta-db";
const ROOT = 0;

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of an existing database folder, else as an
 * account of its own (made when missing), else, where accounts cannot be made, as nobody.
 */
export function databaseUser(postgresDir: string): SystemUser | null {
  if (process.geteuid?.() !== ROOT) return null;
  const owner = statSync(postgresDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== ROOT) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  return account(OWN_ACCOUNT) ?? madeAccount(OWN_ACCOUNT) ?? account("nobody") ?? { name: "nobody", uid: 65534, gid: 65534 };
}

function account(name: string): SystemUser | null {
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  return uid === null || gid === null || uid === ROOT ? null : { name, uid, gid };
}

function idOf(flag: "-u" | "-g", name: string): number | null {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout) : null;
}

function madeAccount(name: string): SystemUser | null {
  const nowhere = ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  const options = ["--system", "--user-group", "--no-create-home", ...nowhere, name];
  const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };
  return spawnSync("useradd", options, { stdio: "ignore", env }).status === 0 ? account(name) : null;
}
