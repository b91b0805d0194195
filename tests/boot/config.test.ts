import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/foundation/config.ts";

describe("reading the environment", () => {
  test("gives the promised values where nothing is said", () => {
    const nothing = {
      host: "127.0.0.1",
      port: 3000,
      dataDir: resolve("data"),
      databaseUrl: null,
      publicUrl: null,
      smtpUrl: null,
      logLevel: "info",
      mode: "development",
    };
    expect(readConfig({})).toEqual(nothing);
    expect(readConfig({ HOST: "", PORT: " ", DATABASE_URL: "" })).toEqual(nothing);
  });

  test.each([
    ["HOST", "0.0.0.0", "host", "0.0.0.0"],
    ["HOST", "::1", "host", "::1"],
    ["HOST", "school.local", "host", "school.local"],
    ["PORT", "0", "port", 0],
    ["PORT", "65535", "port", 65535],
    ["DATABASE_URL", "postgres://u:p@db/parta", "databaseUrl", "postgres://u:p@db/parta"],
    ["DATABASE_URL", "postgresql:///parta?host=/run/postgresql", "databaseUrl", "postgresql:///parta?host=/run/postgresql"],
    ["PARTA_PUBLIC_URL", "https://journal.school.example/", "publicUrl", "https://journal.school.example"],
    ["SMTP_URL", "smtps://u:p@mail.example", "smtpUrl", "smtps://u:p@mail.example"],
    ["PARTA_LOG", "silent", "logLevel", "silent"],
    ["NODE_ENV", "production", "mode", "production"],
  ])("takes %s=%s", (name, value, field, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject({ [field]: expected });
  });

  test.each([
    ["HOST", "две точки"],
    ["HOST", "300.0.0.1"],
    ["PORT", "abc"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["PARTA_DATA", "a\0b"],
    ["DATABASE_URL", "mysql://root@db/x"],
    ["DATABASE_URL", "просто текст"],
    ["PARTA_PUBLIC_URL", "journal.school.example"],
    ["PARTA_PUBLIC_URL", "https://school.example/journal"],
    ["SMTP_URL", "http://mail.example"],
    ["PARTA_LOG", "loud"],
    ["NODE_ENV", "prod"],
  ])("refuses %s=%j with one sentence that names it", (name, value) => {
    const reading = () => readConfig({ [name]: value });
    expect(reading).toThrow(ConfigError);
    expect(reading).toThrow(new RegExp(`^${name}: [^\\n]*[а-яё][^\\n]*\\.$`));
  });

  test("never repeats a secret", () => {
    expect(() => readConfig({ DATABASE_URL: "mysql://root:S3CRET@db/x" })).toThrow(/^(?!.*S3CRET)/);
    expect(() => readConfig({ SMTP_URL: "http://root:S3CRET@db/x" })).toThrow(/^(?!.*S3CRET)/);
  });
});
