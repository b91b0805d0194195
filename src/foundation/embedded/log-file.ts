import { copyFileSync, statSync, truncateSync } from "node:fs";

const FULL_BYTES = 5_000_000;

/**
 * Keeps the log of the database and one older part of it. The server goes on writing to the same file (it appends),
 * so the file is copied and emptied, not renamed. Returns how many bytes stand in it now.
 */
export function trimLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < FULL_BYTES) return size;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
  return 0;
}
