import type { ParseArgsConfig } from "node:util";
import type pg from "pg";
import { COMMAND_WORDS } from "./command.ru.ts";

/** What a command was given after its name. */
export type Given = { values: Readonly<Record<string, string | boolean | undefined>>; positionals: readonly string[] };

/** What a command may use of the world. */
export type World = {
  /** The application's pool over a migrated database, opened on first use. */
  open: () => Promise<pg.Pool>;
  /** The result: as one JSON object with `--json`, else as lines for a person. */
  answer: (json: object, lines: readonly string[]) => void;
  /** A line beside the result, on standard error. */
  note: (line: string) => void;
  /** A line that is written over again, only on a terminal. */
  progress: (line: string) => void;
  /** What to undo when the command is broken off; the answer forgets it again. */
  onBreak: (undo: () => void) => () => void;
  now: Date;
  production: boolean;
  /** A path as the caller meant it, who may stand in another folder than the program. */
  path: (given: string) => string;
};

export type Command = {
  help: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** How many words come after the name, and the sentence when it is another number. */
  words: { count: number; missing: string };
  run: (given: Given, world: World) => Promise<void>;
};

/** A command that was not understood: one sentence, status 2. */
export class Misuse extends Error {}

/** A thing outside the database that stands in the way: one sentence, status 1. */
export class Obstacle extends Error {}

/** A whole number of an option, or undefined when it was not given. */
export function numberOf({ values }: Given, option: string, from: number, to: number): number | undefined {
  const value = values[option];
  if (typeof value !== "string") return undefined;
  const number = Number(value);
  if (!/^\d{1,10}$/.test(value) || number < from || number > to) throw new Misuse(COMMAND_WORDS.notANumber(option, value, from, to));
  return number;
}

/** The text of an option without spaces at the ends, or undefined when it was not given. */
export function textOf({ values }: Given, option: string): string | undefined {
  const value = values[option];
  if (typeof value !== "string") return undefined;
  if (value.trim() === "") throw new Misuse(COMMAND_WORDS.emptyOption(option));
  return value.trim();
}
