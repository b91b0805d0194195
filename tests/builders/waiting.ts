import { expect, test } from "vitest";

/** The parts of the program that points of acceptance may wait for. */
export type LaterPart = "set-up and access" | "family side" | "reports and archive";

/**
 * A point of an acceptance list that cannot be checked yet. It stands in the report of the tests as left out, with what it waits for, and
 * never passes. What of the point stands already is checked by a test «… so far» of its own.
 */
export function waiting(part: LaterPart, point: string): void {
  leftOut(`${point} — waiting: ${part}`);
}

/** A point whose own part of the program lacks something; `lacks` says what. */
export function notBuilt(lacks: string, point: string): void {
  leftOut(`${point} — not built: ${lacks}`);
}

const leftOut = (point: string) => test.skipIf(true)(`${point}`, () => expect.unreachable(point));
