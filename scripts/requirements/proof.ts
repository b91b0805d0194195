import type { Section } from "./table.ts";

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly startTime: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Proof {
  readonly id: string;
  readonly proven: boolean;
  /** Full names of the tests that name the row and passed. */
  readonly tests: readonly string[];
  /** Some of the tests that name the row failed. */
  readonly contradicted: boolean;
}

export interface UnknownId {
  readonly id: string;
  readonly test: string;
}

/** Looks like an ID and is none. */
const OTHER_NAMES = new Set(["UTF-16", "UTF-32"]);

/** The IDs of requirements that a test's full name carries, each as a word. */
export function idsIn(fullName: string): string[] {
  const found = [...fullName.matchAll(/(?<![\p{L}\d_-])[A-Z]{2,3}-\d{2}(?![\p{L}\d_-])/gu)].map(([id]) => id);
  return [...new Set(found)].filter((id) => !OTHER_NAMES.has(id));
}

/**
 * What the last run proves of every row: at least one test that names it passed and none failed.
 *
 * A test that was skipped proves nothing. No report proves nothing.
 */
export function proofsOf(sections: readonly Section[], report: Report | null): { proofs: Map<string, Proof>; unknown: UnknownId[] } {
  const known = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  const passed = new Map<string, string[]>(known.map((id) => [id, []]));
  const failed = new Set<string>();
  const unknown: UnknownId[] = [];
  for (const { fullName, status } of report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? []) {
    for (const id of idsIn(fullName)) {
      const tests = passed.get(id);
      if (!tests) unknown.push({ id, test: fullName });
      else if (status === "passed") tests.push(fullName);
      else if (status === "failed") failed.add(id);
    }
  }
  const proofs = new Map(
    [...passed].map(([id, tests]) => [id, { id, proven: tests.length > 0 && !failed.has(id), tests, contradicted: tests.length > 0 && failed.has(id) }]),
  );
  return { proofs, unknown };
}
