import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Preset } from "../../../../regulation/rules/preset.ts";
import { isDeadline } from "../../../../regulation/rules/words/value.ru.ts";
import { formOf, formsOf } from "./terms.ts";

const FOLDER = "src/regulation/presets/";
const presets = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(FOLDER + file, "utf8")) as Preset);

describe("the form of a deadline on the screen", () => {
  test("reads and writes nearly every term of the five regulations", () => {
    const terms = presets.flatMap(({ norms }) => norms.filter(({ code, value }) => isDeadline(code) && typeof value === "string"));
    const unread = terms.filter(({ code, value }) => formOf(formsOf(code), value as string) === null).map(({ value }) => value);
    // a term that hangs on state examinations is written by who copies the preset
    expect(new Set(unread)).toEqual(new Set(["gia_end_and_results + 3wd"]));
  });

  test.each([
    ["homework.entry", "class_day_end + 1h30m", "class_day_end +", [1, 30]],
    ["homework.entry", "lesson_date.end", "lesson_date.end", []],
    ["setup.ready_by", "09-05", "date", [5, 9]],
    ["reports.homeroom_preliminary", "period_end - 14d", "period_end -", [14]],
    ["service.access_term", "3wd", "wd", [3]],
  ])("%s %s is %s of %j", (code, text, id, numbers) => {
    expect(formOf(formsOf(code), text)).toMatchObject({ form: { id }, numbers });
  });

  test("offers only what the norm takes", () => {
    expect(formsOf("homework.entry").map(({ id }) => id)).toEqual([
      "class_day_end +",
      "lesson_date.end",
      "school_day.end",
      "next_lesson",
      "work_date +",
      "lesson_date +",
    ]);
    expect(formsOf("curriculum.approved_by").map(({ id }) => id)).toEqual(["date"]);
  });
});
