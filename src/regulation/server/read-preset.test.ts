import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sentenceOf } from "../../foundation/failure.ts";
import type { Failure } from "../../foundation/failure.ts";
import { REGULATION_FAILURES } from "../contract/failures.ru.ts";
import { NORMS } from "../rules/norms.ts";
import { readPreset } from "./read-preset.ts";

const EXAMPLE = "docs/regulations/my-school.json";
type Written = { norms: { code: string; value: unknown }[] } & Record<string, unknown>;

async function withFile(change: (preset: Written) => unknown) {
  const preset = JSON.parse(await readFile(EXAMPLE, "utf8")) as Written;
  const path = join(await mkdtemp(join(tmpdir(), "preset-")), "sixth.json");
  await writeFile(path, JSON.stringify(change(preset)));
  return path;
}
const refusalOf = async (path: string) => {
  const failure = await readPreset(path).then(
    () => null,
    (error: unknown) => error as Failure,
  );
  return { code: failure?.code, said: failure && sentenceOf(REGULATION_FAILURES, failure.code, failure.facts) };
};

describe("a sixth school's own preset", () => {
  test("of the documentation loads: what it does not name is taken from the preset it is like, and says so", async () => {
    const preset = await readPreset(EXAMPLE);
    const of = (code: string) => preset.norms.find((norm) => norm.code === code)!;
    expect(of("homework.entry")).toMatchObject({ value: "class_day_end + 3h", clause: "п. 2.2", clash: { value: "lesson_date.end" } });
    expect(of("marks.control_due")).toEqual({
      code: "marks.control_due",
      value: "next_lesson",
      act: "Настройка школы",
      clause: "как в наборе stakhanovo-2021; своего акта об этом нет",
    });
    expect(preset.timezone).toBe("Europe/Moscow");
    expect(preset.workTypes.length).toBeGreaterThan(5);
    expect(preset.norms.length).toBeGreaterThanOrEqual(Object.keys(NORMS).length - 1);
  });

  test("every value that the documentation tells of is one that a norm takes, and both languages tell of the same", async () => {
    const values = async (file: string) => [...(await readFile(`docs/regulations/${file}`, "utf8")).matchAll(/`([^`\n]+)`/g)].map(([, text]) => text);
    expect((await values("README.ru.md")).filter((text) => text!.includes("class_day_end"))).toEqual(
      (await values("README.md")).filter((text) => text!.includes("class_day_end")),
    );
    expect(await readdir("docs/regulations")).toEqual(expect.arrayContaining(["README.md", "README.ru.md", "my-school.json"]));
  });

  test.each<[string, (preset: Written) => unknown, string, RegExp]>([
    [
      "with an unknown key of a norm",
      (p) => ({ ...p, norms: [...p.norms, { code: "homework.entrance", value: 1, act: "Приказ", clause: "п. 1" }] }),
      "regulation.norm_unknown",
      /«homework.entrance» нет в реестре/,
    ],
    ["with an unknown key of the file", (p) => ({ ...p, holidays: [] }), "regulation.preset_misshapen", /написан не так, как требует описание/],
    [
      "with a value out of bounds",
      (p) => ({ ...p, norms: [...p.norms, { code: "records.self_check_day", value: 99, act: "Приказ", clause: "п. 1" }] }),
      "regulation.norm_misshapen",
      /«99» не подходит. Нужно: целое число от 1 до 28/,
    ],
    ["with one norm twice", (p) => ({ ...p, norms: [...p.norms, p.norms[0]] }), "regulation.norm_named_twice", /два значения/],
    [
      "without a value where it stands alone",
      ({ like: _, ...p }) => ({ ...p, workTypes: [], lessonKinds: [], absenceReasons: [] }),
      "regulation.preset_lacks",
      /нет значений: .*marks.scale_current \(«Текущие отметки»\)/,
    ],
    ["like a preset that there is not", (p) => ({ ...p, like: "no-such" }), "regulation.preset_unknown", /Есть: bishkek-61-2022/],
    ["of a time zone that there is not", (p) => ({ ...p, timezone: "Europe/Nowhere" }), "regulation.preset_misshapen", /\/timezone/],
    ["in force from a day that there is not", (p) => ({ ...p, inForceFrom: "2026-02-30" }), "regulation.preset_misshapen", /\/inForceFrom/],
    ["that is no JSON object", () => "once", "regulation.preset_misshapen", /my-school|sixth/],
  ])("%s is refused with a sentence", async (_, change, code, sentence) => {
    const refusal = await refusalOf(await withFile(change));
    expect(refusal.code).toBe(code);
    expect(refusal.said).toMatch(sentence);
    expect(refusal.said).toContain(code.startsWith("regulation.norm") ? "Ничего не изменено" : "Школа не создана");
  });

  test("the five of the program load", async () => {
    const names = (await readdir("src/regulation/presets")).map((file) => file.replace(".json", ""));
    expect(names).toHaveLength(5);
    for (const name of names) expect((await readPreset(name)).preset).toBe(name);
  });
});
