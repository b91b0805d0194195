import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function holderOf(file: string, from: string): string {
  if (existsSync(join(from, file))) return from;
  const above = dirname(from);
  if (above === from) throw new Error(`${file} not found`);
  return holderOf(file, above);
}

/** The folder of the program, whether it runs from its sources or from the one file built of them. */
export const ROOT = holderOf("package.json", dirname(fileURLToPath(import.meta.url)));
