import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../tests/builders/database.ts";
import { rowCounts } from "../../tests/builders/empty-school.ts";
import { openPool } from "../foundation/database.ts";
import { passwordMatches } from "../access/server/password.ts";

const SAMPLE = "docs/samples/sample-school.fet";
const NODE = resolve("node_modules/.bin/node");

let folder: string;
let database: FreshDatabase;
let owner: pg.Pool;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parta-cli-"));
  database = await freshDatabase();
  owner = openPool(database.url, { max: 2, role: "owner" });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Ran = { code: number | null; out: string; err: string };
type Running = { ended: Promise<Ran>; kill: (signal: NodeJS.Signals) => void; said: (pattern: RegExp) => Promise<void> };

function start(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(NODE, ["--no-warnings", "src/entrance/cli.ts", ...args], {
    env: { ...process.env, DATABASE_URL: database.url, PARTA_DATA: join(folder, "data"), NODE_ENV: "test", ...env },
  });
  const ran = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (ran.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (ran.err += chunk.toString()));
  return {
    ended: once(child, "close").then(([code]) => ({ ...ran, code: code as number | null })),
    kill: (signal) => void child.kill(signal),
    said: async (pattern) => {
      while (!pattern.test(ran.out + ran.err)) await new Promise((done) => setTimeout(done, 20));
    },
  };
}
const parta = (...args: string[]) => start(args).ended;
const json = async (...args: string[]) => {
  const ran = await parta(...args, "--json");
  expect(ran.err).toBe("");
  expect(ran.out.trim().split("\n")).toHaveLength(1);
  return JSON.parse(ran.out) as Record<string, unknown>;
};
/** Sentences, not stacks. */
const expectSentence = ({ err, out }: Ran) => {
  expect(err.trim()).toMatch(/^[А-ЯЁ«]/);
  expect(err).not.toMatch(/\bat .*\.ts|Error:/);
  expect(out).toBe("");
};

describe("the command line", () => {
  test("explains itself and every command without touching a database", async () => {
    const env = { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" };
    const [whole, ...each] = await Promise.all(
      [
        ["--help"],
        ["import", "fet", "--help"],
        ["import", "csv", "--help"],
        ["access", "issue", "-h"],
        ["school", "create", "--help"],
        ["school", "list", "--help"],
        ["seed", "--help"],
      ].map((args) => start(args, env).ended),
    );
    expect([whole!.code, ...each.map((ran) => ran.code)]).toEqual(Array(7).fill(0));
    for (const name of ["school create", "school list", "import fet", "import csv", "access issue", "seed"]) expect(whole!.out).toContain(name);
    expect(each[0]!.out).toContain("--classes years|groups");
  }, 60_000);

  test.each([
    [["import", "fet", "x.fet", "--colour"], "«--colour»"],
    [["import", "fet"], "import fet ФАЙЛ.fet"],
    [["import", "fet", "a.fet", "b.fet"], "«b.fet»"],
    [["import", "fet", SAMPLE, "--year", "soon"], "«--year soon»"],
    [["import", "fet", SAMPLE, "--classes", "rooms"], "«--classes rooms»"],
    [["import", "fet", SAMPLE, "--name"], "«--name»"],
    [["import", "csv", ".", "--from", "2026-02-30"], "2026-02-30"],
    [["access", "issue"], "«--out»"],
    [["school", "forget"], "«school forget»"],
  ])("%j is answered by one sentence and status 2", async (args, part) => {
    const ran = await parta(...args);
    expect(ran.code).toBe(2);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
    expect(ran.err).toContain(part);
    expectSentence(ran);
  });

  test("a file that is not there, cut, or no FET is named, status 1, and nothing is changed", async () => {
    const cut = join(folder, "cut.fet");
    writeFileSync(cut, readFileSync(SAMPLE).subarray(0, 30_000));
    const before = await rowCounts(owner);
    for (const [path, part] of [
      [join(folder, "none.fet"), "нет"],
      [cut, "оборван на строке"],
      [resolve("package.json"), "Ничего не загружено"],
      [folder, "не файл"],
    ] as const) {
      const ran = await parta("import", "fet", path, "--name", "Не выйдет");
      expect([ran.code, ran.err.includes(part)]).toEqual([1, true]);
      expectSentence(ran);
    }
    expect(await rowCounts(owner)).toEqual(before);
  });

  test("a database that does not answer is said in a sentence", async () => {
    const ran = await start(["school", "list"], { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" }).ended;
    expect(ran.code).toBe(1);
    expectSentence(ran);
  });
});

describe("a school of its own, from its files to its passwords", () => {
  test("import fet makes the school named in the file and answers one JSON object", async () => {
    const report = await json("import", "fet", SAMPLE, "--year", "2026");
    expect(report).toMatchObject({
      file: SAMPLE,
      school: 1,
      teachers: 12,
      classes: 4,
      groups: 4,
      subgroups: 7,
      subjects: 11,
      rooms: 7,
      activities: 90,
      weeklyHours: 92,
      placedHours: 92,
      rejected: [],
    });
    expect(report["notUnderstood"]).toMatchObject({ ConstraintMinDaysBetweenActivities: 3 });
  });

  test("the same again is refused in a sentence that names the schools", async () => {
    const before = await rowCounts(owner);
    const ran = await parta("import", "fet", SAMPLE, "--school", "1", "--year", "2026");
    expect([ran.code, ran.err.includes("2026/27")]).toEqual([1, true]);
    expect((await parta("import", "fet", SAMPLE, "--year", "2026")).err).toContain("Парта");
    expect(await rowCounts(owner)).toEqual(before);
  });

  test("CON-20 a table of 200 pupils: what was created, what was rejected, and why, row by row", async () => {
    const tables = join(folder, "two-hundred");
    mkdirSync(tables);
    const row = (i: number) =>
      `Ученик${"абвгдежзик"[Math.floor(i / 20)]}${"абвгдежзиклмнопрстуф"[i % 20]};Иван;;${String((i % 28) + 1).padStart(2, "0")}.03.2014;${i === 50 ? "9Я" : i % 2 ? "5А" : "7Б"}`;
    const rows = Array.from({ length: 200 }, (_, i) => row(i));
    rows[100] = rows[99]!;
    rows[150] = rows[150]!.replace("2014", "2099");
    writeFileSync(join(tables, "ученики.csv"), ["Фамилия;Имя;Отчество;Дата рождения;Класс", ...rows].join("\r\n"));
    const tried = await json("import", "csv", tables, "--school", "1", "--dry-run");
    expect(tried).toMatchObject({ dryRun: true, created: 197 });
    expect((await owner.query("select 1 from people.pupil")).rows).toEqual([]);

    const report = await json("import", "csv", tables, "--school", "1");
    expect(report).toMatchObject({ rows: 200, created: 197, known: 0, refused: 3, pupils: 197 });
    expect(report["rejected"]).toMatchObject([
      { row: 52, code: "people.class_unknown", reason: "Класса «9Я» в школе нет." },
      { row: 102, code: "people.row_repeated", reason: "Это же уже сказано в строке 101." },
      { row: 152, code: "people.birth_in_future" },
    ]);
    const told = await parta("import", "csv", tables, "--school", "1");
    expect(told.out).toContain("принято новых 0, дополнено 0, уже были 197, отклонено 3");
    expect(told.out).toContain("строка 52: Класса «9Я» в школе нет.");
    expect((await owner.query("select count(*)::int as n from people.member join people.school_class using (school_id, group_id)")).rows).toEqual([{ n: 197 }]);
  });

  test("a folder without tables, with two of one kind, or that is none is refused", async () => {
    const twice = join(folder, "twice");
    mkdirSync(twice);
    copyFileSync("docs/samples/ученики.csv", join(twice, "ученики.csv"));
    copyFileSync("docs/samples/ученики.csv", join(twice, "pupils.csv"));
    for (const [path, part] of [
      [resolve("migrations"), "нет ни"],
      [twice, "об одном и том же"],
      [SAMPLE, "не папка"],
      [join(folder, "nowhere"), "нет"],
    ] as const) {
      const ran = await parta("import", "csv", path, "--school", "1");
      expect([ran.code, ran.err.includes(part)]).toEqual([1, true]);
      expectSentence(ran);
    }
  });

  test("access issue writes logins and passwords into a file for the caller alone, and says no password aloud", async () => {
    const out = join(folder, "staff.csv");
    const ran = await parta("access", "issue", "--school", "1", "--who", "staff", "--out", out);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const rows = readFileSync(out, "utf8")
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.slice(1, -1).split('";"'));
    expect(rows).toHaveLength(12);
    const [login = "", password = ""] = rows[0]!.slice(5);
    expect(password).toMatch(/^[a-km-np-z2-9]{3}-[a-km-np-z2-9]{3}-[a-km-np-z2-9]{3}$/);
    for (const row of rows) expect(ran.out).not.toContain(row[6]);

    const { rows: kept } = await owner.query<{ hash: string }>("select password_hash as hash from access.account where login = $1", [login]);
    expect(kept[0]!.hash).toMatch(/^\$argon2id\$/);
    expect(await passwordMatches(password, kept[0]!.hash)).toBe(true);
    const audit = await owner.query<{ body: string }>(
      "select a.body from ledger.audit a join ledger.code c on c.code_no = a.act where c.code = 'access.account.issue'",
    );
    expect(audit.rows).toHaveLength(1);
    expect(audit.rows[0]!.body).not.toContain(password);
  });

  test("existing accounts and an existing file are left alone", async () => {
    const before = await rowCounts(owner);
    const again = await json("access", "issue", "--school", "1", "--who", "staff", "--out", join(folder, "again.csv"));
    expect(again).toEqual({ school: 1, accounts: 0, file: null });
    expect(existsSync(join(folder, "again.csv"))).toBe(false);
    const ran = await parta("access", "issue", "--school", "1", "--who", "pupils", "--out", join(folder, "staff.csv"));
    expect([ran.code, ran.err.includes("уже есть")]).toEqual([1, true]);
    expect(await rowCounts(owner)).toEqual(before);
  });

  test("Ctrl-C in the middle leaves neither accounts nor a file", async () => {
    const out = join(folder, "broken.csv");
    const before = await rowCounts(owner);
    const running = start(["access", "issue", "--school", "1", "--who", "pupils", "--out", out]);
    while (!existsSync(out)) await new Promise((done) => setTimeout(done, 10));
    running.kill("SIGINT");
    const ran = await running.ended;
    expect(ran).toMatchObject({ code: 130, out: "" });
    expect(ran.err).toContain("Прервано");
    expect(existsSync(out)).toBe(false);
    expect(await rowCounts(owner)).toEqual(before);
  });

  test("several schools: each command asks which is meant, and lists them", async () => {
    expect(await json("school", "create", "--preset", "bishkek-61-2022", "--name", "Вторая")).toMatchObject({
      school: expect.any(Number),
      preset: "bishkek-61-2022",
    });
    const asked = await parta("import", "csv", "docs/samples");
    expect([asked.code, asked.err.includes("Вторая")]).toEqual([1, true]);
    expect((await json("school", "list"))["schools"]).toMatchObject([{ school: 1 }, { name: "Вторая", timezone: "Asia/Bishkek" }]);
    // the only school without a journal is the one; beside a demo alone a new one is made
    expect(await json("import", "fet", SAMPLE, "--year", "2026")).toMatchObject({ schoolName: "Вторая", schoolCreated: false });
    await owner.query("update access.school set is_demo = true");
    expect(await json("import", "fet", SAMPLE, "--year", "2026")).toMatchObject({ schoolCreated: true, school: 3 });
    expect((await parta("school", "create", "--preset", "none", "--name", "Третья")).err).toContain("stakhanovo-2021");
  });
});

describe("the embedded database", () => {
  test("of a running process is used and goes on working", async () => {
    const data = mkdtempSync(join(tmpdir(), "parta-cli-data-"));
    const server = spawn(NODE, ["--no-warnings", "tests/boot/open-cluster.ts", data]);
    const lines: string[] = [];
    server.stdout.on("data", (chunk: Buffer) => void lines.push(chunk.toString()));
    try {
      await once(server.stdout, "data");
      const made = await start(["school", "create", "--preset", "stakhanovo-2021", "--name", "Рядом", "--json"], { DATABASE_URL: "", PARTA_DATA: data }).ended;
      expect(made).toMatchObject({ code: 0, err: "" });
      server.kill("SIGINT");
      await once(server, "close");
      expect(lines.join("")).toContain('"answered":true');
    } finally {
      server.kill("SIGKILL");
      rmSync(data, { recursive: true, force: true });
    }
  }, 120_000);

  test("is started, migrated and stopped again when nobody runs it", async () => {
    const data = mkdtempSync(join(tmpdir(), "parta-cli-data-"));
    try {
      const env = { DATABASE_URL: "", PARTA_DATA: data };
      const made = await start(["import", "fet", SAMPLE, "--name", "Одна"], env).ended;
      expect(made).toMatchObject({ code: 0, err: "" });
      expect(made.out).toContain("Классов 4: 5А, 5Б, 7А, 7Б.");
      expect(existsSync(join(data, "postgres", "postmaster.pid"))).toBe(false);
      const listed = await start(["school", "list", "--json"], env).ended;
      expect(JSON.parse(listed.out)).toMatchObject({ schools: [{ school: 1, name: "Одна" }] });
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }, 120_000);
});
