import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { complaint, misplaced, ORDER } from "./house/complaint.ts";
import { foreignTraces, pathsNamedIn } from "./house/documents.ts";
import { drawingOf } from "./house/drawing.ts";
import { faultsOf, nameFault } from "./house/faults.ts";
import { crowdedFloors, serverReachedFromBrowser } from "./house/neighbours.ts";
import { filesUnder, readSources, sourceOf } from "./house/source.ts";

const src = readSources("src");
const around = ["tests", "scripts", "bench"].flatMap(readSources);
const DOCUMENTS = ["HOUSE.md", "README.md", "README.ru.md", "CONTRIBUTING.md"];

describe("the house", () => {
  test("has rooms", () => {
    expect(src.length).toBeGreaterThan(0);
  });

  test("every file keeps the one rule, its size, its language and its name", () => {
    expect([...src, ...around].flatMap(faultsOf)).toEqual([]);
  });

  test("no floor is crowded", () => {
    expect(crowdedFloors(src.map(({ path }) => path))).toEqual([]);
  });

  test("the browser cannot reach the server", () => {
    expect(serverReachedFromBrowser(src)).toEqual([]);
  });

  test("no folder or file is a dumping ground", () => {
    const all = ["src", "tests", "scripts", "bench", "migrations", "docs", "public"].flatMap(filesUnder);
    expect(all.flatMap((path) => nameFault(path) ?? [])).toEqual([]);
  });

  test("paths named in the documents exist", () => {
    const stands = (path: string) => (path.includes("*") ? globSync([path, `src/${path}`]).length > 0 : existsSync(path) || existsSync(join("src", path)));
    const missing = DOCUMENTS.filter((document) => existsSync(document)).flatMap((document) =>
      pathsNamedIn(readFileSync(document, "utf8"))
        .filter((path) => !stands(path))
        .map((path) => `${document} names ${path}, which does not exist`),
    );
    expect(missing).toEqual([]);
  });

  test("a migration is named by when, whose and what becomes true, and no two by the same minute", () => {
    const names = filesUnder("migrations").map((path) => path.slice("migrations/".length));
    const whose = ORDER.filter((area) => area !== "entrance").join("|");
    expect(names.filter((name) => !new RegExp(`^20\\d{10}_(${whose})_[a-z0-9_]{5,}\\.sql$`).test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.slice(0, 12))).size).toBe(names.length);
  });

  test("decisions are numbered, no two alike, and say when, what and what follows", () => {
    const paths = filesUnder("decisions");
    const numbers = paths.map((path) => Number(/^decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]));
    expect(numbers.filter((n, i) => !(n > (numbers[i - 1] ?? 0)))).toEqual([]);
    for (const path of paths)
      expect(readFileSync(path, "utf8")).toMatch(/^# \d{4}\. [^]*\nDate: 20\d\d-\d\d-\d\d · Status: [^]*\n## Decision\n[^]*\n## Consequences\n/);
  });

  test("no file tells of the machine it was written on", () => {
    const listed = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8" });
    const tracked = listed.status === 0 ? listed.stdout.split("\0") : ["src", "tests", "scripts", "docs", "decisions", "migrations"].flatMap(filesUnder);
    const texts = tracked.filter((path) => path !== "" && existsSync(path) && statSync(path).size < 2_000_000);
    expect(texts.flatMap((path) => foreignTraces(path, readFileSync(path, "utf8")))).toEqual([]);
  });
});

describe("an import", () => {
  const cases: [string, string, string, string | null][] = [
    ["past a door", "diary/server/diary-week.ts", "journal/server/mark-queries.ts", "go through the door of journal"],
    ["through a door", "diary/server/diary-week.ts", "journal/server/door.ts", null],
    ["past the door of a screen", "diary/web/DiaryWeek.tsx", "journal/web/grid/MarkCell.tsx", "go through the door of journal"],
    ["through the door of a screen", "diary/web/DiaryWeek.tsx", "journal/web/door.tsx", null],
    ["of the words of an earlier screen", "diary/web/DiaryWeek.tsx", "journal/web/words.ru.ts", null],
    ["of the sentences of failures by the server", "journal/server/set-mark.ts", "journal/contract/failures.ru.ts", null],
    ["of the sentences of failures by the screen", "journal/web/grid/JournalGrid.tsx", "journal/contract/failures.ru.ts", null],
    ["of a later area by a rule", "journal/rules/mark-entry.ts", "diary/rules/week.ts", "journal stands before diary"],
    ["of a later area by a test", "journal/server/set-mark.test.ts", "diary/server/door.ts", "journal stands before diary"],
    ["of an earlier rule by a rule", "journal/rules/mark-entry.ts", "regulation/rules/policy.ts", null],
    ["of an earlier contract by a rule", "journal/rules/mark-entry.ts", "regulation/contract/norm.ts", "go through the door of regulation"],
    ["of the server by the screen", "journal/web/grid/JournalGrid.tsx", "journal/server/set-mark.ts", "web must not use server"],
    ["of the screen by the server", "journal/server/set-mark.ts", "journal/web/words.ru.ts", "server must not use web"],
    ["of the contract by a rule", "journal/rules/mark-entry.ts", "journal/contract/set-mark.ts", "rules must not use contract"],
    ["of an area that is not in the order", "journal/server/set-mark.ts", "marks/rules/mark.ts", "marks is not in the order"],
    ["upwards by the foundation", "foundation/serve.ts", "access/rules/permit.ts", "foundation knows nobody above it"],
    ["of the entrance by an area", "journal/server/set-mark.ts", "entrance/server.ts", "nobody imports entrance"],
    ["of the entrance by the foundation", "foundation/serve.ts", "entrance/server.ts", "foundation knows nobody above it"],
    ["of anything by the entrance", "entrance/server.ts", "journal/server/routes.ts", null],
    ["of the foundation by a rule", "journal/rules/mark-entry.ts", "foundation/day.ts", null],
    ["of a builder by a test", "journal/server/set-mark.test.ts", "../tests/builders/database.ts", null],
    ["of a builder by a verb", "journal/server/set-mark.ts", "../tests/builders/database.ts", "the house does not stand on its scaffolding"],
  ];
  test.each(cases)("%s", (_, file, target, why) => {
    expect(complaint(file, target)).toBe(why);
  });
});

describe("a planted fault is found:", () => {
  const faults = (path: string, text: string) => faultsOf(sourceOf(path, text));
  const verb = "src/journal/server/set-mark.ts";

  test("a deep import past a door", () => {
    expect(faults("src/diary/server/diary-week.ts", 'import { storeMark } from "../../journal/server/mark-queries.ts";\n')).toEqual([
      "src/diary/server/diary-week.ts -> journal/server/mark-queries.ts: go through the door of journal",
    ]);
  });

  test("the same as a type, as a re-export and by side effect", () => {
    const deep = '"../../journal/server/mark-queries.ts"';
    for (const text of [`import type { A } from ${deep};`, `export * from ${deep};`, `import ${deep};`, `export type B = import(${deep}).B;`]) {
      expect(faults("src/diary/server/diary-week.ts", text)).toHaveLength(1);
    }
  });

  test("a rule that imports a later area, also by a dynamic import", () => {
    expect(faults("src/journal/rules/mark-entry.ts", 'import { week } from "../../diary/rules/week.ts";')).toHaveLength(1);
    expect(faults("src/journal/rules/mark-entry.ts", 'export const week = () => import("../../diary/rules/week.ts");')).toEqual([
      "src/journal/rules/mark-entry.ts -> diary/rules/week.ts: journal stands before diary",
    ]);
  });

  test("a dynamic import whose target is computed", () => {
    expect(faults(verb, "export const load = (name: string) => import(`./${name}.ts`);")).toHaveLength(1);
  });

  test("a screen that imports the server", () => {
    expect(faults("src/journal/web/grid/JournalGrid.tsx", 'import { setMark } from "../../server/set-mark.ts";')).toHaveLength(1);
  });

  test("an area that is not in the order, a floor that no area has, a file that stands in no area", () => {
    expect(misplaced("marks/rules/mark.ts")).toBe("marks is not in the order");
    expect(misplaced("journal/services/mark.ts")).toBe("journal has no floor services");
    expect(misplaced("marks.ts")).toBe("stands in no area");
    expect(misplaced("journal/rules/mark-entry.ts")).toBeNull();
  });

  test.each([
    'db.insertInto("people.pupil").values(row)',
    'db.updateTable("people.pupil as p").set(row)',
    'db.deleteFrom(\n  "people.pupil")',
    "sql`insert into people.pupil (school_id) values (1)`",
    "sql`INSERT INTO people.pupil select 1`",
    "sql`update people.pupil p set left_on = now()`",
    "sql`update people.pupil\n  set left_on = now()`",
    "sql`with gone as (delete from people.pupil where true returning *) select 1`",
    "sql`truncate people.pupil`",
    "sql`copy people.pupil (school_id) from stdin`",
  ])("a write into another area's table: %s", (write) => {
    expect(faults(verb, `export const q = ${write};`)).toEqual([`${verb}: journal writes into people`]);
  });

  test("a write of an area into the ledger, and of the entrance into anything", () => {
    expect(faults(verb, "export const q = sql`insert into ledger.outbox (kind) values (1)`;")).toHaveLength(1);
    expect(faults("src/entrance/demo.ts", "export const q = sql`insert into people.pupil (school_id) values (1)`;")).toHaveLength(1);
  });

  test("but its own tables, locks, joins and comments are no fault", () => {
    const own = [
      "sql`insert into journal.mark (value) values (5) on conflict do update set value = 4`",
      "sql`update journal.mark m set value = 5 from timetable.lesson l where l.lesson_id = m.lesson_id`",
      "sql`select 1 from people.pupil for update of pupil`",
      "sql`select ledger.record(1)` // never insert into ledger.audit by hand",
    ];
    for (const write of own) expect(faults(verb, `export const q = ${write}\n;`)).toEqual([]);
    expect(faults("src/foundation/ledger.ts", "export const q = sql`delete from jobs.job where true`;")).toEqual([]);
  });

  test("the environment read outside the one module", () => {
    expect(faults(verb, "export const port = process.env.PORT;")).toHaveLength(1);
    expect(faults(verb, 'import { env } from "node:process";\nexport const port = env;')).toHaveLength(1);
    expect(faults("src/foundation/config.ts", "export const port = process.env.PORT;")).toEqual([]);
  });

  test("a rule that looks at the clock or throws dice", () => {
    expect(faults("src/journal/rules/mark-entry.ts", "export const now = () => new Date();")).toHaveLength(1);
    expect(faults("src/journal/rules/mark-entry.ts", "export const dice = () => Math.random();")).toHaveLength(1);
    expect(faults("src/journal/rules/mark-entry.ts", "export const at = (t: string) => new Date(t);")).toEqual([]);
  });

  test("a Russian literal outside the words", () => {
    expect(faults(verb, 'export const absent = "н";\n')).toEqual([`${verb}:1: Russian belongs to a .ru.ts file`]);
    expect(faults("src/journal/web/grid/MarkCell.tsx", "export const Cell = () => <td>Отметка</td>;")).toHaveLength(1);
    expect(faults("src/journal/web/words.ru.ts", 'export const absent = "н";')).toEqual([]);
    expect(faults("src/journal/server/set-mark.test.ts", 'export const absent = "н";')).toEqual([]);
  });

  test("a Russian comment, but a clause and a quoted word are no fault", () => {
    expect(faults(verb, "// ставит отметку\n")).toEqual([`${verb}:1: a comment is English; Russian only in a clause or in «quotes»`]);
    expect(faults(verb, "/** The term of 002 П2 §2.10, 002 П4 §4.2.4а and 003 Пр, «в день проведения». */\n")).toEqual([]);
    expect(faults(verb, "/** The term of 002 П2 §2.10 и далее. */\n")).toHaveLength(1);
  });

  test("a second counter of words, a second list of months or weekdays", () => {
    const copy = 'const plural = new Intl.PluralRules("ru");';
    expect(faults("src/journal/web/words.ru.ts", copy)).toEqual(["src/journal/web/words.ru.ts: PluralRules stands in src/foundation/count.ru.ts, use it"]);
    expect(faults("src/foundation/count.ru.ts", copy)).toEqual([]);
    expect(faults("src/journal/web/words.ru.ts", 'const WEEKDAYS = ["пн", "вт", "ср", "чт", "пт"];')).toHaveLength(1);
    expect(faults("src/journal/web/words.ru.ts", 'const MONTHS = ["январь", "февраль"];')).toHaveLength(1);
  });

  test("a folder or a file named after nothing", () => {
    expect(nameFault("src/journal/server/utils.ts")).not.toBeNull();
    expect(nameFault("src/journal/lib/mark.ts")).not.toBeNull();
    expect(nameFault("src/journal/server/common/mark.ts")).not.toBeNull();
    expect(nameFault("src/people/rules/common-surname.ts")).toBeNull();
  });

  test("a file that outgrew its kind", () => {
    const long = (path: string, lines: number, first = "export {};") => faults(path, `${first}\n`.padEnd(first.length + lines, "\n"));
    expect(long("src/journal/server/mark-queries.ts", 401)).toHaveLength(1);
    expect(long("src/journal/server/mark-queries.ts", 400)).toEqual([]);
    expect(long("src/journal/rules/mark-entry.ts", 251)).toHaveLength(1);
    expect(long("src/journal/web/grid/JournalGrid.tsx", 301)).toHaveLength(1);
    expect(long(verb, 121, "export async function setMark(): Promise<void> {}")).toEqual([`${verb}: 121 lines, and a verb stops at 120`]);
    expect(long("src/journal/server/set-mark.test.ts", 701)).toHaveLength(1);
  });

  test("a crowded floor, where tests are not counted", () => {
    const files = (n: number, ending: string) => Array.from({ length: n }, (_, i) => `src/journal/server/verb-${i}${ending}`);
    expect(crowdedFloors(files(21, ".ts"))).toEqual(["src/journal/server: 21 files, make a sub-folder"]);
    expect(crowdedFloors([...files(20, ".ts"), ...files(20, ".test.ts")])).toEqual([]);
  });

  test("a rule that reaches the database through the foundation", () => {
    const rule = sourceOf("src/journal/rules/mark-entry.ts", 'import { openPool } from "../../foundation/database.ts";\nexport const p = openPool;');
    const typeOnly = sourceOf("src/journal/rules/term-total.ts", 'import type { Pool } from "../../foundation/database.ts";\nexport type P = Pool;');
    const database = sourceOf("src/foundation/database.ts", 'import pg from "pg";\nexport const openPool = pg.Pool;');
    expect(serverReachedFromBrowser([rule, typeOnly, database])).toEqual(["src/journal/rules/mark-entry.ts -> src/foundation/database.ts -> pg"]);
  });

  test("our own code mocked", () => {
    expect(faults("src/journal/server/set-mark.test.ts", ["vi", 'mock("./mark-queries.ts");'].join("."))).toHaveLength(1);
  });

  test("a path in a document, and a trace of the machine in a file", () => {
    const document =
      "`src/journal/server/set-mark.ts`, `journal/web/door.tsx`, `npm start`, `application/json`, `/healthz`, `HW-03`, `data/`, `HOUSE.md`\n```\n`src/x.ts`\n```";
    expect(pathsNamedIn(document)).toEqual(["src/journal/server/set-mark.ts", "journal/web/door.tsx", "HOUSE.md"]);
    expect(foreignTraces("a.md", `see ${["/wo", "rk/"].join("")}main`)).toHaveLength(1);
  });
});

describe("the drawing of the house", () => {
  test("counts files and lines by floors, and names the earlier areas used", () => {
    const areas = drawingOf([
      sourceOf(
        "src/journal/server/set-mark.ts",
        'import { permit } from "../../access/rules/permit.ts";\nimport { record } from "../../foundation/ledger.ts";\n',
      ),
      sourceOf("src/journal/server/set-mark.test.ts", "export {};\n"),
      sourceOf("src/journal/rules/mark-entry.ts", "export {};\n"),
    ]);
    expect(areas.find(({ area }) => area === "journal")).toEqual({
      area: "journal",
      files: 2,
      lines: 3,
      tests: 1,
      floors: new Map([
        ["rules", { files: 1, lines: 1, tests: 0 }],
        ["server", { files: 1, lines: 2, tests: 1 }],
      ]),
      uses: ["access"],
    });
    expect(areas[0]?.area).toBe("foundation");
    expect(areas.at(-1)?.area).toBe("entrance");
  });
});
