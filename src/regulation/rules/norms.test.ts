import { describe, expect, test } from "vitest";
import { NORMS, refusalToSetNorm } from "./norms.ts";

describe("setting a norm", () => {
  test.each([
    ["marks.scale_current", ["5", "4", "3", "2"]],
    ["marks.scale_period", ["5", "4", "3", "2", "н/а"]],
    ["lesson.entry", "lesson_date.end"],
    ["lesson.entry", "class_day_end + 2h"],
    ["homework.entry", "class_day_end + 1h30m"],
    ["timetable.substitution_window", { before: "1d", after: "1d" }],
    ["homework.day_minutes", [{ from: 1, to: 1, minutes: 60 }]],
    ["homework.day_off_percent", 70],
    ["records.language", "ru"],
    ["records.self_check_day", 8],
    ["files.endings", [".pdf", ".docx"]],
    ["identity.idle_timeout", "30m"],
  ])("%s takes %j", (code, value) => {
    expect(refusalToSetNorm(code, value)).toBeNull();
  });

  test.each([
    ["marks.scale_current", []],
    ["marks.scale_current", ["5", "5"]],
    ["marks.scale_current", [5, 4]],
    ["lesson.entry", "tomorrow"],
    ["homework.entry", "class_day_end + "],
    ["timetable.substitution_window", { before: "1d" }],
    ["timetable.substitution_window", { before: "1d", after: "1d", ever: true }],
    ["homework.day_minutes", [{ from: 1, minutes: 60 }]],
    ["homework.day_off_percent", 170],
    ["records.language", "ky"],
    ["records.self_check_day", 31],
    ["files.endings", ["pdf", ".PDF"]],
    ["files.most_bytes", 1_000_000_000],
    ["identity.idle_timeout", 30],
    ["identity.idle_timeout", ""],
  ])("%s refuses %j and names the unit", (code, value) => {
    expect(refusalToSetNorm(code, value)).toMatchObject({ code: "regulation.norm_misshapen", facts: { code } });
  });

  test("a code outside the register is no norm, nor is a word that every object knows", () => {
    expect(refusalToSetNorm("lesson.entrance", "lesson_date.end")).toMatchObject({ code: "regulation.norm_unknown" });
    expect(refusalToSetNorm("toString", 1)).toMatchObject({ code: "regulation.norm_unknown" });
  });

  test("every line of the register says what it means and in which unit", () => {
    for (const { meaning, unit } of Object.values(NORMS)) expect(meaning.length * unit.length).toBeGreaterThan(0);
  });
});
