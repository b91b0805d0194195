const TOP = ["src", "tests", "docs", "decisions", "migrations", "scripts", "bench", "public", ".ci"];
const MADE_BY_RUNNING = /^(?:\.\/)?(?:data|dist|node_modules|\.cache|coverage)(?:\/|$)/;

/**
 * What stands in backticks in a document and looks like a path of this repository.
 *
 * `journal/server/set-mark.ts` counts as a path from `src`, and `*` stands for any name.
 */
export function pathsNamedIn(document: string): string[] {
  const prose = document.replace(/^```[\s\S]*?^```/gm, "");
  const quoted = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, text = ""]) => text);
  return [...new Set(quoted.filter(looksLikePath))];
}

function looksLikePath(text: string): boolean {
  if (!/^\.?[\w*][\w.*-]*(\/[\w.*@-]+)*\/?$/.test(text) || MADE_BY_RUNNING.test(text)) return false;
  if (!text.includes("/")) return /^[A-Z][\w.]*\.md$|^(?:package|tsconfig(?:\.\w+)?)\.json$/.test(text);
  const [first = ""] = text.split("/");
  return TOP.includes(first) || /\.(?:tsx?|mjs|sql|md|json|css|html)$/.test(text);
}

// written in pieces, so that the guard does not find itself
const FOREIGN = [
  ["/wo", "rk/"],
  ["/tmp/bash", "_jobs"],
  ["registry.npm", "js"],
  ["deb.deb", "ian"],
].map((pieces) => pieces.join(""));

/** Traces of the machine where a file was written. */
export function foreignTraces(path: string, text: string): string[] {
  return FOREIGN.filter((trace) => text.includes(trace)).map((trace) => `${path} speaks of ${trace}`);
}
