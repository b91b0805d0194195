import { isIP } from "node:net";
import { resolve } from "node:path";
import { configWords } from "./config.ru.ts";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const MODES = ["development", "test", "production"] as const;
export type Mode = (typeof MODES)[number];

/** What Parta was told by its environment; the names of the variables are a promise to those who run it. */
export interface Config {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** Null means the embedded PostgreSQL inside the data folder. */
  readonly databaseUrl: string | null;
  /** Origin without a slash at the end, or null when nobody said it. */
  readonly publicUrl: string | null;
  readonly smtpUrl: string | null;
  readonly logLevel: LogLevel;
  readonly mode: Mode;
}

/** A wrong value in the environment; the message is one sentence for the person who starts Parta. */
export class ConfigError extends Error {
  readonly variable: string;
  constructor(variable: string, message: string) {
    super(message);
    this.name = "ConfigError";
    this.variable = variable;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment as it was given, for a child process of the program. */
export const environment = (): Environment => process.env;

/** The only place that reads the environment. An empty value counts as no value. */
export function readConfig(env: Environment = process.env): Config {
  const given = (name: string) => env[name]?.trim() || undefined;
  return {
    host: host(given("HOST") ?? "127.0.0.1"),
    port: port(given("PORT") ?? "3000"),
    dataDir: dataDir(given("PARTA_DATA") ?? "./data"),
    databaseUrl: address(given("DATABASE_URL"), ["postgres:", "postgresql:"], "DATABASE_URL", configWords.DATABASE_URL()),
    publicUrl: publicUrl(given("PARTA_PUBLIC_URL")),
    smtpUrl: address(given("SMTP_URL"), ["smtp:", "smtps:"], "SMTP_URL", configWords.SMTP_URL()),
    logLevel: oneOf(LOG_LEVELS, given("PARTA_LOG") ?? "info", "PARTA_LOG"),
    mode: oneOf(MODES, given("NODE_ENV") ?? "development", "NODE_ENV"),
  };
}

function host(value: string): string {
  const isName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(value);
  const looksLikeNumbers = /^[\d.]+$/.test(value);
  if (isIP(value) || (isName && !looksLikeNumbers)) return value;
  throw new ConfigError("HOST", configWords.HOST(value));
}

function port(value: string): number {
  const number = Number(value);
  if (/^\d{1,5}$/.test(value) && number <= 65535) return number;
  throw new ConfigError("PORT", configWords.PORT(value));
}

function dataDir(value: string): string {
  if (value.includes("\0")) throw new ConfigError("PARTA_DATA", configWords.PARTA_DATA(value));
  return resolve(value);
}

function address(value: string | undefined, protocols: readonly string[], variable: string, sentence: string): string | null {
  if (value === undefined) return null;
  const url = URL.parse(value);
  if (url && protocols.includes(url.protocol) && (url.host || url.search)) return value;
  throw new ConfigError(variable, sentence);
}

function publicUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.parse(value);
  const isOrigin = url && ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
  if (isOrigin && !url.username) return url.origin;
  throw new ConfigError("PARTA_PUBLIC_URL", configWords.PARTA_PUBLIC_URL(value));
}

function oneOf<T extends string>(known: readonly T[], value: string, variable: "PARTA_LOG" | "NODE_ENV"): T {
  const found = known.find((each) => each === value);
  if (found) return found;
  throw new ConfigError(variable, configWords[variable](value, known));
}
