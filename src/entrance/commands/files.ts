import { readFile, stat } from "node:fs/promises";
import { Obstacle } from "./command.ts";
import { COMMAND_WORDS } from "./command.ru.ts";

/** Far above any school's: the whole timetable of a large school is half a megabyte. */
const LARGEST_MB = 64;

/** The bytes of a file named by the caller; what is wrong with it is said in a sentence. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Obstacle(COMMAND_WORDS.noFile(path));
  if (!found.isFile()) throw new Obstacle(COMMAND_WORDS.notAFile(path));
  if (found.size > LARGEST_MB * 1024 * 1024) throw new Obstacle(COMMAND_WORDS.fileTooLarge(path, LARGEST_MB));
  return readFile(path).catch(() => Promise.reject(new Obstacle(COMMAND_WORDS.notReadable(path))));
}
