import { describe, expect, test } from "vitest";
import { AREAS } from "../src/areas.ts";
import { FAILURES } from "../src/entrance/failures.ts";
import { isTest } from "./house/complaint.ts";
import { readSources } from "./house/source.ts";

const sources = readSources("src");
const program = sources.filter(({ path }) => !isTest(path) && !path.endsWith(".ru.ts"));
const words = sources.filter(({ path }) => path.endsWith(".ru.ts"));
const failureWords = words.filter(({ path }) => path.endsWith("/failures.ru.ts"));

const CODE = /"([a-z]+\.[a-z][a-z0-9_]*)"/g;
/** Refusals of `foundation/files/table-file.ts` are called `table.…`; the area that reads the file says them in its own words. */
const AREA_NAMES = [...AREAS, "foundation"] as readonly string[];

/** Codes of failures and refusals with the file that says them: thrown, answered by a rule, or promised by a route. */
function codesSaid(): Map<string, string> {
  const said = new Map<string, string>();
  for (const { path, code } of program) {
    const places = [
      ...code.matchAll(/\bnew Failure\(\s*[^,()]+,\s*("[^"]+")/g),
      ...code.matchAll(/\bcode:\s*("[^"]+"(?:\s*\|\s*"[^"]+")*)/g),
      ...code.matchAll(/\bfailures:\s*\[([^\]]*)\]/g),
    ];
    for (const [, text = ""] of places) {
      for (const [, found = ""] of text.matchAll(CODE)) if (AREA_NAMES.includes(found.split(".")[0] ?? "")) said.set(found, path);
    }
  }
  return said;
}

const keysOf = (text: string) => [...text.matchAll(/"([a-z]+\.[a-z][a-z0-9_]*)":/g)].map(([, key = ""]) => key);

/** A rejected row of a file may have its words beside its reader, under the code or the part of it after the dot. */
function hasWordsElsewhere(code: string): boolean {
  const [area = "", what = ""] = code.split(".");
  return words.some(
    ({ path, code: text }) => keysOf(text).includes(code) || (path.startsWith(`src/${area}/`) && new RegExp(`^\\s*"?${what}"?:`, "m").test(text)),
  );
}

describe("the sentences of failures", () => {
  const said = codesSaid();

  test("there is one for every code the program says", () => {
    const silent = [...said].filter(([code]) => !Object.hasOwn(FAILURES, code) && !hasWordsElsewhere(code)).map(([code, path]) => `${code} of ${path}`);
    expect(silent).toEqual([]);
  });

  test("there is one for every code that a route promises, and the entrance knows it", () => {
    const promised = program.flatMap(({ path, code }) =>
      [...code.matchAll(/\bfailures:\s*\[([^\]]*)\]/g)].flatMap(([, list = ""]) => [...list.matchAll(CODE)].map(([, found = ""]) => `${found} of ${path}`)),
    );
    expect(promised.filter((each) => !Object.hasOwn(FAILURES, each.split(" ")[0] ?? ""))).toEqual([]);
  });

  test("there is none that the entrance forgot", () => {
    expect(failureWords.flatMap(({ code }) => keysOf(code)).filter((key) => !Object.hasOwn(FAILURES, key))).toEqual([]);
  });

  test("there is none that nobody says", () => {
    const everything = program.map(({ code }) => code).join("\n");
    expect(Object.keys(FAILURES).filter((key) => !everything.includes(`"${key}"`))).toEqual([]);
  });

  test("each stands with the area whose code it is, once", () => {
    const keys = failureWords.flatMap(({ path, code }) => keysOf(code).map((key) => ({ key, path })));
    expect(keys.filter(({ key, path }) => !path.startsWith(`src/${key.split(".")[0] ?? ""}/`))).toEqual([]);
    expect(keys.length).toBe(new Set(keys.map(({ key }) => key)).size);
  });

  test("they do not shout, do not speak of errors and write «вы» with a small letter", () => {
    const bad = /[а-яё»]!|[Оо]шибк|(?<=[а-яё,] )Вы(?= )/;
    const found = failureWords.flatMap(({ path, code }) => code.split("\n").flatMap((line, i) => (bad.test(line) ? [`${path}:${i + 1}`] : [])));
    expect(found).toEqual([]);
  });
});
