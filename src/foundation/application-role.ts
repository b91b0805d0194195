import pg from "pg";
import { DatabaseFault } from "./database-fault.ts";
import { databaseWords } from "./database-fault.ru.ts";

const OLDEST = 150_000;

/** From this version on who creates a role is its member without the right to take it. */
const MEMBER_MAY_NOT_SET = 160_000;

type Facts = {
  version: number;
  versionName: string;
  encoding: string;
  me: string;
  isSuper: boolean;
  mayCreateRoles: boolean;
  mayCreateSchemas: boolean;
  exists: boolean;
};

/** Connects as the owner of the database, or says in one sentence why that cannot be. */
export async function connectAsOwner(url: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === "3D000") throw new DatabaseFault(databaseWords.noDatabase, error);
    if (code.startsWith("28")) throw new DatabaseFault(databaseWords.noEntry, error);
    throw new DatabaseFault(databaseWords.noAnswer, error);
  }
}

/** Leaves the role `parta_app` that the connected user may take, or says what stands in the way before anything is changed. */
export async function readyRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Facts>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as "versionName",
       (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
       current_user as me, r.rolsuper as "isSuper", r.rolsuper or r.rolcreaterole as "mayCreateRoles",
       has_database_privilege(current_database(), 'create') as "mayCreateSchemas",
       exists (select from pg_roles where rolname = 'parta_app') as exists
     from pg_roles r where r.rolname = current_user`,
  );
  const facts = rows[0]!;
  if (facts.version < OLDEST) throw new DatabaseFault(databaseWords.tooOld(facts.versionName));
  if (facts.encoding !== "UTF8") throw new DatabaseFault(databaseWords.notUtf8(facts.encoding));
  if (!facts.mayCreateSchemas) throw new DatabaseFault(databaseWords.mayNotCreateSchemas(facts.me));
  if (!facts.exists) {
    if (!facts.mayCreateRoles) throw new DatabaseFault(databaseWords.mayNotCreateRoles(facts.me));
    await client.query("do $$ begin create role parta_app nologin; exception when duplicate_object or unique_violation then null; end $$");
  }
  if (facts.isSuper || (await mayTake(client, facts.version))) return;
  try {
    await client.query(`grant parta_app to ${pg.escapeIdentifier(facts.me)}`);
  } catch (error) {
    throw new DatabaseFault(databaseWords.roleNotGranted(facts.me), error);
  }
}

async function mayTake(client: pg.Client, version: number): Promise<boolean> {
  const right = version < MEMBER_MAY_NOT_SET ? "member" : "set";
  return (await client.query<{ yes: boolean }>("select pg_has_role(current_user, 'parta_app', $1) as yes", [right])).rows[0]!.yes;
}
