const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * A key for a request or a tab: a UUID that begins with the moment (version 7, RFC 9562), so that keys made one after another lie
 * side by side in the server's table. Works without https too, where the browser's own `randomUUID` does not.
 */
export function newKey(now = Date.now()): string {
  const moment = Math.max(0, now).toString(16).padStart(12, "0").slice(-12);
  const chance = hex(crypto.getRandomValues(new Uint8Array(10)));
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${chance.slice(0, 3)}-a${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
}
