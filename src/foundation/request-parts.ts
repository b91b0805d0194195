import type { TSchema } from "typebox";
import { Failure } from "./failure.ts";

const NUMBER = /^(0|-?[1-9]\d{0,15})$/;

/**
 * Numbers of an address come as text. Where the schema says integer, the text in its usual writing becomes one in place;
 * `07`, `7.0` and `1e3` stay text and are refused by the schema. Bodies are never converted: JSON has numbers of its own.
 */
export function readNumbers(schema: TSchema | undefined, values: unknown): void {
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, { type?: string }> };
  const given = values as Record<string, unknown>;
  for (const [name, { type }] of Object.entries(properties)) {
    const text = given[name];
    if (type === "integer" && typeof text === "string" && NUMBER.test(text)) given[name] = Number(text);
  }
}

/** Refuses texts that the database cannot keep as they are: the sign number zero, and halves of a sign that was cut in two. */
export function demandReadable(value: unknown): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) throw new Failure("invalid", "foundation.text_not_readable");
  } else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) demandReadable(inner);
  }
}
