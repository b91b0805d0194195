import { test } from "vitest";

/** The parts of the program that points of acceptance may wait for. */
export type LaterPart = "set-up and access" | "family side" | "reports and archive";

/**
 * A point of an acceptance list that cannot be checked yet. It stands in the report of the tests as one to be done, with what it waits for,
 * and never passes: it is a test that is not written. What of the point stands already is checked by a test «… so far» of its own.
 */
export function waiting(part: LaterPart, point: string): void {
  test.todo(`${point} — waiting: ${part}`);
}

/** A point whose own part of the program lacks something; `lacks` says what. */
export function notBuilt(lacks: string, point: string): void {
  test.todo(`${point} — not built: ${lacks}`);
}
