import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What proves that a browser once opened an account: a random part and its seal, made with the hash of the password as the key. A new password ends all. */
type Account = { accountId: number; passwordHash: string };

const seal = ({ accountId, passwordHash }: Account, random: string) => createHmac("sha256", passwordHash).update(`${accountId}.${random}`).digest("base64url");

/** A sign for the browser on which the account was opened now. */
export function deviceSign(account: Account): string {
  const random = randomBytes(18).toString("base64url");
  return `${random}.${seal(account, random)}`;
}

/** The random part of a sign that is this account's, null for any other: such a browser is counted apart from strangers who try the login. */
export function knownDevice(account: Account, sign: string | undefined): string | null {
  const [random = "", given = ""] = (sign ?? "").split(".");
  const [a, b] = [Buffer.from(given), Buffer.from(seal(account, random))];
  return a.length === b.length && timingSafeEqual(a, b) ? random : null;
}
