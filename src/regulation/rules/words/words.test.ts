import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NORMS } from "../norms.ts";
import type { Preset } from "../preset.ts";
import { boundsRu } from "./bounds.ru.ts";
import { deadlineRu } from "./deadline.ru.ts";
import { byChapter, titleRu } from "./titles.ru.ts";
import { valueRu } from "./value.ru.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "presets");
const presets = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Preset);

/** Signs of program words: a director reads Russian. Endings of files are signs of the school's own. */
const LATIN = /[a-z_]{3,}/;

describe("REG-01 the regulation reads in plain Russian", () => {
  test.each(presets.map((preset) => [preset.preset, preset] as const))("every value of %s", (_, { norms }) => {
    const said = norms.filter(({ code }) => code !== "files.endings").map(({ code, value }) => valueRu(code, value));
    expect(said.filter((text) => LATIN.test(text) || text === "")).toEqual([]);
  });

  test("every norm has a heading, stands in a chapter and says which values it takes", () => {
    const codes = Object.keys(NORMS);
    expect(codes.filter((code) => LATIN.test(titleRu(code)))).toEqual([]);
    expect(codes.filter((code) => LATIN.test(boundsRu(code)) || boundsRu(code) === "")).toEqual([]);
    const chapters = byChapter(codes.map((code) => ({ code })));
    expect(chapters.flatMap(({ norms }) => norms)).toHaveLength(codes.length);
    expect(chapters.map(({ title }) => title)).not.toContain("Прочее");
  });

  test.each([
    ["class_day_end + 1h30m", "не позднее чем через 1 ч 30 мин после окончания последнего урока класса"],
    ["lesson_date.end", "до конца дня урока"],
    ["work_date + 7d", "в течение 7 дней со дня работы"],
    ["work_date + 1d", "в течение 1 дня со дня работы"],
    ["next_lesson", "к следующему уроку"],
    ["period_end - 14d", "не позднее чем за 14 дней до конца периода"],
    ["gia_end_and_results + 3wd", "не позднее чем через 3 рабочих дня после результатов ГИА"],
    ["3wd", "в течение 3 рабочих дней"],
    ["0d", "в тот же день"],
    ["09-05", "до 5 сентября"],
    ["month+1:08", "до 8-го числа следующего месяца"],
    ["month:10", "до 10-го числа месяца"],
    ["year_start - 3d", "не позднее чем за 3 дня до начала учебного года"],
    ["by_order", "по приказу"],
  ])("the deadline %s is «%s»", (text, said) => {
    expect(deadlineRu(text)).toBe(said);
  });
});
