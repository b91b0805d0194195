import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseSync } from "vite";

export interface Source {
  /** Path from the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text with every comment blanked out; places and lines stay. */
  readonly code: string;
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  /** What it imports, as written; `erased` imports are types only and are gone when the program runs. */
  readonly imports: readonly { readonly from: string; readonly erased: boolean }[];
  /** Dynamic imports whose target is neither a plain string nor a package. */
  readonly computedImports: number;
}

/** Reads a TypeScript text the way the guard of the house looks at it. */
export function sourceOf(path: string, text: string): Source {
  const { comments, module } = parseSync(path, text);
  let code = text;
  for (const { start, end } of comments) code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, " ") + code.slice(end);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;

  const runs = new Set<string>();
  for (const { moduleRequest, entries } of module.staticImports) {
    if (entries.length === 0 || entries.some((entry) => !entry.isType)) runs.add(moduleRequest.value);
  }
  for (const { entries } of module.staticExports) {
    for (const entry of entries) if (entry.moduleRequest && !entry.isType) runs.add(entry.moduleRequest.value);
  }
  let computedImports = 0;
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^"[^"]*"$/.test(written)) runs.add(written.slice(1, -1));
    else if (!/^`[@a-z]/.test(written)) computedImports++;
  }
  const named = [...code.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, from = ""]) => from);
  return {
    path,
    text,
    code,
    comments: comments.map((comment) => ({ text: text.slice(comment.start, comment.end), line: lineAt(comment.start) })),
    imports: [...new Set([...named, ...runs])].map((from) => ({ from, erased: !runs.has(from) })),
    computedImports,
  };
}

/** The path from `src` that a relative import of a file (also a path from `src`) points to; it begins with `../` outside. */
export function targetOf(file: string, from: string): string {
  return posix.normalize(posix.join(dirname(file), from));
}

/** All TypeScript files under a folder of the repository. */
export function readSources(folder: string): Source[] {
  return filesUnder(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => sourceOf(path, readFileSync(path, "utf8")));
}

/** All files under a folder of the repository, none when there is no such folder. */
export function filesUnder(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).replaceAll("\\", "/")] : [])).sort();
  } catch {
    return [];
  }
}

export function linesOf(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
