import { complaint, isTest, misplaced, place } from "./complaint.ts";
import { linesOf, targetOf, type Source } from "./source.ts";

/** The path from `src`, or null for a file that stands elsewhere. */
export function inSrc(path: string): string | null {
  return path.startsWith("src/") ? path.slice("src/".length) : null;
}

/** Imports that go the wrong way, and places that are none. */
export function importFaults({ path, imports, computedImports }: Source): string[] {
  const file = inSrc(path);
  if (file === null) return [];
  const wrongPlace = misplaced(file);
  const wrong = imports.flatMap(({ from }) => {
    if (!from.startsWith(".")) return [];
    const target = targetOf(file, from);
    const why = complaint(file, target);
    return why ? [`${path} -> ${target}: ${why}`] : [];
  });
  if (wrongPlace) wrong.push(`${path}: ${wrongPlace}`);
  if (computedImports > 0 && !isTest(file)) wrong.push(`${path}: an import with a computed target cannot be guarded`);
  return wrong;
}

const OWNED: Record<string, readonly string[]> = { foundation: ["ledger", "jobs", "public"], entrance: [] };

const WRITES = [
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*["'`](\w+)\./g,
  /\b(?:insert|merge)\s+into\s+(?:only\s+)?"?(\w+)"?\s*\.\s*"?\w/gi,
  /\bupdate\s+(?:only\s+)?"?(\w+)"?\s*\.\s*"?\w+"?(?:\s+as\s+\w+|\s+(?!set\b)\w+)?\s+set\b/gi,
  /\bdelete\s+from\s+(?:only\s+)?"?(\w+)"?\s*\.\s*"?\w/gi,
  /\btruncate\s+(?:table\s+)?(?:only\s+)?"?(\w+)"?\s*\.\s*"?\w/gi,
  /\bcopy\s+"?(\w+)"?\s*\.\s*"?\w+"?\s*(?:\([^)]*\)\s*)?from\b/gi,
];

/** Writes into the tables of another area. Tests may write where they please. */
export function writeFaults({ path, code }: Source): string[] {
  const file = inSrc(path);
  if (file === null || isTest(file)) return [];
  const { area } = place(file);
  const own = OWNED[area] ?? [area];
  const schemas = WRITES.flatMap((write) => [...code.matchAll(write)].map(([, schema = ""]) => schema.toLowerCase()));
  return [...new Set(schemas)].filter((schema) => !own.includes(schema)).map((schema) => `${path}: ${area} writes into ${schema}`);
}

const ENVIRONMENT = /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[\s*["']env["']|\bfrom\s*["'](?:node:)?process["']/;

/** The environment is read in one module only. */
export function environmentFaults({ path, code }: Source): string[] {
  const file = inSrc(path);
  if (file === null || isTest(file) || file === "foundation/config.ts") return [];
  return ENVIRONMENT.test(code) ? [`${path}: the environment is read in src/foundation/config.ts only`] : [];
}

const IMPURE = /\bnew Date\(\s*\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(|\bfetch\(|\bsetTimeout\(|\bsetInterval\(|\bsetImmediate\(/;

/** A rule has no clock, no chance and no waiting. */
export function purityFaults({ path, code }: Source): string[] {
  const file = inSrc(path);
  if (file === null || isTest(file) || place(file).floor !== "rules") return [];
  const found = IMPURE.exec(code);
  return found ? [`${path}: a rule is pure, and this is not: ${found[0]}`] : [];
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const CLAUSE = /\b\d{3} (?:П\d|Пр)(?:,? ?§{1,2} ?[\d.]+[а-я]?(?:[-–][\d.]+[а-я]?)?)*(?=[^\p{L}]|$)/gu;
const QUOTED = /«[^»]*»/g;

/** Russian stands in the files of words and in tests; a comment may name a clause (`002 П2 §2.10`) or quote a word. */
export function letterFaults({ path, code, comments }: Source): string[] {
  if (path.endsWith(".ru.ts") || isTest(path) || path.startsWith("tests/")) return [];
  const inCode = code.split("\n").flatMap((line, i) => (CYRILLIC.test(line) ? [`${path}:${i + 1}: Russian belongs to a .ru.ts file`] : []));
  const inComments = comments
    .filter(({ text }) => CYRILLIC.test(text.replace(QUOTED, "").replace(CLAUSE, "")))
    .map(({ line }) => `${path}:${line}: a comment is English; Russian only in a clause or in «quotes»`);
  return [...inCode, ...inComments];
}

const WORDED_ONCE: readonly { what: RegExp; home: string }[] = [
  { what: /\bPluralRules\b/, home: "src/foundation/count.ru.ts" },
  { what: /"(?:[Фф]евраль|февраля|фев|[Чч]етверг|вт", "ср)"/, home: "src/foundation/day.ru.ts" },
  { what: /\["", "I", "II"/, home: "src/timetable/rules/term-name.ru.ts" },
];

/** What Russian counts and names by rule is written in one place; a copy soon says something else. */
export function copiedWordFaults({ path, code }: Source): string[] {
  if (isTest(path) || path.startsWith("tests/")) return [];
  return WORDED_ONCE.flatMap(({ what, home }) => {
    const found = path === home ? null : what.exec(code);
    return found ? [`${path}: ${found[0]} stands in ${home}, use it`] : [];
  });
}

const DUMPING_GROUND = /(^|\/)(utils?|helpers?|common|lib|shared|misc|managers?)(\/|\.\w+$)/i;

/** A folder or a file named after nothing collects everything. */
export function nameFault(path: string): string | null {
  return DUMPING_GROUND.test(path) ? `${path}: name it by a noun of the school` : null;
}

/** How many lines a file may have, and as what. */
export function limitOf({ path, code }: Pick<Source, "path" | "code">): { kind: string; lines: number } | null {
  if (isTest(path)) return { kind: "test", lines: 700 };
  const file = inSrc(path);
  if (file !== null && place(file).floor === "rules") return { kind: "rule", lines: 250 };
  if (path.endsWith(".tsx")) return { kind: "component", lines: 300 };
  if (file !== null && place(file).floor === "server" && isVerb(file, code)) return { kind: "verb", lines: 120 };
  return { kind: "source file", lines: 400 };
}

function isVerb(file: string, code: string): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.ts$/, "");
  const main = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return new RegExp(`export async function ${main}\\b`).test(code);
}

export function sizeFaults(source: Source): string[] {
  const limit = limitOf(source);
  const lines = linesOf(source.text);
  return limit && lines > limit.lines ? [`${source.path}: ${lines} lines, and a ${limit.kind} stops at ${limit.lines}`] : [];
}

const MOCKED = /\bvi\s*\.\s*(?:mock|doMock)\(\s*(?:import\(\s*)?["'](\.[^"']+)["']/g;

/** We replace only what is outside: mail, clock, files. */
export function mockFaults({ path, code }: Source): string[] {
  return [...code.matchAll(MOCKED)].map(([, what]) => `${path}: our own code is not mocked: ${what}`);
}

/** All that one file can be blamed for. */
export function faultsOf(source: Source): string[] {
  const checks = [importFaults, writeFaults, environmentFaults, purityFaults, letterFaults, copiedWordFaults, sizeFaults, mockFaults];
  const name = nameFault(source.path);
  return [...checks.flatMap((check) => check(source)), ...(name ? [name] : [])];
}
