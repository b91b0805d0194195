import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** Argon2id by the advice of OWASP: 19 MiB, two passes, one lane; written into the hash, so a later stronger setting reads the old ones. */
const SETTING = { memory: 19_456, passes: 2, parallelism: 1 };

const b64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/** The hash of a password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const { memory, passes, parallelism } = SETTING;
  const key = await derive("argon2id", { message: password.normalize("NFC"), nonce, memory, passes, parallelism, tagLength: 32 });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${b64(nonce)}$${b64(key)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** Whether the password is the one of the hash, in constant time. A hash in an unknown form is no match. */
export async function passwordMatches(password: string, phc: string): Promise<boolean> {
  const m = PHC.exec(phc);
  if (!m) return false;
  const [, memory, passes, parallelism, nonce, expected] = m;
  const known = Buffer.from(expected!, "base64");
  const key = await derive("argon2id", {
    message: password.normalize("NFC"),
    nonce: Buffer.from(nonce!, "base64"),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: known.length,
  });
  return timingSafeEqual(key, known);
}

let decoy: Promise<string> | undefined;

/** A hash of nobody's password: checking it takes as long as checking a real one, so the answer's time does not tell whether a login exists. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  return decoy;
}
